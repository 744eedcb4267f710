#include "core/tasks/task_list.h"

#include "core/replica/replica_reader.h"
#include "core/replica/task_table.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr char kSettled[] = "SELECT 1 FROM task_settled WHERE task=? AND position>? LIMIT 1";

OpenTask openTask(const TaskRow &row)
{
    return {row.task, row.code, row.openedAt, QJsonDocument::fromJson(row.facts).object()};
}

/// What \a rows takes from the replica, and how far that counts this till's events.
template <typename Rows> auto read(ReplicaReader &replica, Rows rows)
{
    return replica.orElseEmpty([&] {
        ReplicaReader::Snapshot snapshot(replica);
        const Position included = snapshot.included();
        return std::pair(rows(TaskTable(snapshot.database())), included);
    });
}

} // namespace

std::vector<OpenTask> TaskList::open()
{
    const auto [stored, included] = read(m_replica, [](TaskTable tasks) { return tasks.open(kMost); });
    std::vector<OpenTask> open;
    for (const StoredTask &one : stored) {
        if (!isSettledHere(one.task.task, std::max(one.through, included)))
            open.push_back(openTask(one.task));
    }
    return open;
}

Result<OpenTask> TaskList::find(const QString &task)
{
    const auto [stored, included] = read(m_replica, [&](TaskTable tasks) { return tasks.find(task); });
    if (!stored)
        return refuse(Code::UnknownTask, {{u"task"_s, task}});
    if (stored->task.settled || isSettledHere(task, std::max(stored->through, included)))
        return refuse(Code::TaskSettled, {{u"task"_s, task}});
    return openTask(stored->task);
}

bool TaskList::isSettledHere(const QString &task, Position counted)
{
    auto query = m_ledger.statement(kSettled);
    query.with(task, counted.packed());
    return query.next();
}

} // namespace evertill
