#pragma once

#include "core/journal/journal.h"
#include "core/replica/feed_row.h"
#include "sync/trust/oms_identity.h"
#include "sync/oms/journal_piece.h"

namespace evertill {

/// A till's journal as its OMS has it, asked for headlessly: each call waits for its answer. Refuses what an
/// exchange can: Unreachable, Untrusted, Denied, BadAnswer.
class JournalAtOms final {
public:
    JournalAtOms(QString till, OmsIdentity identity)
        : m_till(std::move(till)), m_identity(std::move(identity))
    {
    }

    [[nodiscard]] Result<Accepted> position() const;
    /// The chain beyond \a after, up to \a limit events.
    [[nodiscard]] Result<JournalPiece> after(Position after, int limit) const;
    /// Whether the chain holds the event \a at with this hash: a question about one event.
    [[nodiscard]] Result<bool> holds(const Head &at) const;

private:
    [[nodiscard]] Result<QByteArray> ask(const QString &path, std::int64_t limit) const;

    QString m_till;
    OmsIdentity m_identity;
};

} // namespace evertill
