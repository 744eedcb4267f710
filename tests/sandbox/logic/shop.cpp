#include "tests/sandbox/logic/shop.h"

#include "tests/sandbox/booking/order_book.h"
#include "tests/sandbox/booking/stock_book.h"
#include "tests/sandbox/logic/catalog.h"
#include "tests/sandbox/logic/rows.h"
#include "tests/sandbox/store/arithmetic.h"

#include <QDateTime>
#include <QTimeZone>

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace evertill::sandbox {

namespace {

constexpr qint64 firstNumber = 1000;

constexpr const char *insertOrder =
    "INSERT INTO pickup_order(order_id,number,state,placed_at,promised_at,customer,code,currency,total) "
    "VALUES(?,?,'new',?,?,?,?,?,?)";
constexpr const char *insertLine =
    "INSERT INTO pickup_order_line(order_id,line,sku,name,quantity,total,reserved) VALUES(?,?,?,?,?,?,?)";

} // namespace

Result<Shop::Line> Shop::priced(const Wish &wish, qint64 now)
{
    Catalog catalog(m_store);
    const std::optional<QJsonObject> product = catalog.product(wish.sku);
    if (!product)
        return refuse(400, u"unknown_product"_s, wish.sku);
    if (wish.quantity <= 0)
        return refuse(400, u"bad_request"_s, u"quantity of "_s + wish.sku);
    try {
        qint64 total = multiplyDivide(product->value(u"price"_s).toInteger(), wish.quantity, 1000);
        if (!m_settings.pricesContainTax())
            total += catalog.taxAdded(product->value(u"tax"_s).toString(), total, wish.quantity,
                QDateTime::fromMSecsSinceEpoch(now / 1000, QTimeZone::utc()).date().toString(Qt::ISODate));
        return Line{wish, product->value(u"name"_s).toString(), total};
    } catch (const std::overflow_error &) {
        return refuse(400, u"bad_request"_s, u"quantity of "_s + wish.sku);
    }
}

Result<QByteArray> Shop::place(const Order &order, const RandomBytes &random, qint64 now)
{
    if (order.customer.isEmpty() || order.lines.empty())
        return refuse(400, u"bad_request"_s, u"customer or lines"_s);
    WorkUnit work(m_store, now);
    std::vector<Line> lines;
    qint64 total = 0;
    for (const Wish &wish : order.lines) {
        Result<Line> line = priced(wish, now);
        if (!line)
            return tl::unexpected(line.error());
        total += line->total;
        lines.push_back(*std::move(line));
    }
    const QString id = newId(random, now);
    const QString number = u"W-%1"_s.arg(firstNumber + work.nextNumber(u"order"_s));
    m_store.run(insertOrder, id, number, now, order.promisedAt, order.customer, randomCode(random, 6),
        m_settings.currency, total);
    int lineNumber = 0;
    for (const Line &line : lines)
        write(work, id, line, ++lineNumber);
    work.touch(Entity::Order, id);
    work.commit();
    return *RowWriter(m_store).row(Entity::Order, id);
}

void Shop::write(WorkUnit &work, const QString &order, const Line &line, int number)
{
    m_store.run(insertLine, order, number, line.wish.sku, line.name, line.wish.quantity, line.total,
        line.wish.quantity);
    StockBook(work).move({line.wish.sku, 0, line.wish.quantity, u"reserved"_s, order});
}

Result<QByteArray> Shop::cancel(const QString &order, qint64 now)
{
    WorkUnit work(m_store, now);
    OrderBook orders(work);
    if (!orders.state(order))
        return refuse(404, u"unknown_order"_s, order);
    if (!orders.cancel(order))
        return refuse(409, u"order_not_open"_s, *orders.state(order));
    work.commit();
    return *RowWriter(m_store).row(Entity::Order, order);
}

} // namespace evertill::sandbox
