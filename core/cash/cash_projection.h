#pragma once

#include "core/cash/cash_event.h"
#include "core/store/database.h"

namespace evertill {

/// Tables that follow from shift.opened, cash.moved and shift.closed: shift, cash_move. Of two closings of one
/// shift (a till went on from a backup, and the OMS knew of another) the later in the journal's order stands.
void project(const Event &event, const Shift &shift, Database &database);
void project(const Event &event, const CashMove &move, Database &database);
void project(const Event &event, const ShiftClosing &closing, Database &database);
/// Decodes \a event, one of those three, and projects it. Refuses BadInput.
[[nodiscard]] Result<> replayCash(const Event &event, Database &database);

} // namespace evertill
