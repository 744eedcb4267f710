#include "core/replica/task_table.h"

namespace evertill {
namespace {

#define COLUMNS "SELECT task,code,opened_at,settled,facts,through FROM task "
constexpr const char *kOpen = COLUMNS "WHERE settled=0 ORDER BY opened_at,task LIMIT ?";
constexpr const char *kFind = COLUMNS "WHERE task=?";
#undef COLUMNS
constexpr const char *kPut = "INSERT INTO task(task,code,opened_at,settled,facts,through) "
                             "VALUES(?,?,?,?,?,?) ON CONFLICT(task) DO UPDATE SET "
                             "code=excluded.code,opened_at=excluded.opened_at,settled=excluded.settled,facts="
                             "excluded.facts,through=excluded.through "
                             "WHERE code<>excluded.code OR opened_at<>excluded.opened_at OR "
                             "settled<>excluded.settled OR facts<>excluded.facts "
                             "OR through<>excluded.through";
constexpr const char *kDrop = "DELETE FROM task WHERE task=?";

StoredTask read(const Statement &row)
{
    return {{row.text(0), row.text(1), Instant{row.integer(2)}, row.integer(3) != 0, row.bytes(4)},
        Position::fromPacked(row.integer(5))};
}

} // namespace

std::vector<StoredTask> TaskTable::open(int limit)
{
    std::vector<StoredTask> open;
    auto row = m_database.statement(kOpen);
    row.with(limit);
    while (row.next())
        open.push_back(read(row));
    return open;
}

std::optional<StoredTask> TaskTable::find(const QString &task)
{
    auto row = m_database.statement(kFind);
    row.with(task);
    return row.next() ? std::optional(read(row)) : std::nullopt;
}

void TaskTable::put(const TaskRow &task, Position through)
{
    m_database.statement(kPut)
        .with(task.task, task.code, task.openedAt.us, task.settled ? 1 : 0, task.facts.toStdString(),
            through.packed())
        .run();
}

void TaskTable::drop(const QString &task) { m_database.statement(kDrop).with(task).run(); }

} // namespace evertill
