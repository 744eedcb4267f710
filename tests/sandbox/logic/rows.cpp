#include "tests/sandbox/logic/rows.h"

#include "tests/sandbox/store/json_text.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace evertill::sandbox {

namespace {

constexpr const char *throughOf = "SELECT epoch,seq FROM counted WHERE till=? AND entity=? AND id=?";
constexpr const char *taxRowOf = "SELECT row FROM tax WHERE code=?";
constexpr const char *productRowOf = "SELECT row FROM product WHERE sku=?";
constexpr const char *promotionRowOf = "SELECT row FROM promotion WHERE promotion=?";
constexpr const char *priceListRowOf = "SELECT row FROM price_list WHERE price_list=?";
constexpr const char *exchangeRateRowOf = "SELECT row FROM exchange_rate WHERE exchange_rate=?";
constexpr const char *stockOf = "SELECT on_hand,reserved FROM stock WHERE sku=?";
constexpr const char *orderOf = "SELECT number,state,placed_at,promised_at,customer,code,currency,total FROM "
                                "pickup_order WHERE order_id=?";
constexpr const char *orderLines =
    "SELECT line,sku,name,quantity,total,rejected FROM pickup_order_line WHERE order_id=? ORDER BY line";
constexpr const char *receiptOf =
    "SELECT "
    "r.sale,r.till,s.at,s.currency,s.total,r.epoch,r.seq,s.customer,s.customer_last_four,s.customer_id,"
    "s.points FROM receipt r JOIN booked_sale s "
    "USING(till,epoch,seq) WHERE r.receipt=?";
constexpr const char *saleLines =
    "SELECT line,sku,name,unit,quantity,price,gross,net,tax,tax_code,tax_rate,card,deposit_of,taxes FROM "
    "booked_sale_line "
    "WHERE till=? AND epoch=? AND seq=? ORDER BY line";
constexpr const char *backOfLine = "SELECT coalesce(sum(quantity),0), coalesce(sum(gross),0) FROM "
                                   "booked_return_line WHERE of_receipt=? AND of_line=?";
constexpr const char *saleTenders =
    "SELECT kind,amount,approval,attempt,card,last_four,points FROM booked_tender "
    "WHERE till=? AND epoch=? AND seq=? ORDER BY position";
constexpr const char *taskOf = "SELECT code,opened_at,state,facts FROM task WHERE task=?";

QByteArray opening(const char *op, Entity entity, const QString &id)
{
    return QByteArray("{\"op\":\"") + op + "\",\"entity\":\"" + entityName(entity).latin1()
        + "\",\"id\":" + jsonQuoted(id);
}

} // namespace

QByteArray RowWriter::put(const QString &till, Entity entity, const QString &id)
{
    const std::optional<QByteArray> found = row(entity, id);
    if (!found)
        return drop(entity, id);
    QByteArray line = opening("put", entity, id);
    if (carriesThrough(entity)) {
        const Position counted = through(till, entity, id);
        line += ",\"through\":{\"epoch\":" + QByteArray::number(counted.epoch)
            + ",\"seq\":" + QByteArray::number(counted.seq) + '}';
    }
    return line + ",\"row\":" + *found + '}';
}

QByteArray RowWriter::drop(Entity entity, const QString &id) { return opening("drop", entity, id) + '}'; }

Position RowWriter::through(const QString &till, Entity entity, const QString &id)
{
    Rows counted = m_store.query(throughOf, till, static_cast<int>(entity), id);
    return counted.next() ? Position{counted.number(0), counted.number(1)} : Position{};
}

std::optional<QByteArray> RowWriter::row(Entity entity, const QString &id)
{
    switch (entity) {
    case Entity::Tax:
        return storedRow(taxRowOf, id);
    case Entity::Product:
        return storedRow(productRowOf, id);
    case Entity::Stock:
        return stockRow(id);
    case Entity::Order:
        return orderRow(id);
    case Entity::Receipt:
        return receiptRow(id);
    case Entity::Task:
        return taskRow(id);
    case Entity::Promotion:
        return storedRow(promotionRowOf, id);
    case Entity::PriceList:
        return storedRow(priceListRowOf, id);
    case Entity::ExchangeRate:
        return storedRow(exchangeRateRowOf, id);
    }
    return std::nullopt;
}

std::optional<QByteArray> RowWriter::storedRow(const char *sql, const QString &id)
{
    Rows rows = m_store.query(sql, id);
    return rows.next() ? std::optional(rows.bytes(0)) : std::nullopt;
}

std::optional<QByteArray> RowWriter::stockRow(const QString &sku)
{
    Rows rows = m_store.query(stockOf, sku);
    if (!rows.next())
        return std::nullopt;
    return "{\"sku\":" + jsonQuoted(sku) + ",\"on_hand\":" + QByteArray::number(rows.number(0))
        + ",\"reserved\":" + QByteArray::number(rows.number(1)) + '}';
}

