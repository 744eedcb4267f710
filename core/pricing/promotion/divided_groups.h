#pragma once

#include "core/pricing/promotion/deal.h"

namespace evertill {

/// Whether a benefit of \a later minds on which lines of a group of \a packed the saving fell: all but one
/// that takes a share or an amount off what all those lines have left together.
[[nodiscard]] bool dividesGroups(const LivePromotion &later, const LivePromotion &packed);

} // namespace evertill
