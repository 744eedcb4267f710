#pragma once

#include "tests/core/shop/shop.h"

namespace evertill {

/// A day in which every kind of fact happens, so that no projected table stays empty: cash and card sales,
/// returns with and without a receipt, pickups, a stock count, cash moved, and a closed, sealed shift.
void liveThroughADay(Shop &shop);

} // namespace evertill
