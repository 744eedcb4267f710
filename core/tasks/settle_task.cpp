#include "core/tasks/settle_task.h"

#include "core/tasks/task_list.h"
#include "core/tasks/task_settlement.h"
#include "core/till/current_shift.h"

using namespace Qt::StringLiterals;

namespace evertill {

Result<OpenTask> SettleTask::run(const QString &task, const QString &note)
{
    const TaskSettlement settlement{task, note.simplified()};
    if (settlement.note.isEmpty())
        return refuse(Code::MissingNote);
    if (settlement.note.size() > kLongestNote)
        return refuse(
            Code::BadInput, {{u"problem"_s, u"a note of more than %1 characters"_s.arg(kLongestNote)}});
    return m_ledger.transact([&](Ledger::Transaction &tx) -> Result<OpenTask> {
        auto open = TaskList(m_replica, tx.database()).find(task);
        if (!open)
            return open;
        const QDate date = businessDate(tx.database(), m_ledger.clock(), tx.now());
        project(tx.append(taskSettled(settlement, date)), settlement, tx.database());
        return open;
    });
}

} // namespace evertill
