#include "tests/sandbox/booking/order_book.h"

#include "tests/sandbox/booking/payload.h"
#include "tests/sandbox/booking/stock_book.h"
#include "tests/sandbox/booking/task_book.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace evertill::sandbox {

namespace {

constexpr const char *stateOf = "SELECT state FROM pickup_order WHERE order_id=?";
constexpr const char *changeState = "UPDATE pickup_order SET state=? WHERE order_id=?";
constexpr const char *keepProof = "UPDATE pickup_order SET proof=? WHERE order_id=?";
constexpr const char *keepCloser = "UPDATE pickup_order SET closed_by=? WHERE order_id=?";
constexpr const char *aboutOrder =
    "SELECT number,state,customer,currency,total,closed_by FROM pickup_order WHERE order_id=?";
constexpr const char *reservations =
    "SELECT line,sku,reserved FROM pickup_order_line WHERE order_id=? AND reserved<>0";
constexpr const char *dropReservations = "UPDATE pickup_order_line SET reserved=0 WHERE order_id=?";
constexpr const char *goodsOf = "SELECT sku FROM pickup_order_line WHERE order_id=?";
constexpr const char *lineOf = "SELECT sku,reserved FROM pickup_order_line WHERE order_id=? AND line=?";
constexpr const char *rejectLine =
    "UPDATE pickup_order_line SET rejected=rejected+?, reserved=reserved-? WHERE order_id=? AND line=?";
constexpr const char *handLine =
    "UPDATE pickup_order_line SET handed=handed+?, reserved=reserved-? WHERE order_id=? AND line=?";

} // namespace

bool OrderBook::isOpen(const QString &state)
{
    return state == u"new"_s || state == u"picking"_s || state == u"ready"_s;
}

std::optional<QString> OrderBook::state(const QString &order)
{
    Rows rows = m_work.store().query(stateOf, order);
    return rows.next() ? std::optional(rows.text(0)) : std::nullopt;
}

void OrderBook::setState(const QString &order, const QString &state)
{
    m_work.store().run(changeState, state, order);
    m_work.touch(Entity::Order, order);
}

Outcome OrderBook::bookStep(const Fact &fact)
{
    const QString order = Payload(fact.payload).text(u"order"_s);
    const std::optional<QString> before = state(order);
    touchGoods(order);
    if (before && isOpen(*before)) {
        takeStep(fact, order, *before);
        return Outcome::Applied;
    }
    if (fact.kind == u"pickup.handed_over"_s)
        moveGoods(fact, order);
    if (before) {
        m_work.touch(Entity::Order, order);
        TaskBook(m_work).openForClosedOrder(fact, order, about(order), stepOf(fact));
    } else {
        TaskBook(m_work).open(
            fact, u"unknown_order"_s, {{u"order"_s, order}, {u"steps"_s, QJsonArray{stepOf(fact)}}});
    }
    return Outcome::Task;
}

QJsonObject OrderBook::about(const QString &order)
{
    Rows rows = m_work.store().query(aboutOrder, order);
    if (!rows.next())
        return {};
    QJsonObject facts{{u"order"_s, order}, {u"number"_s, rows.text(0)}, {u"state"_s, rows.text(1)},
        {u"customer"_s, rows.text(2)}, {u"currency"_s, rows.text(3)}, {u"total"_s, rows.number(4)}};
    if (!rows.isNull(5))
        facts[u"closed_by"_s] = rows.text(5);
    return facts;
}

QJsonObject OrderBook::stepOf(const Fact &fact)
{
    QJsonObject step{
        {u"kind"_s, fact.kind}, {u"epoch"_s, fact.position.epoch}, {u"seq"_s, fact.position.seq}};
    if (fact.kind != u"pickup.handed_over"_s)
        return step;
    QJsonArray lines;
    for (const QJsonValue &value : fact.payload.value(u"lines"_s).toArray()) {
        QJsonObject line = value.toObject();
        line[u"name"_s] = TaskBook(m_work).nameOf(line.value(u"sku"_s).toString());
        lines.append(line);
    }
    step[u"lines"_s] = lines;
    return step;
}

