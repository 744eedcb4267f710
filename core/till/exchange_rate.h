#pragma once

#include "core/base/money.h"

#include <QString>

#include <optional>

namespace evertill {

/// How many units of the home currency one unit of a foreign one is worth: an exact decimal with up to nine
/// places.
class ExchangeRate final {
public:
    /// 0.000000001, the smallest difference between two rates, as parts of one.
    static constexpr std::int64_t kOne = 1'000'000'000;

    constexpr ExchangeRate() = default;
    [[nodiscard]] static constexpr ExchangeRate billionths(std::int64_t billionths)
    {
        return ExchangeRate(billionths);
    }
    /// "0.92", "1", "0.006123": above 0, at most 999999, at most nine places. Nothing for anything else.
    [[nodiscard]] static std::optional<ExchangeRate> parse(QStringView text);

    [[nodiscard]] constexpr std::int64_t billionths() const { return m_billionths; }
    /// "0.9200": four places, or as many more as it has.
    [[nodiscard]] QString text() const;
    /// What \a foreign is worth in \a home: amount × rate, rounded half up to \a home's minor unit, here and
    /// nowhere else; exact in between. Never beyond ±Money::kLargest.
    [[nodiscard]] Money worthOf(Money foreign, Currency home) const;

    friend constexpr bool operator==(ExchangeRate, ExchangeRate) = default;

private:
    constexpr explicit ExchangeRate(std::int64_t billionths) : m_billionths(billionths) { }
    std::int64_t m_billionths = 0;
};

} // namespace evertill
