#pragma once

#include <QString>
#include <QStringView>

#include <cstdint>
#include <optional>

namespace evertill {

/// An ISO 4217 currency by its alphabetic code. How many minor units it has is ISO's word, not CLDR's: they
/// differ on 29 of them. Default-constructed it is XXX, ISO's "no currency", so that a forgotten currency
/// can't pass for a real one.
class Currency final {
public:
    constexpr Currency() = default;
    /// The currency called \a code ("EUR"), or nothing where ISO 4217 lists none.
    [[nodiscard]] static std::optional<Currency> fromCode(QStringView code);

    [[nodiscard]] QString code() const;
    /// ISO 4217's numeric code: 978 for EUR; 999 for no currency.
    [[nodiscard]] int number() const;
    /// Digits after the decimal point: 2 for EUR, 0 for JPY, 3 for BHD.
    [[nodiscard]] int minorDigits() const;
    /// The smallest step cash is paid in, in minor units: 5 for CHF, 1 where every coin exists.
    /// Source: CLDR's cash rounding; for AUD and NZD the central banks' rules (5 and 10 cents), which CLDR
    /// lacks.
    [[nodiscard]] std::int64_t cashStepMinor() const;

    friend constexpr bool operator==(Currency, Currency) = default;

private:
    constexpr explicit Currency(std::uint32_t packed) : m_packed(packed) { }
    std::uint32_t m_packed = ('X' << 16) | ('X' << 8) | 'X';
};

} // namespace evertill
