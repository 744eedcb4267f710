#pragma once

#include "core/pricing/promotion/deal.h"

namespace evertill {

/// The lines of \a basket as promotions see them, in an order made from what they are: product, price,
/// quantity and tax, never from when they were scanned. Lines alike in all of that are alike in what they
/// get.
[[nodiscard]] std::vector<DealLine> dealLines(
    const Basket &basket, const PricedBasket &priced, const std::vector<std::vector<TaxRate>> &rates);

/// Where the lines of \a priced stand, in the order of \a deals, and then their deposits in that order: the
/// same goods one after another however they were scanned.
[[nodiscard]] std::vector<std::size_t> placesOf(
    const std::vector<DealLine> &deals, const PricedBasket &priced);

} // namespace evertill
