#include "tests/fuzz/feed_json.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace evertill::fuzz {
namespace {

void put(QJsonObject &object, const QString &name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(name, text);
}

void put(QJsonObject &object, const QString &name, const QStringList &texts)
{
    if (!texts.isEmpty())
        object.insert(name, QJsonArray::fromStringList(texts));
}

template <typename T, typename Write> QJsonArray list(const std::vector<T> &lines, Write write)
{
    QJsonArray written;
    for (const T &line : lines)
        written.append(write(line));
    return written;
}

QJsonObject rowJson(const TaxRow &row)
{
    return {{u"code"_s, row.code}, {u"name"_s, row.name}, {u"rate"_s, qint64(row.rate.partsPerMillion())}};
}

QJsonObject rowJson(const ProductRow &row)
{
    QJsonObject json{{u"sku"_s, row.sku}, {u"name"_s, row.name}, {u"unit"_s, row.unit},
        {u"price"_s, qint64(row.price)}, {u"tax"_s, row.tax}};
    put(json, u"short_name"_s, row.shortName);
    put(json, u"category"_s, row.category);
    put(json, u"instore"_s, row.instore);
    put(json, u"gtins"_s, row.gtins);
    put(json, u"recalled_lots"_s, row.recalledLots);
    if (row.deposit)
        json.insert(u"deposit"_s,
            QJsonObject{{u"sku"_s, row.deposit->sku}, {u"name"_s, row.deposit->name},
                {u"amount"_s, qint64(row.deposit->amount)}, {u"tax_code"_s, row.deposit->tax}});
    if (row.isOpenPrice)
        json.insert(u"open_price"_s, true);
    if (row.minAge != 0)
        json.insert(u"min_age"_s, row.minAge);
    return json;
}

QJsonObject rowJson(const StockRow &row)
{
    return {{u"sku"_s, row.sku}, {u"on_hand"_s, qint64(row.onHand.thousandths())},
        {u"reserved"_s, qint64(row.reserved.thousandths())}};
}

QJsonObject lineJson(const OrderRow::Line &line)
{
    return {{u"line"_s, line.line}, {u"sku"_s, line.sku}, {u"name"_s, line.name},
        {u"quantity"_s, qint64(line.quantity.thousandths())},
        {u"rejected"_s, qint64(line.rejected.thousandths())}, {u"total"_s, qint64(line.total)}};
}

QJsonObject rowJson(const OrderRow &row)
{
    static const QStringList states{
        u"new"_s, u"picking"_s, u"ready"_s, u"handed_over"_s, u"rejected"_s, u"cancelled"_s};
    return {{u"order"_s, row.order.toString()}, {u"number"_s, row.number},
        {u"state"_s, states.at(int(row.state))}, {u"placed_at"_s, qint64(row.placedAt.us)},
        {u"promised_at"_s, qint64(row.promisedAt.us)}, {u"customer"_s, row.customer}, {u"code"_s, row.code},
        {u"currency"_s, row.currency.code()}, {u"total"_s, qint64(row.total)},
        {u"lines"_s, list(row.lines, lineJson)}};
}

QJsonObject receiptLineJson(const ReceiptRow::Line &line)
{
    QJsonObject json{{u"line"_s, line.line}, {u"sku"_s, line.sku}, {u"name"_s, line.name},
        {u"unit"_s, line.unit}, {u"quantity"_s, qint64(line.quantity.thousandths())},
        {u"price"_s, qint64(line.price)}, {u"gross"_s, qint64(line.gross)}, {u"net"_s, qint64(line.net)},
        {u"tax"_s, qint64(line.tax)}, {u"tax_code"_s, line.taxCode},
        {u"tax_rate"_s, qint64(line.taxRate.partsPerMillion())},
        {u"returned"_s, qint64(line.returned.thousandths())}, {u"refunded"_s, qint64(line.refunded)}};
    if (line.depositOf)
        json.insert(u"deposit_of"_s, *line.depositOf);
    if (line.isLoad)
        json.insert(u"load"_s, true);
    return json;
}

QJsonObject tenderJson(const ReceiptRow::Tender &tender)
{
    QJsonObject json{{u"kind"_s, tender.kind}, {u"amount"_s, qint64(tender.amount)}};
    put(json, u"approval"_s, tender.approval);
    if (tender.attempt)
        json.insert(u"attempt"_s, tender.attempt->toString());
    put(json, u"card"_s, tender.card);
    put(json, u"last_four"_s, tender.lastFour);
    if (tender.points > 0)
        json.insert(u"points"_s, qint64(tender.points));
    return json;
}

QJsonObject customerJson(const SaleCustomer &customer)
{
    QJsonObject json{{u"card"_s, customer.card.reference}, {u"last_four"_s, customer.card.lastFour}};
    if (!customer.id.isNull())
        json.insert(u"id"_s, customer.id.toString());
    if (customer.points > 0)
        json.insert(u"points"_s, qint64(customer.points));
    return json;
}

QJsonObject rowJson(const ReceiptRow &row)
{
    QJsonObject json{{u"receipt"_s, row.receipt}, {u"sale"_s, row.sale.toString()}, {u"till"_s, row.till},
        {u"at"_s, qint64(row.at.us)}, {u"currency"_s, row.currency.code()}, {u"total"_s, qint64(row.total)},
        {u"lines"_s, list(row.lines, receiptLineJson)}, {u"tenders"_s, list(row.tenders, tenderJson)}};
    if (row.customer)
        json.insert(u"customer"_s, customerJson(*row.customer));
    return json;
}

QJsonObject rowJson(const TaskRow &row)
{
    return {{u"task"_s, row.task}, {u"code"_s, row.code}, {u"opened_at"_s, qint64(row.openedAt.us)},
        {u"state"_s, row.settled ? u"settled"_s : u"open"_s},
        {u"facts"_s, QJsonDocument::fromJson(row.facts).object()}};
}

QJsonObject rowJson(const PriceListRow &row)
{
    return {{u"price_list"_s, row.priceList}, {u"list"_s, QJsonDocument::fromJson(row.list).object()}};
}

QJsonObject rowJson(const ExchangeRateRow &row)
{
    if (row.rate.isEmpty()) // set aside
        return {{u"exchange_rate"_s, row.exchangeRate}};
    return {{u"exchange_rate"_s, row.exchangeRate}, {u"currency"_s, row.currency}, {u"rate"_s, row.rate},
        {u"from"_s, qint64(row.from.us)}};
}

QJsonObject rowJson(const PromotionRow &row)
{
    return {{u"promotion"_s, row.promotion}, {u"rule"_s, QJsonDocument::fromJson(row.rule).object()}};
}

} // namespace

QJsonObject changeJson(const FeedChange &change)
{
    static const QStringList entities{u"tax"_s, u"product"_s, u"stock"_s, u"order"_s, u"receipt"_s, u"task"_s,
        u"promotion"_s, u"price_list"_s, u"exchange_rate"_s};
    QJsonObject json{{u"op"_s, change.op == FeedChange::Put ? u"put"_s : u"drop"_s},
        {u"entity"_s, entities.at(int(change.entity))}, {u"id"_s, change.id}};
    if (change.through != Position())
        json.insert(u"through"_s,
            QJsonObject{{u"epoch"_s, qint64(change.through.epoch)}, {u"seq"_s, qint64(change.through.seq)}});
    if (change.row)
        json.insert(u"row"_s, std::visit([](const auto &row) { return rowJson(row); }, *change.row));
    return json;
}

} // namespace evertill::fuzz
