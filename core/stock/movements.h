#pragma once

#include "core/base/quantity.h"
#include "core/journal/position.h"
#include "core/store/database.h"

#include <QString>

namespace evertill {

/// Adds one row to stock_movement (declared in resources/schema/ledger/0007_stock.sql, there and nowhere
/// else): \a quantity of \a sku came into the store (positive) or left it (negative) by the event at \a
/// position. \a line counts the event's movements from 1. \a reason is a literal: "sale", "return",
/// "handed_over", "adjusted". Called by the projections of sale, returns, pickup and stock, inside their
/// transaction. Without a quantity nothing moved, and no row is written.
void moveStock(
    Database &ledger, Position position, int line, const QString &sku, Quantity quantity, const char *reason);

} // namespace evertill
