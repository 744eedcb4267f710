#pragma once

#include <QtGlobal>

#include <cstdint>

namespace evertill {

/// A rate in parts per million: 19 % is 190000, 8.875 % is 88750.
class Percentage final {
public:
    static constexpr std::int64_t kWhole = 1'000'000; ///< 100 %
    constexpr Percentage() = default;
    [[nodiscard]] static constexpr Percentage partsPerMillion(std::int64_t ppm) { return Percentage(ppm); }

    [[nodiscard]] constexpr std::int64_t partsPerMillion() const { return m_ppm; }
    [[nodiscard]] constexpr bool isZero() const { return m_ppm == 0; }
    friend constexpr bool operator==(Percentage, Percentage) = default;
    friend constexpr auto operator<=>(Percentage, Percentage) = default;

private:
    constexpr explicit Percentage(std::int64_t ppm) : m_ppm(ppm) { }
    std::int64_t m_ppm = 0;
};

} // namespace evertill
