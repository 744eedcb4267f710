#pragma once

#include <QtGlobal>

#include <cstdint>

namespace evertill {

/// A place in a till's journal. Compares by epoch, then seq; {0, 0} is before everything.
struct Position {
    /// A packed position and a receipt's number leave an epoch 22 bits.
    static constexpr std::int64_t kLargestEpoch = (std::int64_t(1) << 22) - 1;
    static constexpr std::int64_t kLargestSeq = (std::int64_t(1) << 40) - 1;

    std::int64_t epoch = 0;
    std::int64_t seq = 0;

    /// The one integer under which the database keeps it: epoch * 2^40 + seq.
    [[nodiscard]] constexpr std::int64_t packed() const { return (epoch << 40) | seq; }
    [[nodiscard]] static constexpr Position fromPacked(std::int64_t packed)
    {
        return {packed >> 40, packed & ((std::int64_t(1) << 40) - 1)};
    }
    /// Whether packed() holds it. A till's own positions are; one from outside is asked first.
    [[nodiscard]] constexpr bool isPackable() const
    {
        return epoch >= 0 && epoch <= kLargestEpoch && seq >= 0 && seq <= kLargestSeq;
    }
    friend constexpr bool operator==(Position, Position) = default;
    friend constexpr auto operator<=>(Position, Position) = default;
};

} // namespace evertill