std::optional<QByteArray> RowWriter::orderRow(const QString &order)
{
    Rows rows = m_store.query(orderOf, order);
    if (!rows.next())
        return std::nullopt;
    QJsonObject row{{u"order"_s, order}, {u"number"_s, rows.text(0)}, {u"state"_s, rows.text(1)},
        {u"placed_at"_s, rows.number(2)}, {u"promised_at"_s, rows.number(3)}, {u"customer"_s, rows.text(4)},
        {u"code"_s, rows.text(5)}, {u"currency"_s, rows.text(6)}, {u"total"_s, rows.number(7)}};
    QJsonArray list;
    Rows lines = m_store.query(orderLines, order);
    while (lines.next())
        list.append(QJsonObject{{u"line"_s, lines.number(0)}, {u"sku"_s, lines.text(1)},
            {u"name"_s, lines.text(2)}, {u"quantity"_s, lines.number(3)}, {u"total"_s, lines.number(4)},
            {u"rejected"_s, lines.number(5)}});
    row[u"lines"_s] = list;
    return jsonText(row);
}

std::optional<QByteArray> RowWriter::receiptRow(const QString &receipt)
{
    Rows rows = m_store.query(receiptOf, receipt);
    if (!rows.next())
        return std::nullopt;
    const QString till = rows.text(1);
    QJsonObject row{{u"receipt"_s, receipt}, {u"sale"_s, rows.text(0)}, {u"till"_s, till},
        {u"at"_s, rows.number(2)}, {u"currency"_s, rows.text(3)}, {u"total"_s, rows.number(4)}};
    if (!rows.isNull(7)) {
        QJsonObject customer{{u"card"_s, rows.text(7)}, {u"last_four"_s, rows.text(8)}};
        if (!rows.isNull(9))
            customer[u"id"_s] = rows.text(9);
        if (rows.number(10) > 0)
            customer[u"points"_s] = rows.number(10);
        row[u"customer"_s] = customer;
    }
    QJsonArray list;
    Rows lines = m_store.query(saleLines, till, rows.number(5), rows.number(6));
    while (lines.next()) {
        Rows back = m_store.query(backOfLine, receipt, lines.number(0));
        const bool any = back.next();
        // What was put on a gift card is on the card: nothing of it is left to come back.
        const bool isLoad = !lines.isNull(11);
        QJsonObject line{{u"line"_s, lines.number(0)}, {u"sku"_s, lines.text(1)}, {u"name"_s, lines.text(2)},
            {u"unit"_s, lines.text(3)}, {u"quantity"_s, lines.number(4)}, {u"price"_s, lines.number(5)},
            {u"gross"_s, lines.number(6)}, {u"net"_s, lines.number(7)}, {u"tax"_s, lines.number(8)},
            {u"tax_code"_s, lines.text(9)}, {u"tax_rate"_s, lines.number(10)},
            {u"returned"_s,
                isLoad    ? lines.number(4)
                    : any ? back.number(0)
                          : 0},
            {u"refunded"_s,
                isLoad    ? lines.number(6)
                    : any ? back.number(1)
                          : 0}};
        if (!lines.isNull(12))
            line[u"deposit_of"_s] = lines.number(12);
        if (!lines.isNull(13))
            line[u"taxes"_s] = QJsonDocument::fromJson(lines.bytes(13)).array();
        if (isLoad)
            line[u"load"_s] = true;
        list.append(line);
    }
    row[u"lines"_s] = list;
    QJsonArray tenders;
    Rows paid = m_store.query(saleTenders, till, rows.number(5), rows.number(6));
    while (paid.next()) {
        QJsonObject tender{{u"kind"_s, paid.text(0)}, {u"amount"_s, paid.number(1)}};
        if (!paid.isNull(2))
            tender[u"approval"_s] = paid.text(2);
        if (!paid.isNull(3))
            tender[u"attempt"_s] = paid.text(3);
        if (!paid.isNull(4)) {
            tender[u"card"_s] = paid.text(4);
            tender[u"last_four"_s] = paid.text(5);
        }
        if (!paid.isNull(6))
            tender[u"points"_s] = paid.number(6);
        tenders.append(tender);
    }
    row[u"tenders"_s] = tenders;
    return jsonText(row);
}

std::optional<QByteArray> RowWriter::taskRow(const QString &task)
{
    Rows rows = m_store.query(taskOf, task);
    if (!rows.next())
        return std::nullopt;
    return jsonText(
        QJsonObject{{u"task"_s, task}, {u"code"_s, rows.text(0)}, {u"opened_at"_s, rows.number(1)},
            {u"state"_s, rows.text(2)}, {u"facts"_s, jsonObject(rows.bytes(3))}});
}

} // namespace evertill::sandbox
