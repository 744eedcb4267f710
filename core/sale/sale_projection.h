#pragma once

#include "core/journal/event.h"
#include "core/sale/sale.h"

namespace evertill {

/// Tables that follow from sale.completed: receipt, receipt_tender, receipt_tax, sale_line, stock_movement,
/// and card_payment's state.
void project(const Event &event, const Sale &sale, Database &database);
/// Decodes \a event, a sale.completed, and projects it. Refuses BadInput.
[[nodiscard]] Result<> replaySale(const Event &event, Database &database);

} // namespace evertill
