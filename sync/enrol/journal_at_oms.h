#pragma once

#include "core/journal/journal.h"
#include "core/replica/feed_row.h"
#include "sync/oms/journal_piece.h"

namespace evertill {

/// A till's journal as its OMS has it, asked for headlessly: each call waits for its answer. Refuses what an
/// exchange can: Unreachable, Untrusted, Denied, BadAnswer.
class JournalAtOms {
public:
    virtual ~JournalAtOms() = default;

    [[nodiscard]] virtual Result<Accepted> position() const = 0;
    /// The chain beyond \a after, up to \a limit events.
    [[nodiscard]] virtual Result<JournalPiece> after(Position after, int limit) const = 0;
    /// Whether the chain holds the event \a at with this hash: a question about one event.
    [[nodiscard]] Result<bool> holds(const Head &at) const;
};

} // namespace evertill
