#pragma once

#include "core/pricing/promotion/offer.h"

namespace evertill {

/// Groups the units greedily: the group that saves most, out of the dearest units for what gets cheaper and
/// the cheapest for what is only bought, again and again. Counts into \a tried, where given, how many groups
/// it looked at.
[[nodiscard]] std::vector<Bundle> packGreedily(std::span<const Offer> offers,
    std::span<const std::int64_t> values, std::vector<std::int64_t> units, std::int64_t *tried = nullptr);

/// The lines from the dearest unit to the cheapest, the earlier first at a tie.
[[nodiscard]] std::vector<std::size_t> orderByValue(std::span<const std::int64_t> values);

} // namespace evertill
