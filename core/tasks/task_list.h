#pragma once

#include "core/base/result.h"
#include "core/journal/position.h"
#include "core/store/database.h"
#include "core/tasks/open_task.h"

#include <vector>

namespace evertill {

class ReplicaReader;
struct StoredTask;

/// The tasks that are open as this till knows: the OMS's, less those that this till settled since. On one
/// thread, with its own connections; reads the replica first and the ledger after it.
class TaskList final {
public:
    /// More than a shop can look through; the oldest are shown.
    static constexpr int kMost = 500;

    /// Both outlive it. \a ledger is any connection to the ledger file.
    TaskList(ReplicaReader &replica, Database &ledger) : m_replica(replica), m_ledger(ledger) { }

    /// At most kMost, the oldest first.
    [[nodiscard]] std::vector<OpenTask> open();
    /// Refuses UnknownTask{task}; TaskSettled{task} where it is open no more, be it by this till or another.
    [[nodiscard]] Result<OpenTask> find(const QString &task);

private:
    /// Whether this till settled it beyond what \a counted, or the OMS before, tells of.
    [[nodiscard]] bool isSettledHere(const QString &task, Position counted);

    ReplicaReader &m_replica;
    Database &m_ledger;
};

} // namespace evertill
