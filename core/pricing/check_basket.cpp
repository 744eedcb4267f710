#include "core/pricing/check_basket.h"

#include "core/tax/tax_chain.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr std::int64_t kMillion = 1'000'000; // far beyond what a shop means, far below an overflow
constexpr std::int64_t kMostInGroup = 100'000; // pieces that are sold as one bundle
// A million pieces, a thousand tonnes: beyond it a finger slipped.
constexpr std::int64_t kMostThousandths = 1'000'000'000;

bool isAmount(std::int64_t minor) { return minor >= 0 && minor <= Basket::kLargestTotal; }
bool isShare(Percentage rate)
{
    return rate.partsPerMillion() >= 0 && rate.partsPerMillion() <= Percentage::kWhole;
}
bool isPrice(UnitPrice price)
{
    return price.millionths >= 0 && price.millionths / UnitPrice::kMinor <= 1'000'000'000'000;
}

tl::unexpected<Refusal> badAmount(std::int64_t minor)
{
    return refuse(Code::BadAmount, {{u"minor"_s, qint64(minor)}});
}

Result<> checkPrices(const BasketLine &line)
{
    if (line.price && !isPrice(*line.price))
        return badAmount(line.price->millionths / UnitPrice::kMinor);
    if (line.labelAmount && !isAmount(*line.labelAmount))
        return badAmount(*line.labelAmount);
    if (line.minPrice && !isAmount(*line.minPrice))
        return badAmount(*line.minPrice);
    if (line.deposit && (!isAmount(line.deposit->amount) || line.deposit->amount > kMillion))
        return badAmount(line.deposit->amount);
    if (!line.priceOverride)
        return {};
    if (line.priceOverride->reason.isEmpty() || line.priceOverride->approvedBy.isEmpty())
        return badInput(u"%1: a changed price needs a reason and an approval"_s.arg(line.sku));
    return isPrice(line.priceOverride->price)
        ? Result<>()
        : badAmount(line.priceOverride->price.millionths / UnitPrice::kMinor);
}

Result<> checkLine(const BasketLine &line)
{
    const std::int64_t quantity = line.quantity.thousandths();
    if (quantity <= 0 || quantity > kMostThousandths || (line.unit == u"ea"_s && !line.quantity.isWhole()))
        return refuse(Code::BadQuantity, {{u"quantity"_s, qint64(quantity)}});
    if (line.sku.isEmpty())
        return badInput(u"a line without sku"_s);
    if (line.isOpenPrice && !line.price && !line.priceOverride)
        return badInput(u"%1: an open price that nobody typed in"_s.arg(line.sku));
    if (line.discount && line.discount->rate.has_value() == (line.discount->amount != 0))
        return badInput(u"%1: a discount is either a rate or an amount"_s.arg(line.sku));
    if (line.discount
        && (!isAmount(line.discount->amount) || (line.discount->rate && !isShare(*line.discount->rate))))
        return badAmount(line.discount->amount);
    if (line.discount && line.discount->reason.isEmpty())
        return badInput(u"%1: a discount by hand needs a reason"_s.arg(line.sku));
    return checkPrices(line);
}

Result<> checkBenefit(const Benefit &benefit, const QString &id)
{
    if (!isShare(benefit.rate))
        return badInput(u"promotion %1: a rate is between 0 and 100 %"_s.arg(id));
    if (!isAmount(benefit.amount) || !isAmount(benefit.nextAmount.value_or(0)) || benefit.everyAmount < 0
        || benefit.maxUnitsPerLine < 0 || benefit.pickUnits < 0 || benefit.mostTimes < 0)
        return badInput(u"promotion %1: amounts and counts are not negative"_s.arg(id));
    for (const Tier &tier : benefit.tiers) {
        if (!isShare(tier.rate) || !isAmount(tier.amount))
            return badInput(u"promotion %1: a tier of more than everything"_s.arg(id));
    }
    std::int64_t units = 0;
    for (const GroupPart &part : benefit.parts) {
        if (part.units < 1 || part.units > kMillion)
            return badInput(u"promotion %1: a part has at least one unit"_s.arg(id));
        units += part.units;
    }
    if (benefit.kind == BenefitKind::Group && (units == 0 || units > kMostInGroup))
        return badInput(u"promotion %1: a group of nothing, or of far too much"_s.arg(id));
    if (benefit.kind == BenefitKind::Gift
        && (benefit.giftSku.isEmpty() || benefit.giftUnits < 1 || benefit.giftUnits > kMillion))
        return badInput(u"promotion %1: a gift of nothing, or of far too much"_s.arg(id));
    return {};
}

/// Whether what goes off the bill is a percentage of it and nothing else.
bool isPlainOffBill(const Promotion &promotion)
{
    const Benefit &benefit = promotion.benefits.front();
    return promotion.benefits.size() == 1 && benefit.tiers.empty() && benefit.basis == Basis::Left
        && benefit.pick == Pick::Every && benefit.maxUnitsPerLine == 0 && !promotion.maxDiscount
        && !promotion.budgetLeft && promotion.unitGroup.isEmpty() && promotion.lowersTax;
}

