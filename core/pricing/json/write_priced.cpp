#include "core/pricing/json/basket_json.h"
#include "core/pricing/reason.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

QString text(Fraction fraction) { return QString::fromLatin1(fraction.text()); }

QString sourceName(PriceSource::Kind kind)
{
    switch (kind) {
    case PriceSource::Given:
        return u"product"_s;
    case PriceSource::List:
        return u"list"_s;
    case PriceSource::Label:
        return u"label"_s;
    case PriceSource::Open:
        return u"open"_s;
    case PriceSource::Override:
        return u"override"_s;
    case PriceSource::Deposit:
        return u"deposit"_s;
    }
    return {};
}

QJsonObject writeSource(const PriceSource &source)
{
    QJsonObject json{{u"kind"_s, sourceName(source.kind)}};
    if (source.kind == PriceSource::List) {
        json.insert(u"list"_s, source.list);
        json.insert(u"from_quantity"_s, qint64(source.from.thousandths()));
    } else if (source.kind == PriceSource::Override) {
        json.insert(u"reason"_s, source.reason);
        json.insert(u"approved_by"_s, source.approvedBy);
    }
    return json;
}

QJsonArray writeShares(const std::vector<DiscountShare> &shares)
{
    QJsonArray list;
    for (const DiscountShare &share : shares)
        list.append(QJsonObject{{u"line"_s, qint64(share.line)}, {u"amount"_s, qint64(share.amount)}});
    return list;
}

QJsonArray writeLineTaxes(const TaxAnswerLine &line)
{
    QJsonArray list;
    for (const TaxOnLine &tax : line.taxes) {
        QJsonObject one{{u"id"_s, tax.id}, {u"base"_s, qint64(tax.base)}, {u"tax"_s, qint64(tax.charged)},
            {u"exact_base"_s, text(tax.exactBase)}, {u"exact_tax"_s, text(tax.exactTax)}};
        if (tax.owed != 0)
            one.insert(u"owed_by_buyer"_s, qint64(tax.owed));
        list.append(one);
    }
    return list;
}

QJsonObject writeLine(const Basket &basket, const PricedLine &line, std::size_t at)
{
    const BasketLine &goods = basket.lines[line.depositOf.value_or(at)];
    QJsonObject json{{u"sku"_s, line.depositOf ? goods.deposit->sku : goods.sku},
        {u"quantity"_s, qint64(goods.quantity.thousandths())}, {u"unit_price"_s, text(line.price.exact())},
        {u"price_from"_s, writeSource(line.source)}, {u"tax_included"_s, line.isTaxIncluded},
        {u"amount"_s, qint64(line.amount)}, {u"discount"_s, qint64(line.discount)},
        {u"net"_s, qint64(line.tax.net)}, {u"tax"_s, qint64(line.tax.gross - line.tax.net)},
        {u"gross"_s, qint64(line.tax.gross)}, {u"to_pay"_s, qint64(line.toPay)},
        {u"taxes"_s, writeLineTaxes(line.tax)}};
    if (!goods.id.isEmpty() && !line.depositOf)
        json.insert(u"id"_s, goods.id);
    if (line.depositOf)
        json.insert(u"deposit_of"_s, qint64(*line.depositOf));
    return json;
}

QJsonArray writeDiscounts(const PricedBasket &priced)
{
    QJsonArray list;
    for (const Discount &discount : priced.discounts) {
        QJsonObject one{{u"amount"_s, qint64(discount.amount)}, {u"why"_s, discount.reason},
            {u"lines"_s, writeShares(discount.shares)}};
        if (!discount.promotion.isEmpty()) {
            one.insert(u"promotion"_s, discount.promotion);
            one.insert(u"name"_s, discount.name);
        }
        if (!discount.approvedBy.isEmpty())
            one.insert(u"approved_by"_s, discount.approvedBy);
        if (!discount.coupon.isEmpty())
            one.insert(u"coupon"_s, discount.coupon);
        if (discount.times > 0)
            one.insert(u"times"_s, qint64(discount.times));
        if (!discount.lowersTax)
            one.insert(u"lowers_tax"_s, false);
        list.append(one);
    }
    return list;
}

QJsonArray writeSummary(const PricedBasket &priced)
{
    QJsonArray list;
    for (const TaxSummaryRow &row : priced.taxes) {
        QJsonObject one{
            {u"label"_s, row.label}, {u"base"_s, qint64(row.base)}, {u"tax"_s, qint64(row.charged)}};
        if (row.owed != 0)
            one.insert(u"owed_by_buyer"_s, qint64(row.owed));
        list.append(one);
    }
    return list;
}

void writePaying(const PricedBasket &priced, QJsonObject &json)
{
    json.insert(u"cash"_s,
        QJsonObject{{u"to_pay"_s, qint64(priced.cashToPay)},
            {u"rounding"_s, qint64(priced.cashToPay - priced.totals.toPay)},
            {u"step"_s, qint64(priced.cashStep)}, {u"source"_s, priced.cashSource}});
    if (priced.settlement) {
        json.insert(u"settlement"_s,
            QJsonObject{{u"rounding"_s, qint64(priced.settlement->rounding)},
                {u"change"_s, qint64(priced.settlement->change)},
                {u"due"_s, qint64(priced.settlement->due)}});
    }
    if (priced.returns.empty())
        return;
    QJsonArray returns;
    for (const PricedReturn &one : priced.returns)
        returns.append(QJsonObject{{u"amount"_s, qint64(one.amount)}, {u"in_cash"_s, qint64(one.inCash)},
            {u"lines"_s, writeShares(one.lines)}});
    json.insert(u"returns"_s, returns);
}

} // namespace

QJsonObject writePriced(const Basket &basket, const PricedBasket &priced)
{
    QJsonArray lines;
    for (std::size_t i = 0; i < priced.lines.size(); ++i)
        lines.append(writeLine(basket, priced.lines[i], i));
    QJsonArray freeGoods;
    for (const FreeGoods &goods : priced.freeGoods)
        freeGoods.append(QJsonObject{
            {u"promotion"_s, goods.promotion}, {u"sku"_s, goods.sku}, {u"units"_s, qint64(goods.units)}});
    QJsonArray refused;
    for (const RefusedCoupon &coupon : priced.refusedCoupons)
        refused.append(QJsonObject{{u"code"_s, coupon.code}, {u"why"_s, coupon.why}});
    const PricedTotals &totals = priced.totals;
    QJsonObject json{{u"currency"_s, basket.currency.code()}, {u"lines"_s, lines},
        {u"discounts"_s, writeDiscounts(priced)}, {u"taxes"_s, writeSummary(priced)},
        {u"tax_source"_s, priced.taxSource},
        {u"totals"_s,
            QJsonObject{{u"goods"_s, qint64(totals.goods)}, {u"discount"_s, qint64(totals.discount)},
                {u"net"_s, qint64(totals.net)}, {u"tax"_s, qint64(totals.tax)},
                {u"to_pay"_s, qint64(totals.toPay)}}},
        {u"search"_s,
            QJsonObject{
                {u"steps"_s, qint64(priced.search.steps)}, {u"complete"_s, priced.search.isComplete}}}};
    if (!freeGoods.isEmpty())
        json.insert(u"free_goods"_s, freeGoods);
    if (!refused.isEmpty())
        json.insert(u"refused_coupons"_s, refused);
    writePaying(priced, json);
    return json;
}

} // namespace evertill
