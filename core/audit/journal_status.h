#pragma once

#include "core/base/clock.h"
#include "core/journal/journal.h"

namespace evertill {

/// How a journal stands, in figures that need no reading of it from end to end.
struct JournalStatus {
    Head head;
    std::int64_t events = 0;
    Instant newestAt; ///< by the till's clock
    std::optional<Position> lastSeal; ///< where the newest journal.sealed stands
    std::int64_t sinceSeal = 0; ///< events after it; all of them where there is none
    std::int64_t unaccepted = 0; ///< events that the OMS has not taken yet

    friend bool operator==(const JournalStatus &, const JournalStatus &) = default;
};

/// \a accepted: how far the OMS has taken the journal, as the replica says. Any thread, on its own connection
/// to a ledger file.
[[nodiscard]] JournalStatus journalStatus(Database &ledger, Position accepted);

} // namespace evertill
