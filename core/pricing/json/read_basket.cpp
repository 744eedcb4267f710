#include "core/pricing/json/basket_json.h"
#include "core/pricing/json/read_rules.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

PriceMode readMode(StrictFields &fields, QLatin1StringView name)
{
    return fields.choice(name, PriceMode::Inclusive,
        {{"inclusive"_L1, PriceMode::Inclusive}, {"exclusive"_L1, PriceMode::Exclusive}});
}

void readHandMade(StrictFields &fields, BasketLine &line)
{
    fields.one("override"_L1, [&](StrictFields &one) {
        line.priceOverride =
            PriceOverride{{one.millionths("price"_L1)}, one.text("reason"_L1), one.text("approved_by"_L1)};
    });
    fields.one("discount"_L1, [&](StrictFields &one) {
        ManualDiscount discount;
        if (one.has("ppm"_L1))
            discount.rate = Percentage::partsPerMillion(one.integer("ppm"_L1));
        discount.amount = one.integerOr("amount"_L1, 0);
        discount.reason = one.text("reason"_L1);
        discount.approvedBy = one.textOr("approved_by"_L1);
        line.discount = std::move(discount);
    });
    fields.one("deposit"_L1, [&](StrictFields &one) {
        line.deposit = Deposit{one.text("sku"_L1), one.textOr("name"_L1), one.integer("amount"_L1),
            one.textOr("tax_category"_L1)};
    });
}

BasketLine readLine(StrictFields &fields)
{
    BasketLine line;
    line.id = fields.textOr("id"_L1);
    line.sku = fields.text("sku"_L1);
    line.name = fields.textOr("name"_L1);
    line.quantity = Quantity::thousandths(fields.integerOr("quantity"_L1, 1000));
    line.unit = fields.textOr("unit"_L1, u"ea"_s);
    line.categories = fields.texts("categories"_L1);
    if (fields.has("price"_L1))
        line.price = UnitPrice{fields.millionths("price"_L1)};
    line.labelAmount = fields.maybeInteger("label_amount"_L1);
    line.isOpenPrice = fields.flag("open_price"_L1);
    line.isMarkedDown = fields.flag("marked_down"_L1);
    line.takesDiscount = fields.flag("takes_discount"_L1, true);
    line.minPrice = fields.maybeInteger("min_price"_L1);
    line.taxCategory = fields.textOr("tax_category"_L1);
    if (fields.has("taxes"_L1))
        line.taxes = fields.texts("taxes"_L1);
    if (fields.has("price_made_for"_L1))
        line.priceMadeFor = fields.texts("price_made_for"_L1);
    readHandMade(fields, line);
    return line;
}

void readCustomer(StrictFields &fields, Basket &basket)
{
    fields.one("customer"_L1, [&](StrictFields &one) {
        basket.customer = one.textOr("id"_L1);
        basket.customerGroups = one.texts("groups"_L1);
        basket.ordersBefore = one.maybeInteger("orders_before"_L1);
        one.each("uses"_L1, [&](StrictFields &use) {
            basket.customerUses[use.text("promotion"_L1)] = use.integer("times"_L1);
        });
    });
}

void readOccasion(StrictFields &fields, Basket &basket)
{
    basket.store = fields.textOr("store"_L1);
    basket.region = fields.textOr("region"_L1);
    basket.country = fields.textOr("country"_L1);
    basket.shipTo = fields.textOr("ship_to"_L1);
    basket.channel = fields.textOr("channel"_L1);
    basket.moment = fields.minute("moment"_L1, false);
    if (basket.moment)
        basket.day = QDate::fromJulianDay(basket.moment->minutes / 1440);
    readCustomer(fields, basket);
}

void readPaying(StrictFields &fields, Basket &basket)
{
    basket.cashStep = fields.maybeInteger("cash_step"_L1);
    fields.each("tenders"_L1, [&](StrictFields &one) {
        basket.tenders.push_back({one.text("kind"_L1), one.integer("amount"_L1), one.textOr("reference"_L1)});
    });
    basket.returnRule = fields.choice("returns_are"_L1, ReturnRule::AsPaid,
        {{"as_paid"_L1, ReturnRule::AsPaid}, {"repriced"_L1, ReturnRule::Repriced}});
    fields.each("returns"_L1, [&](StrictFields &one) {
        basket.returns.emplace_back();
        one.each("lines"_L1, [&](StrictFields &line) {
            const std::int64_t at = line.integer("line"_L1);
            if (at < 0 || std::size_t(at) >= basket.lines.size())
                line.fail("line"_L1, u"no such line"_s);
            basket.returns.back().push_back(
                {std::size_t(at), Quantity::thousandths(line.integerOr("quantity"_L1, 1000))});
        });
    });
}

} // namespace

Result<Basket> readBasket(const QJsonObject &json)
{
    QString problem;
    StrictFields fields(json, {}, problem);
    Basket basket;
    const auto currency = Currency::fromCode(fields.text("currency"_L1));
    if (!currency)
        fields.fail("currency"_L1, u"not a currency of ISO 4217"_s);
    basket.currency = currency.value_or(Currency());
    basket.mode = readMode(fields, "prices_are"_L1);
    readOccasion(fields, basket);
    if (!fields.has("lines"_L1))
        fields.fail("lines"_L1, u"missing"_s);
    fields.each("lines"_L1, [&](StrictFields &one) { basket.lines.push_back(readLine(one)); });
    fields.each("price_lists"_L1,
        [&](StrictFields &one) { basket.priceLists.push_back(readPriceList(one, basket.currency)); });
    fields.each("promotions"_L1, [&](StrictFields &one) { basket.promotions.push_back(readPromotion(one)); });
    basket.giftRule = fields.choice(
        "gifts_are"_L1, GiftRule::Added, {{"added"_L1, GiftRule::Added}, {"scanned"_L1, GiftRule::Scanned}});
    basket.coupons = fields.texts("coupons"_L1);
    basket.spentCoupons = fields.texts("spent_coupons"_L1);
    fields.one("taxes"_L1, [&](StrictFields &one) { basket.taxes = readTaxes(one); });
    readPaying(fields, basket);
    fields.finish();
    if (!problem.isEmpty())
        return refuse(Code::BadInput, {{u"problem"_s, problem}});
    return basket;
}

Result<Promotion> readPromotion(const QJsonObject &json)
{
    QString problem;
    StrictFields fields(json, {}, problem);
    Promotion promotion = readPromotion(fields);
    fields.finish();
    if (!problem.isEmpty())
        return refuse(Code::BadInput, {{u"problem"_s, problem}});
    return promotion;
}

Result<PriceList> readPriceList(const QJsonObject &json, Currency currency)
{
    QString problem;
    StrictFields fields(json, {}, problem);
    PriceList list = readPriceList(fields, currency);
    fields.finish();
    if (!problem.isEmpty())
        return refuse(Code::BadInput, {{u"problem"_s, problem}});
    return list;
}

} // namespace evertill
