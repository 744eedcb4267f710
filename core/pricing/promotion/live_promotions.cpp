#include "core/pricing/promotion/live_promotions.h"

#include "core/pricing/promotion/benefits.h"
#include "core/pricing/promotion/offer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

std::vector<std::size_t> linesOf(const GoodsFilter &filter, const std::vector<DealLine> &lines)
{
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (filter.accepts(*lines[i].goods, lines[i].unitPrice, lines[i].isMarkedDown))
            found.push_back(i);
    }
    return found;
}

ScannedGift giftOf(const Benefit &benefit, const std::vector<ScannedGift> &scanned)
{
    const auto found = std::find_if(scanned.begin(), scanned.end(), [&](const ScannedGift &gift) {
        return benefit.kind == BenefitKind::Gift && gift.sku == benefit.giftSku;
    });
    return found == scanned.end() ? ScannedGift() : *found;
}

/// A bill knows nothing of the lowest price of a unit: goods that have one take no part in it.
void dropGuarded(std::vector<std::size_t> &found, const std::vector<DealLine> &lines)
{
    found.erase(
        std::remove_if(found.begin(), found.end(), [&](std::size_t line) { return lines[line].least > 0; }),
        found.end());
}

LivePromotion findGoods(const Promotion &rule, std::size_t at, const std::vector<DealLine> &lines,
    const std::vector<ScannedGift> &scanned)
{
    LivePromotion live;
    live.rule = &rule;
    live.at = at;
    for (const Threshold &threshold : rule.thresholds)
        live.thresholdLines.push_back(linesOf(threshold.of, lines));
    for (const Benefit &benefit : rule.benefits) {
        live.benefitLines.push_back(linesOf(benefit.goods, lines));
        live.gifts.push_back(giftOf(benefit, scanned));
        if (benefit.kind == BenefitKind::PercentBill)
            dropGuarded(live.benefitLines.back(), lines);
        live.partLines.emplace_back();
        for (const GroupPart &part : benefit.parts)
            live.partLines.back().push_back(linesOf(part.goods, lines));
    }
    return live;
}

/// The code that opens \a rule, empty where it asks for none; or why none does.
tl::expected<QString, QString> openedBy(const Promotion &rule, const Basket &basket)
{
    if (!rule.coupon.isAsked())
        return QString();
    bool isSpent = false;
    for (const QString &code : basket.coupons) {
        if (!rule.coupon.accepts(code))
            continue;
        if (!basket.spentCoupons.contains(code))
            return code;
        isSpent = true;
    }
    return tl::unexpected(isSpent ? u"spent"_s : QString());
}

QString whyNot(const Promotion &rule, const Basket &basket)
{
    if (!isFor(rule.audience, basket.occasion()))
        return u"not_now"_s;
    if (rule.onOrderNumber && (!basket.ordersBefore || *basket.ordersBefore + 1 != *rule.onOrderNumber))
        return u"not_now"_s;
    if (rule.usesPerCustomer) {
        if (basket.customer.isEmpty())
            return u"not_now"_s;
        const auto used = basket.customerUses.find(rule.id);
        if (used != basket.customerUses.end() && used->second >= *rule.usesPerCustomer)
            return u"used_up"_s;
    }
    return rule.usesLeft && *rule.usesLeft <= 0 ? u"used_up"_s : QString();
}

/// More than the promotion gives on this basket, whatever else is given.
std::int64_t mostOf(const LivePromotion &live, const std::vector<DealLine> &lines, const DealState &fresh)
{
    DealState state = fresh;
    const Outcome plain = giveBenefits(live, lines, state);
    std::int64_t most = plain.total;
    for (std::size_t i = 0; i < live.rule->benefits.size(); ++i) {
        const Benefit &benefit = live.rule->benefits[i];
        if (!isPacked(*live.rule, benefit))
            continue;
        const Offer offer(benefit, 0, live.benefitLines[i], live.partLines[i]);
        for (std::size_t line = 0; line < lines.size(); ++line)
            most += offer.mostForUnit(line, lines[line].amount / lines[line].units + 1) * lines[line].units;
    }
    if (live.rule->maxDiscount && !live.rule->isMaxWithTax)
        most = std::min(most, *live.rule->maxDiscount);
    return (live.rule->budgetLeft ? std::min(most, *live.rule->budgetLeft) : most) + plain.giftWorth;
}

bool gives(const LivePromotion &live, const std::vector<DealLine> &lines, const DealState &fresh)
{
    DealState state = fresh;
    return live.most > 0 || !giveBenefits(live, lines, state).gifts.empty();
}

int numberOf(const QString &name, QStringList &known)
{
    if (name.isEmpty())
        return -1;
    if (!known.contains(name))
        known.append(name);
    return int(known.indexOf(name));
}

} // namespace

Eligible findLivePromotions(
    const Basket &basket, const std::vector<DealLine> &lines, const std::vector<ScannedGift> &scanned)
{
    DealState fresh;
    for (const DealLine &line : lines)
        fresh.left.push_back(line.amount);
    Eligible eligible;
    QStringList ticketGroups;
    QStringList unitGroups;
    for (std::size_t at = 0; at < basket.promotions.size(); ++at) {
        const Promotion &rule = basket.promotions[at];
        const auto code = openedBy(rule, basket);
        QString why = code ? whyNot(rule, basket) : code.error();
        if (!code || !why.isEmpty()) {
            eligible.unmet.push_back({&rule, why});
            continue;
        }
        LivePromotion live = findGoods(rule, at, lines, scanned);
        live.coupon = *code;
        if (!reachesThresholds(live, lines, fresh, true)) {
            eligible.unmet.push_back({&rule, u"not_reached"_s});
            continue;
        }
        live.most = mostOf(live, lines, fresh);
        if (!gives(live, lines, fresh)) {
            eligible.unmet.push_back({&rule, u"no_goods"_s});
            continue;
        }
        const bool isGroup = std::any_of(rule.benefits.begin(), rule.benefits.end(),
            [](const Benefit &benefit) { return benefit.kind == BenefitKind::Group; });
        live.ticketGroup = numberOf(rule.exclusiveGroup, ticketGroups);
        live.unitGroup =
            numberOf(rule.unitGroup.isEmpty() && isGroup ? u"goods"_s : rule.unitGroup, unitGroups);
        eligible.live.push_back(std::move(live));
    }
    std::stable_sort(
        eligible.live.begin(), eligible.live.end(), [](const LivePromotion &a, const LivePromotion &b) {
            return a.rule->isOffBill() == b.rule->isOffBill() ? a.rule->priority > b.rule->priority
                                                              : b.rule->isOffBill();
        });
    eligible.ticketGroups = int(ticketGroups.size());
    eligible.unitGroups = int(unitGroups.size());
    return eligible;
}

} // namespace evertill
