#pragma once

#include "ui/picking/pick_basket.h"

namespace evertill {

[[nodiscard]] PickupCard cardOf(const PickupOrder &order, Instant now);
/// \a order with what \a basket holds of it; all of it once it is ready.
[[nodiscard]] PickupDetail detailOf(const PickupOrder &order, const PickBasket &basket, Instant now);
/// The queue of \a orders (soonest promised first) in its groups: New, Picking, Ready, and the latest that
/// were handed over.
[[nodiscard]] std::vector<PickupCard> queueOf(const std::vector<PickupOrder> &orders, Instant now);

} // namespace evertill
