#pragma once

#include "core/base/quantity.h"
#include "core/base/result.h"
#include "core/journal/event.h"
#include "core/store/database.h"

namespace evertill {

/// What stock.adjusted says.
struct StockAdjustment {
    QString sku;
    Quantity quantity; ///< signed
    QString reason;
    friend bool operator==(const StockAdjustment &, const StockAdjustment &) = default;
};

/// The fact stock.adjusted, version 1.
[[nodiscard]] Fact stockAdjusted(const StockAdjustment &adjustment, QDate businessDate);
/// Refuses BadInput{problem} where the payload of \a event is not what the contract says.
[[nodiscard]] Result<StockAdjustment> stockAdjustmentFrom(const Event &event);

/// Table that follows from stock.adjusted: stock_movement.
void project(const Event &event, const StockAdjustment &adjustment, Database &database);
/// Decodes \a event, a stock.adjusted, and projects it. Refuses BadInput.
[[nodiscard]] Result<> replayStock(const Event &event, Database &database);

} // namespace evertill