Result<> checkPromotions(const Basket &basket)
{
    QSet<QString> ids;
    for (const Promotion &promotion : basket.promotions) {
        if (promotion.id.isEmpty() || ids.contains(promotion.id))
            return badInput(u"promotions need ids of their own: \"%1\""_s.arg(promotion.id));
        ids.insert(promotion.id);
        if (promotion.benefits.empty())
            return badInput(u"promotion %1 gives nothing"_s.arg(promotion.id));
        if (promotion.usesPerCustomer && *promotion.usesPerCustomer < 1)
            return badInput(
                u"promotion %1: each customer gets it at least once, or nobody does"_s.arg(promotion.id));
        if (!isAmount(promotion.maxDiscount.value_or(0)) || !isAmount(promotion.budgetLeft.value_or(0)))
            return badInput(u"promotion %1: a cap is an amount"_s.arg(promotion.id));
        if (promotion.audience.asksForTheTime() && !basket.moment)
            return badInput(u"promotion %1 asks for the time; the basket has no moment"_s.arg(promotion.id));
        if (promotion.isOffBill() && !isPlainOffBill(promotion))
            return badInput(
                u"promotion %1: off the bill goes a percentage and nothing else"_s.arg(promotion.id));
        for (const Benefit &benefit : promotion.benefits) {
            if (auto checked = checkBenefit(benefit, promotion.id); !checked)
                return checked;
        }
    }
    const auto leavesTax = [](const Promotion &promotion) { return !promotion.lowersTax; };
    const auto isOffBill = [](const Promotion &promotion) { return promotion.isOffBill(); };
    const auto &all = basket.promotions;
    if (std::any_of(all.begin(), all.end(), isOffBill) && std::any_of(all.begin(), all.end(), leavesTax))
        return badInput(u"a percentage off the bill beside a promotion that leaves the tax"_s);
    return {};
}

Result<> checkTaxes(const Basket &basket)
{
    QSet<QString> ids;
    for (const TaxRule &rule : basket.taxes.rules) {
        const std::int64_t ppm = rule.rate.rate.partsPerMillion();
        if (rule.rate.id.isEmpty() || ids.contains(rule.rate.id))
            return badInput(u"taxes need ids of their own: \"%1\""_s.arg(rule.rate.id));
        ids.insert(rule.rate.id);
        if (ppm <= -Percentage::kWhole || ppm > 10 * Percentage::kWhole)
            return badInput(u"tax %1: no such rate"_s.arg(rule.rate.id));
        if (rule.rate.amount.isNegative() || Fraction::of(kMillion) < rule.rate.amount)
            return badInput(u"tax %1: no such amount for a unit"_s.arg(rule.rate.id));
        if (rule.audience.asksForTheTime() && !basket.moment)
            return badInput(u"tax %1 asks for the time; the basket has no moment"_s.arg(rule.rate.id));
    }
    for (const BasketLine &line : basket.lines) {
        for (const QString &id :
            line.taxes.value_or(QStringList()) + line.priceMadeFor.value_or(QStringList())) {
            if (!ids.contains(id))
                return badInput(u"%1: no tax called \"%2\""_s.arg(line.sku, id));
        }
    }
    for (const Exemption &exemption : basket.taxes.exemptions) {
        if (exemption.certificate.isEmpty())
            return badInput(u"an exemption without a certificate"_s);
        if (exemption.until && !basket.moment)
            return badInput(u"an exemption asks for the time; the basket has no moment"_s);
    }
    return {};
}

Result<> checkPriceLists(const Basket &basket)
{
    for (const PriceList &list : basket.priceLists) {
        if (list.audience.asksForTheTime() && !basket.moment)
            return badInput(u"price list %1 asks for the time; the basket has no moment"_s.arg(list.id));
        for (const ListedPrice &listed : list.prices) {
            if (!isPrice(listed.price) || listed.from.isNegative())
                return badInput(u"price list %1: no such price of %2"_s.arg(list.id, listed.sku));
        }
    }
    return {};
}

} // namespace

tl::unexpected<Refusal> badInput(const QString &problem)
{
    return refuse(Code::BadInput, {{u"problem"_s, problem}});
}

Result<> checkBasket(const Basket &basket)
{
    if (basket.lines.size() > Basket::kMostLines || basket.promotions.size() > Basket::kMostPromotions)
        return badInput(u"more lines or promotions than a till has"_s);
    for (const BasketLine &line : basket.lines) {
        if (auto checked = checkLine(line); !checked)
            return checked;
    }
    for (const BasketTender &tender : basket.tenders) {
        if (tender.amount <= 0 || tender.amount > Basket::kLargestTotal)
            return refuse(Code::NegativeTender, {{u"minor"_s, qint64(tender.amount)}});
    }
    if (basket.cashStep && (*basket.cashStep < 1 || *basket.cashStep > kMillion))
        return badInput(u"no such step of cash"_s);
    if (auto checked = checkPriceLists(basket); !checked)
        return checked;
    if (auto checked = checkPromotions(basket); !checked)
        return checked;
    return checkTaxes(basket);
}

} // namespace evertill
