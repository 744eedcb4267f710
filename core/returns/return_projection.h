#pragma once

#include "core/base/result.h"
#include "core/journal/event.h"
#include "core/returns/return.h"
#include "core/store/database.h"

namespace evertill {

/// Tables that follow from return.completed: receipt, receipt_tender, receipt_tax, goods_return, return_line,
/// stock_movement.
void project(const Event &event, const Return &done, Database &database);
/// Decodes \a event, a return.completed, and projects it. Refuses BadInput.
[[nodiscard]] Result<> replayReturn(const Event &event, Database &database);

} // namespace evertill
