#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace evertill {

/// Splits \a amount (≥ 0) by \a weights (≥ 0) without losing a cent, largest remainder first, the earlier one
/// at a tie; no part is more than its \a room. What does not fit where it belongs goes on to the others; what
/// fits nowhere is not given. Parts add up to min(amount, Σ room).
[[nodiscard]] std::vector<std::int64_t> spread(
    std::int64_t amount, std::span<const std::int64_t> weights, std::span<const std::int64_t> room);

} // namespace evertill