void OrderBook::touchGoods(const QString &order)
{
    Rows rows = m_work.store().query(goodsOf, order);
    while (rows.next())
        m_work.touch(Entity::Stock, rows.text(0));
}

void OrderBook::takeStep(const Fact &fact, const QString &order, const QString &state)
{
    m_work.touch(Entity::Order, order);
    if (fact.kind == u"pickup.picking"_s) {
        // Another till may have it ready by now; a step does not go back.
        if (state == u"new"_s)
            setState(order, u"picking"_s);
    } else if (fact.kind == u"pickup.ready"_s) {
        setState(order, u"ready"_s);
    } else if (fact.kind == u"pickup.item_rejected"_s) {
        rejectItem(fact, order);
    } else if (fact.kind == u"pickup.rejected"_s) {
        releaseAll(order, u"rejected"_s, &fact);
        close(fact, order, u"rejected"_s);
    } else {
        moveGoods(fact, order);
        releaseAll(order, u"released"_s, &fact);
        close(fact, order, u"handed_over"_s);
        m_work.store().run(keepProof, Payload(fact.payload).maybeText(u"proof"_s), order);
    }
}

void OrderBook::close(const Fact &fact, const QString &order, const QString &state)
{
    setState(order, state);
    m_work.store().run(keepCloser, fact.till, order);
}

void OrderBook::rejectItem(const Fact &fact, const QString &order)
{
    const Payload payload(fact.payload);
    const qint64 line = payload.number(u"line"_s);
    const qint64 quantity = payload.number(u"quantity"_s);
    QString sku;
    qint64 reserved = 0;
    {
        Rows rows = m_work.store().query(lineOf, order, line);
        if (!rows.next())
            throw PayloadError("a line that the order does not have");
        sku = rows.text(0);
        reserved = rows.number(1);
    }
    const qint64 released = std::clamp(quantity, qint64{0}, reserved);
    m_work.store().run(rejectLine, quantity, released, order, line);
    if (released != 0)
        StockBook(m_work).move({sku, 0, -released, u"item_rejected"_s, order}, &fact);
    m_work.touch(Entity::Stock, sku);
}

void OrderBook::moveGoods(const Fact &fact, const QString &order)
{
    for (const QJsonValue &value : Payload(fact.payload).array(u"lines"_s)) {
        const Payload item = Payload::item(value);
        const qint64 line = item.number(u"line"_s);
        const qint64 quantity = item.number(u"quantity"_s);
        qint64 reserved = 0;
        {
            Rows rows = m_work.store().query(lineOf, order, line);
            if (rows.next())
                reserved = rows.number(1);
        }
        const qint64 released = std::clamp(quantity, qint64{0}, reserved);
        m_work.store().run(handLine, quantity, released, order, line);
        StockBook(m_work).move({item.text(u"sku"_s), -quantity, -released, u"handed_over"_s, order}, &fact);
    }
}

void OrderBook::releaseAll(const QString &order, const QString &reason, const Fact *cause)
{
    std::vector<std::pair<QString, qint64>> held;
    {
        Rows rows = m_work.store().query(reservations, order);
        while (rows.next())
            held.emplace_back(rows.text(1), rows.number(2));
    }
    m_work.store().run(dropReservations, order);
    for (const auto &[sku, quantity] : held)
        StockBook(m_work).move({sku, 0, -quantity, reason, order}, cause);
}

bool OrderBook::cancel(const QString &order)
{
    const std::optional<QString> before = state(order);
    if (!before || !isOpen(*before))
        return false;
    releaseAll(order, u"cancelled"_s, nullptr);
    setState(order, u"cancelled"_s);
    return true;
}

} // namespace evertill::sandbox
