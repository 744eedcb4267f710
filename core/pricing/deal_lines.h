#pragma once

#include "core/pricing/promotion/deal.h"

namespace evertill {

/// The lines of \a basket as promotions see them, in an order made from what they are: product, price,
/// quantity and tax, never from when they were scanned. Lines alike in all of that are alike in what they
/// get.
[[nodiscard]] std::vector<DealLine> dealLines(
    const Basket &basket, const PricedBasket &priced, const std::vector<std::vector<TaxRate>> &rates);

} // namespace evertill
