#pragma once

#include "core/base/result.h"
#include "core/journal/event.h"
#include "core/returns/return.h"
#include "core/store/database.h"

namespace evertill {

/// Tables that follow from return.completed: receipt, receipt_tender, receipt_tax, goods_return, return_line,
/// stock_movement. The event doesn't say the shop's tax mode; every amount of a return stands with its tax,
/// so its receipt row says inclusive.
void project(const Event &event, const Return &done, Database &database);
/// Decodes \a event, a return.completed, and projects it. Refuses BadInput.
[[nodiscard]] Result<> replayReturn(const Event &event, Database &database);

} // namespace evertill
