#include "core/replica/order_table.h"

namespace evertill {
namespace {

#define COLUMNS                                                                                              \
    "SELECT id,number,state,placed_at,promised_at,customer,code,currency,total,through FROM pickup_order "
constexpr const char *kFind = COLUMNS "WHERE id=?";
constexpr const char *kFindByNumber = COLUMNS "WHERE number=?";
constexpr const char *kFindByCode = COLUMNS "WHERE code=? ORDER BY promised_at,id";
constexpr const char *kAll = COLUMNS "ORDER BY promised_at,id";
constexpr const char *kUnready = COLUMNS "WHERE state<2 AND promised_at<? ORDER BY promised_at,id LIMIT ?";
#undef COLUMNS
constexpr const char *kLines =
    "SELECT line,sku,name,quantity,rejected,total FROM pickup_order_line WHERE order_id=? ORDER BY line";
constexpr const char *kPut =
    "INSERT OR REPLACE INTO "
    "pickup_order(id,number,state,placed_at,promised_at,customer,code,currency,total,through) "
    "VALUES(?,?,?,?,?,?,?,?,?,?)";
constexpr const char *kPutLine =
    "INSERT INTO pickup_order_line(order_id,line,sku,name,quantity,rejected,total) VALUES(?,?,?,?,?,?,?)";
constexpr const char *kDrop = "DELETE FROM pickup_order WHERE id=?";
constexpr const char *kDropLines = "DELETE FROM pickup_order_line WHERE order_id=?";

StoredOrder read(const Statement &row)
{
    OrderRow order;
    order.order = row.uuid(0);
    order.number = row.text(1);
    order.state = OrderState(row.integer(2));
    order.placedAt = {row.integer(3)};
    order.promisedAt = {row.integer(4)};
    order.customer = row.text(5);
    order.code = row.text(6);
    order.currency = Currency::fromCode(row.text(7)).value_or(Currency());
    order.total = row.integer(8);
    return {order, Position::fromPacked(row.integer(9))};
}

void readLines(Database &database, OrderRow &order)
{
    auto row = database.statement(kLines);
    row.with(order.order);
    while (row.next()) {
        order.lines.push_back({int(row.integer(0)), row.text(1), row.text(2),
            Quantity::thousandths(row.integer(3)), Quantity::thousandths(row.integer(4)), row.integer(5)});
    }
}

std::vector<StoredOrder> readAll(Database &database, Statement &rows)
{
    std::vector<StoredOrder> orders;
    while (rows.next())
        orders.push_back(read(rows));
    for (StoredOrder &stored : orders)
        readLines(database, stored.order);
    return orders;
}

std::optional<StoredOrder> readFirst(Database &database, Statement &rows)
{
    auto orders = readAll(database, rows);
    return orders.empty() ? std::nullopt : std::optional(std::move(orders.front()));
}

} // namespace

std::optional<StoredOrder> OrderTable::find(const Uuid &order)
{
    return readFirst(m_database, m_database.statement(kFind).with(order));
}

std::optional<StoredOrder> OrderTable::findByNumber(const QString &number)
{
    return readFirst(m_database, m_database.statement(kFindByNumber).with(number));
}

std::vector<StoredOrder> OrderTable::findByCode(const QString &code)
{
    return readAll(m_database, m_database.statement(kFindByCode).with(code));
}

std::vector<StoredOrder> OrderTable::all()
{
    auto rows = m_database.statement(kAll);
    return readAll(m_database, rows);
}

std::vector<StoredOrder> OrderTable::unreadyBefore(Instant now, int limit)
{
    auto rows = m_database.statement(kUnready);
    rows.with(now.us, limit);
    return readAll(m_database, rows);
}

void OrderTable::put(const OrderRow &order, Position through)
{
    if (const auto stored = find(order.order); stored && stored->order == order && stored->through == through)
        return;
    m_database.statement(kPut)
        .with(order.order, order.number, int(order.state), order.placedAt.us, order.promisedAt.us,
            order.customer, order.code, order.currency.code(), order.total, through.packed())
        .run();
    m_database.statement(kDropLines).with(order.order).run();
    for (const auto &line : order.lines) {
        m_database.statement(kPutLine)
            .with(order.order, line.line, line.sku, line.name, line.quantity.thousandths(),
                line.rejected.thousandths(), line.total)
            .run();
    }
}

void OrderTable::drop(const Uuid &order)
{
    m_database.statement(kDropLines).with(order).run();
    m_database.statement(kDrop).with(order).run();
}

} // namespace evertill
