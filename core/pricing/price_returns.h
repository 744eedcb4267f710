#pragma once

#include "core/base/result.h"
#include "core/pricing/model/priced_basket.h"

namespace evertill {

/// What the basket's returns give back, one after another, deposits along with their goods. By either rule
/// the returns of everything, in any parts and any order, add up to exactly what was paid.
/// AsPaid: a line that was paid p for n gives back, for its first k, p·k/n cut to the minor unit, less what
/// it gave back before. Repriced: what was paid, less what was given back before, less what the goods that
/// are kept cost on their own; never below zero. Coupons and labels count for what is kept in proportion.
/// Refuses MoreThanLeft (line, left), BadQuantity, and what pricing the rest refuses.
[[nodiscard]] Result<std::vector<PricedReturn>> priceReturns(
    const Basket &basket, const PricedBasket &priced, const TaxProvider &taxes);

} // namespace evertill
