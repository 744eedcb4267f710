#pragma once

#include "core/pricing/promotion/deal.h"

namespace evertill {

/// A promotion that the basket does not get, for the coupon that asked for it.
struct Unmet {
    const Promotion *rule;
    QString why; ///< as RefusedCoupon::why
};

struct Eligible {
    std::vector<LivePromotion> live; ///< in the order in which they come
    std::vector<Unmet> unmet;
    int ticketGroups = 0;
    int unitGroups = 0;
};

/// The promotions of \a basket that are for this customer, moment and place, whose coupon is there, and whose
/// thresholds hold as far as they don't ask what others leave. \a scanned are gifts beside the lines.
[[nodiscard]] Eligible findLivePromotions(
    const Basket &basket, const std::vector<DealLine> &lines, const std::vector<ScannedGift> &scanned = {});

} // namespace evertill
