#pragma once

#include <QtGlobal>

#include <cstdint>

__extension__ typedef __int128 evertill_int128;

namespace evertill {

/// How a result between two representable values is brought to one of them. Every rounding in the product
/// names one of these.
enum class Rounding {
    HalfUp, ///< to the nearest, a tie away from zero; a refund rounds as its sale did
    HalfEven, ///< to the nearest, a tie to the even neighbour
    Down, ///< toward zero
};

/// \a numerator / \a denominator (> 0), rounded by \a rounding. Exact in between: 128 bits wide.
[[nodiscard]] constexpr std::int64_t divideRounded(
    evertill_int128 numerator, std::int64_t denominator, Rounding rounding)
{
    Q_ASSERT(denominator > 0);
    const bool negative = numerator < 0;
    const evertill_int128 magnitude = negative ? -numerator : numerator;
    evertill_int128 quotient = magnitude / denominator;
    const evertill_int128 twice = (magnitude % denominator) * 2;
    if (rounding == Rounding::HalfUp ? twice >= denominator
            : rounding == Rounding::HalfEven
            ? twice > denominator || (twice == denominator && quotient % 2 == 1)
            : false)
        ++quotient;
    return static_cast<std::int64_t>(negative ? -quotient : quotient);
}

} // namespace evertill
