#pragma once

#include "core/pricing/promotion/best_deals.h"

namespace evertill {

/// findBestDeals() for goods among which the gifts lie that promotions give: whoever sells them scanned them.
/// A unit that is given is no purchase: it opens nothing, nothing else is taken off it, and the deals are
/// those of the other goods. As many units of a product are given as those other goods earn, the dearest
/// first; what they earn beyond is left in the outcome's gifts: it still lies on the shelf. Where it is
/// cheaper for the customer to pay for the gifts all the same, they are goods like any other. Lines that are
/// not sold by the piece, or that hold a label's amount, a discount by hand or a least price, are no gifts.
[[nodiscard]] Deals findDealsWithGifts(const Basket &basket, const std::vector<DealLine> &lines);

} // namespace evertill
