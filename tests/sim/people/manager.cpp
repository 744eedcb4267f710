#include "tests/sim/people/manager.h"

#include "core/tasks/settle_task.h"
#include "tests/sim/oracle/tasks.h"

using namespace Qt::StringLiterals;

namespace evertill::sim {

void Manager::act(Till &till)
{
    std::vector<std::string> tasks = oracle::toldTasks(till.knowledge);
    if (tasks.empty())
        return;
    const std::string task = m_scene.chance.oneOf(tasks);
    const QString named = QString::fromStdString(task);
    const bool isOpen = oracle::openTasks(till.knowledge, *till.journal).contains(task);
    oracle::Fact fact{.kind = oracle::Kind::TaskSettled, .subject = task};
    m_counter.perform(till,
        {u"settles %1"_s.arg(named), isOpen ? "" : "TaskSettled", {fact},
            [&till, named]() -> Result<> {
                const auto settled =
                    SettleTask(*till.process->ledger, till.process->counter).run(named, u"called them"_s);
                if (!settled)
                    return tl::unexpected(settled.error());
                return {};
            },
            {}});
}

} // namespace evertill::sim
