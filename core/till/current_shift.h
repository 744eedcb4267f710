#pragma once

#include "core/base/clock.h"
#include "core/base/currency.h"
#include "core/base/uuid.h"
#include "core/store/database.h"

#include <QDate>

#include <optional>

namespace evertill {

/// The open shift, as far as those who write facts into it need to know it.
struct CurrentShift {
    ShiftId id;
    std::int64_t number = 0; ///< 1, 2, … per till
    QDate businessDate; ///< every fact of the shift carries it, after midnight too
    Currency currency;

    friend bool operator==(const CurrentShift &, const CurrentShift &) = default;
};

/// The shift that is open in \a ledger; nothing between shifts. One look-up by key. Reads the newest row of
/// the table shift(position INTEGER PRIMARY KEY, number INTEGER, id BLOB, business_date TEXT, currency TEXT,
/// closed_at INTEGER NULL while open, …), which core/cash projects. A till that went on from a backup may
/// hold an older shift that was never closed: nobody can count its drawer any more, so it never is the open
/// one again.
[[nodiscard]] std::optional<CurrentShift> currentShift(Database &ledger);

/// The business date of a fact that needs no open shift (a hand-over, a stock count): the open shift's, or
/// else the calendar day of \a now where the till stands.
[[nodiscard]] QDate businessDate(Database &ledger, const Clock &clock, Instant now);

} // namespace evertill
