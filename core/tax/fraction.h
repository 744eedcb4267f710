#pragma once

#include "core/base/rounding.h"

#include <QByteArray>

#include <cstdint>

namespace evertill {

/// An exact rational amount, for shares that are rounded later and once: a line's tax before the document is
/// summed. Kept reduced; exact while numerator and denominator stay below 2^62, which every price, quantity
/// and rate of a shop does. Beyond that the last binary digits are cut, the same on every machine.
class Fraction final {
public:
    constexpr Fraction() = default;
    /// \a denominator > 0.
    [[nodiscard]] static Fraction of(std::int64_t numerator, std::int64_t denominator = 1);
    /// Exact where it fits after reducing; \a denominator > 0.
    [[nodiscard]] static Fraction ofWide(evertill_int128 numerator, evertill_int128 denominator);

    [[nodiscard]] bool isZero() const { return m_numerator == 0; }
    [[nodiscard]] bool isNegative() const { return m_numerator < 0; }
    [[nodiscard]] std::int64_t rounded(Rounding how) const;
    [[nodiscard]] std::int64_t floor() const;
    /// Decimal text with up to six digits after the point, none that are only zeros: "11518.518519".
    [[nodiscard]] QByteArray text() const;

    friend Fraction operator+(Fraction a, Fraction b);
    friend Fraction operator-(Fraction a, Fraction b) { return a + -b; }
    friend Fraction operator-(Fraction a);
    friend Fraction operator*(Fraction a, Fraction b);
    /// \a b is not zero.
    friend Fraction operator/(Fraction a, Fraction b);
    Fraction &operator+=(Fraction other) { return *this = *this + other; }
    Fraction &operator-=(Fraction other) { return *this = *this - other; }
    friend bool operator==(Fraction a, Fraction b) = default;
    friend bool operator<(Fraction a, Fraction b);

private:
    std::int64_t m_numerator = 0;
    std::int64_t m_denominator = 1;
};

} // namespace evertill
