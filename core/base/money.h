#pragma once

#include "core/base/currency.h"
#include "core/base/percentage.h"
#include "core/base/quantity.h"
#include "core/base/rounding.h"

#include <concepts>
#include <span>
#include <vector>

namespace evertill {

/// An exact amount in the minor unit of its currency (cents); negative for money going back to the customer.
/// Arithmetic that would overflow, or would mix currencies, is a programmer's error and ends the program, in
/// release too: a wrong amount is worse than none. Amounts from outside are checked against kLargest before
/// they become Money.
class Money final {
public:
    /// 2^53 − 1: what JSON carries exactly.
    static constexpr std::int64_t kLargest = 9007199254740991;

    constexpr Money() = default;
    [[nodiscard]] static constexpr Money minor(std::int64_t amount, Currency currency)
    {
        return Money(amount, currency);
    }
    template <std::floating_point T> static Money minor(T, Currency) = delete;
    [[nodiscard]] static constexpr Money zero(Currency currency) { return Money(0, currency); }

    [[nodiscard]] constexpr std::int64_t minor() const { return m_minor; }
    [[nodiscard]] constexpr Currency currency() const { return m_currency; }
    [[nodiscard]] constexpr bool isZero() const { return m_minor == 0; }
    [[nodiscard]] constexpr bool isNegative() const { return m_minor < 0; }
    [[nodiscard]] constexpr bool isPositive() const { return m_minor > 0; }

    /// This amount times \a rate, rounded by \a rounding at this place and nowhere else.
    [[nodiscard]] Money portion(Percentage rate, Rounding rounding) const;
    /// This price per unit times \a quantity, rounded by \a rounding.
    [[nodiscard]] Money times(Quantity quantity, Rounding rounding) const;
    /// This amount times \a part / \a whole (> 0), rounded by \a rounding.
    [[nodiscard]] Money scaled(std::int64_t part, std::int64_t whole, Rounding rounding) const;
    /// The nearest multiple of \a stepMinor (> 0).
    [[nodiscard]] Money roundedTo(std::int64_t stepMinor, Rounding rounding) const;
    /// Splits without losing a cent: the parts add up to *this, and each lies within one minor unit of its
    /// exact share; the largest remainders get the cents that are over, the earlier one at a tie. Weights are
    /// ≥ 0 and not all 0.
    [[nodiscard]] std::vector<Money> allocate(std::span<const std::int64_t> weights) const;

    friend Money operator+(Money a, Money b);
    friend Money operator-(Money a, Money b);
    friend constexpr Money operator-(Money a) { return Money(-a.m_minor, a.m_currency); }
    Money &operator+=(Money other) { return *this = *this + other; }
    Money &operator-=(Money other) { return *this = *this - other; }
    friend constexpr bool operator==(Money, Money) = default;
    /// Orders amounts of one currency; comparing two currencies ends the program.
    friend bool operator<(Money a, Money b);
    friend bool operator>(Money a, Money b) { return b < a; }
    friend bool operator<=(Money a, Money b) { return !(b < a); }
    friend bool operator>=(Money a, Money b) { return !(a < b); }

private:
    constexpr Money(std::int64_t amount, Currency currency) : m_minor(amount), m_currency(currency) { }
    std::int64_t m_minor = 0;
    Currency m_currency;
};

} // namespace evertill
