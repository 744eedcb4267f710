#include "core/offers/grant_offers.h"

#include "core/pricing/check_basket.h"
#include "core/pricing/price_basket.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

// What one unit may cost so that its millionths fit.
constexpr std::int64_t kLargestPrice = 1'000'000'000'000;

/// A tax by what a line or a deposit says of it: one code may have had two rates, or other parts, while the
/// goods were scanned.
template <typename Taxed> QString taxNameOf(const Taxed &taxed)
{
    return taxed.taxCode + u'/' + QString::number(taxed.taxRate.partsPerMillion())
        + taxPartsText(taxed.taxParts);
}

BasketLine basketLine(const CartLine &line)
{
    BasketLine goods;
    goods.sku = line.sku;
    goods.name = line.name;
    goods.quantity = line.quantity;
    goods.unit = line.unit;
    if (!line.category.isEmpty())
        goods.categories = {line.category};
    goods.price = UnitPrice::minor(line.price.minor());
    goods.isOpenPrice = line.isOpenPrice || !line.giftCard.isNull(); // whoever sells a load says its amount
    if (line.change)
        goods.priceOverride = {
            UnitPrice::minor(line.price.minor()), line.change->reason, u"approval.granted"_s};
    if (line.labelAmount)
        goods.labelAmount = line.labelAmount->minor();
    if (!line.discount.isZero())
        goods.discount = {{}, line.discount.minor(), u"by hand"_s, {}};
    goods.taxCategory = taxNameOf(line);
    // A gift card for less than it is worth would be money for nothing.
    goods.takesDiscount = line.giftCard.isNull();
    if (line.deposit)
        goods.deposit = {
            line.deposit->sku, line.deposit->name, line.deposit->amount.minor(), taxNameOf(*line.deposit)};
    return goods;
}

template <typename Taxed> void addTax(Basket &basket, const Taxed &taxed)
{
    const QString name = taxNameOf(taxed);
    const auto same = [&](const TaxRule &rule) { return rule.categories.contains(name); };
    if (std::any_of(basket.taxes.rules.begin(), basket.taxes.rules.end(), same))
        return;
    for (TaxRate &rate : GoodsTax{taxed.taxCode, taxed.taxRate, taxed.taxParts}.rates()) {
        TaxRule rule;
        rule.rate = std::move(rate);
        rule.rate.id = name + u'/' + QString::number(basket.taxes.rules.size());
        rule.categories = {name};
        basket.taxes.rules.push_back(std::move(rule));
    }
}

/// Somebody that the OMS said nothing of is nobody to a promotion: no group, and none of their limits known.
void addCustomer(Basket &basket, const Cart &cart, const OfferTerms &terms)
{
    if (!cart.customer || !cart.customer->facts)
        return;
    const CustomerFacts &facts = *cart.customer->facts;
    basket.customer = facts.id.toString();
    basket.customerGroups = facts.groups;
    basket.ordersBefore = facts.purchases + terms.purchasesSince;
    basket.customerUses = facts.uses;
    for (const auto &[promotion, times] : terms.usesSince)
        basket.customerUses[promotion] += times;
}

Basket basketOf(const Cart &cart, const OfferTerms &terms)
{
    Basket basket;
    basket.currency = cart.currency;
    basket.mode = terms.taxMode == TaxMode::Inclusive ? PriceMode::Inclusive : PriceMode::Exclusive;
    basket.store = terms.store;
    basket.channel = u"store"_s;
    basket.moment = terms.moment;
    basket.priceLists = terms.priceLists;
    basket.promotions = terms.promotions;
    basket.coupons = cart.coupons;
    basket.giftRule = GiftRule::Scanned;
    addCustomer(basket, cart, terms);
    for (const CartLine &line : cart.lines) {
        basket.lines.push_back(basketLine(line));
        addTax(basket, line);
        if (line.deposit)
            addTax(basket, *line.deposit);
    }
    return basket;
}

/// The promotion's own words where it has some, else what it does.
QString wordsOf(const Discount &discount)
{
    return discount.name.isEmpty() || discount.name == discount.promotion ? discount.reason : discount.name;
}

GrantedDiscount granted(const Discount &discount, Currency currency)
{
    GrantedDiscount granted{
        discount.promotion, wordsOf(discount), discount.coupon, Money::minor(discount.amount, currency), {}};
    for (const DiscountShare &share : discount.shares)
        granted.shares.push_back({int(share.line) + 1, Money::minor(share.amount, currency)});
    return granted;
}

