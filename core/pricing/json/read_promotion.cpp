#include "core/pricing/json/read_rules.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

GoodsFilter readFilter(StrictFields &fields, QLatin1StringView name)
{
    GoodsFilter filter;
    fields.one(name, [&](StrictFields &one) {
        filter.skus = one.texts("skus"_L1);
        filter.categories = one.texts("categories"_L1);
        filter.exceptSkus = one.texts("except_skus"_L1);
        filter.exceptCategories = one.texts("except_categories"_L1);
        filter.minPrice = one.maybeInteger("min_price"_L1);
        filter.maxPrice = one.maybeInteger("max_price"_L1);
        filter.onlyFullPrice = one.flag("only_full_price"_L1);
    });
    return filter;
}

Threshold readThreshold(StrictFields &fields)
{
    Threshold threshold;
    threshold.of = readFilter(fields, "goods"_L1);
    threshold.minAmount = fields.maybeInteger("min_amount"_L1);
    threshold.maxAmount = fields.maybeInteger("max_amount"_L1);
    threshold.minUnits = fields.maybeInteger("min_units"_L1);
    threshold.isAfterDiscounts = fields.flag("after_discounts"_L1);
    threshold.isWithoutTax = fields.flag("without_tax"_L1);
    return threshold;
}

Percentage readRate(StrictFields &fields)
{
    return Percentage::partsPerMillion(fields.integerOr("ppm"_L1, 0));
}

void readTiers(StrictFields &fields, Benefit &benefit)
{
    fields.each("tiers"_L1, [&](StrictFields &one) {
        const Tier tier{one.integer("from"_L1), readRate(one), one.integerOr("amount"_L1, 0)};
        if (!benefit.tiers.empty() && tier.from <= benefit.tiers.back().from)
            one.fail("from"_L1, u"tiers go up"_s);
        benefit.tiers.push_back(tier);
    });
    benefit.tierMeasure = fields.choice("tiers_by"_L1, TierMeasure::TicketAmount,
        {{"ticket_amount"_L1, TierMeasure::TicketAmount}, {"goods_amount"_L1, TierMeasure::EligibleAmount},
            {"goods_units"_L1, TierMeasure::EligibleUnits}, {"line_amount"_L1, TierMeasure::LineAmount}});
}

Benefit readBenefit(StrictFields &fields)
{
    Benefit benefit;
    if (!fields.has("kind"_L1))
        fields.fail("kind"_L1, u"missing"_s);
    benefit.kind = fields.choice("kind"_L1, BenefitKind::Percent,
        {{"percent"_L1, BenefitKind::Percent}, {"percent_total"_L1, BenefitKind::PercentTotal},
            {"percent_bill"_L1, BenefitKind::PercentBill}, {"amount_each"_L1, BenefitKind::AmountEach},
            {"amount_per_line"_L1, BenefitKind::AmountPerLine}, {"amount_total"_L1, BenefitKind::AmountTotal},
            {"price_each"_L1, BenefitKind::PriceEach}, {"group"_L1, BenefitKind::Group},
            {"gift"_L1, BenefitKind::Gift}});
    benefit.goods = readFilter(fields, "goods"_L1);
    benefit.rate = readRate(fields);
    benefit.amount = fields.integerOr("amount"_L1, 0);
    benefit.nextAmount = fields.maybeInteger("next_amount"_L1);
    benefit.basis = fields.choice("of"_L1, Basis::Left,
        {{"left"_L1, Basis::Left}, {"price"_L1, Basis::Price}, {"line_left"_L1, Basis::LineLeft}});
    benefit.maxUnitsPerLine = fields.integerOr("max_units_per_line"_L1, 0);
    benefit.pick = fields.choice("pick"_L1, Pick::Every,
        {{"every"_L1, Pick::Every}, {"cheapest"_L1, Pick::Cheapest}, {"dearest"_L1, Pick::Dearest}});
    benefit.pickUnits = fields.integerOr("pick_units"_L1, 1);
    benefit.everyAmount = fields.integerOr("every_amount"_L1, 0);
    readTiers(fields, benefit);
    fields.each("parts"_L1, [&](StrictFields &one) {
        benefit.parts.push_back(
            {readFilter(one, "goods"_L1), one.integerOr("units"_L1, 1), one.flag("got"_L1)});
    });
    benefit.reduction = fields.choice("reduction"_L1, GroupReduction::Percent,
        {{"percent"_L1, GroupReduction::Percent}, {"amount_each"_L1, GroupReduction::AmountEach},
            {"amount_total"_L1, GroupReduction::AmountTotal}, {"price_each"_L1, GroupReduction::PriceEach},
            {"price_total"_L1, GroupReduction::PriceTotal}});
    benefit.areGotCheapest = fields.flag("got_are_cheapest"_L1);
    benefit.mostTimes = fields.integerOr("most_times"_L1, 0);
    benefit.giftSku = fields.textOr("gift_sku"_L1);
    benefit.giftUnits = fields.integerOr("gift_units"_L1, 1);
    return benefit;
}

} // namespace

Promotion readPromotion(StrictFields &fields)
{
    Promotion promotion;
    promotion.id = fields.text("id"_L1);
    promotion.name = fields.textOr("name"_L1, promotion.id);
    promotion.reason = fields.textOr("reason"_L1);
    promotion.priority = fields.integerOr("priority"_L1, 0);
    promotion.audience = readAudience(fields);
    promotion.coupon = {fields.texts("coupons"_L1), fields.texts("coupon_prefixes"_L1)};
    promotion.onOrderNumber = fields.maybeInteger("on_order_number"_L1);
    fields.each("when"_L1, [&](StrictFields &one) { promotion.thresholds.push_back(readThreshold(one)); });
    fields.each("benefits"_L1, [&](StrictFields &one) { promotion.benefits.push_back(readBenefit(one)); });
    promotion.isExclusive = fields.flag("exclusive"_L1);
    promotion.exclusiveGroup = fields.textOr("exclusive_group"_L1);
    promotion.unitGroup = fields.textOr("unit_group"_L1);
    promotion.maxDiscount = fields.maybeInteger("max_discount"_L1);
    promotion.isMaxWithTax = fields.flag("max_discount_with_tax"_L1);
    promotion.usesLeft = fields.maybeInteger("uses_left"_L1);
    promotion.usesPerCustomer = fields.maybeInteger("uses_per_customer"_L1);
    promotion.budgetLeft = fields.maybeInteger("budget_left"_L1);
    promotion.isBudgetCapped = fields.flag("budget_is_cap"_L1);
    promotion.lowersTax = fields.flag("lowers_tax"_L1, true);
    return promotion;
}

} // namespace evertill
