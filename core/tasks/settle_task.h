#pragma once

#include "core/journal/ledger.h"
#include "core/tasks/open_task.h"

namespace evertill {

class ReplicaReader;

/// Somebody has seen to a task of the OMS: fact task.settled. The task is off this till's list at once, with
/// no network too. Needs no open shift. Ledger thread.
class SettleTask final {
public:
    static constexpr int kLongestNote = 500;

    /// Both outlive it; \a replica is the ledger thread's own reader.
    SettleTask(Ledger &ledger, ReplicaReader &replica) : m_ledger(ledger), m_replica(replica) { }

    /// Durable when it returns the task that was settled. \a note says what was done about it; spaces around
    /// it and line ends are taken off. Refuses MissingNote, BadInput{problem} for one longer than
    /// kLongestNote, UnknownTask{task}, TaskSettled{task}.
    [[nodiscard]] Result<OpenTask> run(const QString &task, const QString &note);

private:
    Ledger &m_ledger;
    ReplicaReader &m_replica;
};

} // namespace evertill