std::vector<RefusedCoupon> withoutGoods(const QStringList &coupons)
{
    std::vector<RefusedCoupon> refused;
    for (const QString &coupon : coupons)
        refused.push_back({coupon, u"no_goods"_s});
    return refused;
}

void takeOffLists(Cart &cart)
{
    for (CartLine &line : cart.lines) {
        if (!line.list || line.change)
            continue;
        line.price = line.list->was;
        line.list.reset();
    }
}

void putOnLists(Cart &cart, const PricedBasket &priced)
{
    for (std::size_t i = 0; i < cart.lines.size(); ++i) {
        const PricedLine &from = priced.lines[i];
        if (from.source.kind != PriceSource::List)
            continue;
        CartLine &line = cart.lines[i];
        line.list = LinePriceList{from.source.list, from.source.from, line.price};
        line.price = Money::minor(from.price.millionths / UnitPrice::kMinor, cart.currency);
    }
}

std::vector<EarnedGift> earnedGifts(
    const PricedBasket &priced, const std::vector<Promotion> &promotions, const QStringList &coupons)
{
    std::vector<EarnedGift> gifts;
    for (const FreeGoods &goods : priced.freeGoods) {
        const auto rule = std::find_if(promotions.begin(), promotions.end(),
            [&](const Promotion &promotion) { return promotion.id == goods.promotion; });
        const bool isNamed = !rule->name.isEmpty() && rule->name != rule->id;
        const auto coupon = std::find_if(
            coupons.begin(), coupons.end(), [&](const QString &code) { return rule->coupon.accepts(code); });
        gifts.push_back({rule->id, isNamed ? rule->name : rule->reason, goods.sku, goods.units,
            coupon == coupons.end() ? QString() : *coupon});
    }
    return gifts;
}

bool isPriceable(const CartLine &line) { return line.price.minor() <= kLargestPrice; }

} // namespace

Result<> canHonour(const Promotion &promotion)
{
    Basket alone;
    alone.moment = WallMinute();
    alone.promotions = {promotion};
    if (auto checked = checkBasket(alone); !checked)
        return checked;
    const bool isGift = std::any_of(promotion.benefits.begin(), promotion.benefits.end(),
        [](const Benefit &benefit) { return benefit.kind == BenefitKind::Gift; });
    if (isGift && (promotion.budgetLeft || promotion.maxDiscount))
        return badInput(u"promotion %1 gives goods, and a cap counts money only"_s.arg(promotion.id));
    if (promotion.isOffBill())
        return badInput(u"promotion %1 goes off the bill, and a till prices lines"_s.arg(promotion.id));
    if (!promotion.lowersTax)
        return badInput(u"promotion %1 leaves the tax as it is, which a till can't"_s.arg(promotion.id));
    return {};
}

Granted grantOffers(Cart &cart, const OfferTerms &terms)
{
    cart.discounts.clear();
    takeOffLists(cart);
    const bool isPlain = terms.promotions.empty() && cart.coupons.isEmpty() && terms.priceLists.empty();
    if (cart.isEmpty())
        return {withoutGoods(cart.coupons), {}};
    if (isPlain || !std::all_of(cart.lines.begin(), cart.lines.end(), isPriceable))
        return {};
    auto priced = priceBasket(basketOf(cart, terms));
    if (!priced) {
        qWarning("promotions: this ticket can't be priced: %s",
            qPrintable(priced.error().facts.value(u"problem"_s).toString()));
        return {};
    }
    putOnLists(cart, *priced);
    for (const Discount &discount : priced->discounts) {
        if (!discount.promotion.isEmpty() && discount.amount > 0)
            cart.discounts.push_back(granted(discount, cart.currency));
    }
    return {std::move(priced->refusedCoupons), earnedGifts(*priced, terms.promotions, cart.coupons)};
}

std::optional<QString> couponIn(const std::vector<Promotion> &promotions, const QString &scanned)
{
    const QString text = scanned.trimmed();
    // "]C1", "]e0": what kind of symbol it was.
    const QString plain = text.startsWith(u']') && text.size() > 3 ? text.mid(3) : text;
    if (plain.isEmpty())
        return std::nullopt;
    for (const QString &code : {plain, plain.toUpper()}) {
        if (std::any_of(promotions.begin(), promotions.end(),
                [&](const Promotion &promotion) { return promotion.coupon.accepts(code); }))
            return code;
    }
    return std::nullopt;
}

} // namespace evertill
