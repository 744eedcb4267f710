#include "core/pricing/promotion/best_deals.h"

#include "core/pricing/promotion/combination.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

std::vector<RefusedCoupon> refusedCoupons(
    const Basket &basket, const Eligible &eligible, const std::vector<GivenDeal> &given)
{
    std::vector<RefusedCoupon> refused;
    for (const QString &code : basket.coupons) {
        if (std::any_of(
                given.begin(), given.end(), [&](const GivenDeal &deal) { return deal.coupon == code; }))
            continue;
        QString why = u"unknown"_s;
        for (const LivePromotion &live : eligible.live) {
            if (live.coupon == code) {
                const bool isBudget = live.rule->budgetLeft && !live.rule->isBudgetCapped;
                const bool asksLater = std::any_of(live.rule->thresholds.begin(), live.rule->thresholds.end(),
                    [](const Threshold &threshold) { return threshold.isAfterDiscounts; });
                why = isBudget ? u"budget"_s : asksLater ? u"not_reached"_s : u"not_combinable"_s;
            }
        }
        for (const Unmet &unmet : eligible.unmet) {
            if (unmet.rule->coupon.accepts(code) && !unmet.why.isEmpty())
                why = unmet.why;
        }
        refused.push_back({code, why});
    }
    return refused;
}

} // namespace

Deals findBestDeals(const Basket &basket, const std::vector<DealLine> &lines, std::int64_t steps,
    const std::vector<ScannedGift> &scanned)
{
    const Eligible eligible = findLivePromotions(basket, lines, scanned);
    Deals deals;
    StepBudget budget{steps};
    std::vector<Outcome> best = bestCombination(eligible, lines, budget);
    for (std::size_t i = 0; i < best.size(); ++i) {
        if (!best[i].isNothing())
            deals.given.push_back({eligible.live[i].rule, eligible.live[i].coupon, std::move(best[i])});
    }
    deals.refusedCoupons = refusedCoupons(basket, eligible, deals.given);
    deals.search = {steps - budget.left, budget.wasEnough};
    return deals;
}

} // namespace evertill
