#include "core/stock/movements.h"

namespace evertill {
namespace {

constexpr char kInsert[] = "INSERT INTO stock_movement(sku,position,line,quantity,reason) VALUES(?,?,?,?,?)";

} // namespace

void moveStock(
    Database &ledger, Position position, int line, const QString &sku, Quantity quantity, const char *reason)
{
    if (quantity.isZero())
        return;
    ledger.statement(kInsert).with(sku, position.packed(), line, quantity.thousandths(), reason).run();
}

} // namespace evertill
