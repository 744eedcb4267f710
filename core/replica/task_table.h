#pragma once

#include "core/replica/feed_row.h"
#include "core/store/database.h"

#include <optional>
#include <vector>

namespace evertill {

struct StoredTask {
    TaskRow task;
    Position through;
};

/// The replica's tasks: facts of this till that clash with what the OMS knew. put() and drop() are the
/// writer's.
class TaskTable final {
public:
    explicit TaskTable(Database &replica) : m_database(replica) { }

    /// Those that are open, the oldest first, at most \a limit.
    [[nodiscard]] std::vector<StoredTask> open(int limit);
    [[nodiscard]] std::optional<StoredTask> find(const QString &task);

    void put(const TaskRow &task, Position through);
    void drop(const QString &task);

private:
    Database &m_database;
};

} // namespace evertill
