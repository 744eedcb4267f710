#pragma once

#include "core/cash/shift.h"
#include "core/store/database.h"

namespace evertill {

/// The report of \a shift as the tables stand: the X report of an open shift, the Z report of a closed one.
/// Nothing where there is no such shift. \a now is the report's moment while the shift is open. Any thread,
/// on its own connection to a ledger file.
[[nodiscard]] std::optional<ShiftReport> shiftReport(
    Database &database, ShiftId shift, Instant now, int utcOffsetMin);

/// The newest \a limit shifts, newest first.
[[nodiscard]] std::vector<Shift> latestShifts(Database &database, int limit);

} // namespace evertill
