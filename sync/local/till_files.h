#pragma once

#include "core/journal/journal.h"
#include "core/replica/replica_writer.h"
#include "sync/engine/action.h"
#include "sync/engine/sync_engine.h"

namespace evertill {

/// The till's files as sync uses them: ledger.db, which it only reads, and the replica, whose one writer it
/// is. Does the engine's actions that need no network; each is done, or has changed nothing, when its outcome
/// is given. One thread.
class TillFiles final {
public:
    /// Opens both; the ledger exists already. Throws std::runtime_error where the machine fails.
    explicit TillFiles(const DataFolder &folder);

    /// What an engine begins from.
    [[nodiscard]] SyncStart start(const QString &till, SyncMode mode);
    /// Gives Tail or StoreFailure.
    [[nodiscard]] Outcome perform(const ReadTail &what);
    /// Gives TailCount or StoreFailure.
    [[nodiscard]] Outcome perform(const CountTail &what);
    /// Gives Done; StoreFailure; or HttpFailure for a page that contradicts itself.
    [[nodiscard]] Outcome perform(const ApplyPage &what);
    /// Gives Done or StoreFailure.
    [[nodiscard]] Outcome perform(const RecordAccepted &what);

    [[nodiscard]] ReplicaWriter &replica() { return m_replica; }
    [[nodiscard]] const ReplicaWriter &replica() const { return m_replica; }

private:
    [[nodiscard]] Tail tail(const ReadTail &what);

    Database m_ledger;
    ReplicaWriter m_replica;
};

} // namespace evertill
