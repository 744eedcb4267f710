#include "core/replica/stock_table.h"

namespace evertill {
namespace {

constexpr const char *kFind = "SELECT on_hand,reserved,through FROM stock WHERE sku=?";
constexpr const char *kPut =
    "INSERT INTO stock(sku,on_hand,reserved,through) VALUES(?,?,?,?) ON CONFLICT(sku) DO UPDATE SET "
    "on_hand=excluded.on_hand,"
    "reserved=excluded.reserved,through=excluded.through "
    "WHERE on_hand<>excluded.on_hand OR reserved<>excluded.reserved OR through<>excluded.through";
constexpr const char *kDrop = "DELETE FROM stock WHERE sku=?";

} // namespace

std::optional<StoredStock> StockTable::find(const QString &sku)
{
    auto row = m_database.statement(kFind);
    row.with(sku);
    if (!row.next())
        return std::nullopt;
    return StoredStock{{sku, Quantity::thousandths(row.integer(0)), Quantity::thousandths(row.integer(1))},
        Position::fromPacked(row.integer(2))};
}

void StockTable::put(const StockRow &stock, Position through)
{
    m_database.statement(kPut)
        .with(stock.sku, stock.onHand.thousandths(), stock.reserved.thousandths(), through.packed())
        .run();
}

void StockTable::drop(const QString &sku) { m_database.statement(kDrop).with(sku).run(); }

} // namespace evertill
