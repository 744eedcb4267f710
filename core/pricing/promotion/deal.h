#pragma once

#include "core/pricing/model/basket.h"
#include "core/pricing/model/priced_basket.h"

namespace evertill {

/// A line as promotions see it: after its price is found and what a person took off is gone. The lines of a
/// search stand in an order of their own, made from what they are, so that the order of scanning can't
/// matter.
struct DealLine {
    const BasketLine *goods = nullptr;
    std::size_t at = 0; ///< where the line stands in the basket
    std::int64_t unitPrice = 0; ///< minor units, rounded half up; what filters ask about
    bool isMarkedDown = false;
    std::int64_t units = 1; ///< pieces; what is weighed or measured counts as one
    std::int64_t amount = 0; ///< what the line costs before promotions
    std::int64_t least = 0; ///< no promotion takes it below this
    Fraction netShare = Fraction::of(1); ///< of the amount, without tax; asked for only where a rule does
    Fraction grossShare = Fraction::of(1); ///< of the amount, with tax
};

/// What the promotions so far have left of each line.
struct DealState {
    std::vector<std::int64_t> left;
};

/// Units of a product that lie among the goods as gifts, and are no lines here: what giving them saves.
struct ScannedGift {
    QString sku;
    std::int64_t units = 0;
    std::int64_t each = 0; ///< what one of them costs
};

/// What one promotion gives on this basket.
struct Outcome {
    std::vector<std::int64_t> shares; ///< per line; empty where it gives no money off
    std::int64_t total = 0;
    std::int64_t times = 0;
    std::vector<FreeGoods> gifts;
    std::int64_t giftWorth = 0; ///< of those that were scanned

    [[nodiscard]] std::int64_t worth() const { return total + giftWorth; }
    [[nodiscard]] bool isNothing() const { return total == 0 && gifts.empty(); }
};

/// A promotion that a basket is eligible for so far, with its goods found.
struct LivePromotion {
    const Promotion *rule = nullptr;
    std::size_t at = 0; ///< in the basket's list
    QString coupon; ///< the code that opened it
    std::vector<std::vector<std::size_t>> thresholdLines;
    std::vector<std::vector<std::size_t>> benefitLines;
    std::vector<std::vector<std::vector<std::size_t>>> partLines; ///< per benefit and part
    std::vector<ScannedGift> gifts; ///< per benefit
    int ticketGroup = -1; ///< shared by those of which one at most is given
    int unitGroup = -1;
    std::int64_t most = 0; ///< an upper bound of what it may give
};

} // namespace evertill
