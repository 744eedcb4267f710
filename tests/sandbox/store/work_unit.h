#pragma once

#include "tests/sandbox/store/entity.h"
#include "tests/sandbox/store/position.h"
#include "tests/sandbox/store/store.h"

#include <map>
#include <utility>

namespace evertill::sandbox {

/// One write transaction of the OMS: all of it is durable when commit() returns, or none of it.
/// Collects which entities changed; commit() gives each of them one new place at the end of the feed, so
/// several changes of one entity are folded into its last. There is one writer at a time, so no place is ever
/// committed below one that a reader has seen.
class WorkUnit final {
public:
    /// \a now is the OMS's instant, in microseconds since 1970.
    WorkUnit(Store &store, qint64 now);

    [[nodiscard]] Store &store() { return m_store; }
    [[nodiscard]] qint64 now() const { return m_now; }

    /// What is touched from here on counts this till's event.
    void beginFact(const QString &till, Position position);
    /// Names an entity that is to be sent again. An id without a row is passed over at the commit.
    void touch(Entity entity, const QString &id);
    /// The entity counts this till's event, which left its row as it was: whatever is sent of it later says
    /// so.
    void count(Entity entity, const QString &id) { count(entity, id, m_position); }
    /// A place at the end of the feed, for bulk writers that set `changed` themselves.
    [[nodiscard]] qint64 nextChange() { return ++m_head; }
    /// The next number of the series, from 1.
    [[nodiscard]] qint64 nextNumber(const QString &series);

    void commit();
    /// Undoes everything now; going out of scope without a commit does the same.
    void abandon() { m_transaction.reset(); }

private:
    void sendAgain(Entity entity, const QString &id, Position counted);
    void count(Entity entity, const QString &id, Position counted);

    Store &m_store;
    std::optional<SQLite::Transaction> m_transaction;
    qint64 m_now;
    qint64 m_head = 0;
    qint64 m_headBefore = 0;
    QString m_till;
    Position m_position;
    std::map<std::pair<Entity, QString>, Position> m_touched;
};

} // namespace evertill::sandbox
