#include "ui/tasks/tasks_presenter.h"

#include "core/stock/adjust_stock.h"
#include "core/tasks/settle_task.h"
#include "core/till/till_config.h"
#include "ui/words/figures.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill {

TasksPresenter::TasksPresenter(const TillServices &services, QObject *parent)
    : QObject(parent), m_services(services), m_tasks(services.replica, services.ledgerReader),
      m_pickups(services.replica, services.ledgerReader), m_stock(services.replica, services.ledgerReader)
{
    m_view.currency = services.config.currency;
    m_view.till = services.config.till;
    refresh();
}

void TasksPresenter::show(TasksView next)
{
    if (next == m_view)
        return;
    m_view = std::move(next);
    Q_EMIT viewChanged();
}

void TasksPresenter::close(TasksView &view)
{
    view.open.reset();
    view.note.clear();
    view.counted.clear();
    view.count.reset();
}

void TasksPresenter::refresh()
{
    TasksView next = m_view;
    next.items.clear();
    for (OpenTask &task : m_tasks.open())
        next.items.emplace_back(std::move(task));
    for (PickupOrder &order : m_pickups.late(m_services.clock.now()))
        next.items.emplace_back(std::move(order));
    next.waiting = int(next.items.size());
    if (m_watched) {
        for (LowStockItem &item : m_stock.items())
            next.items.emplace_back(std::move(item));
    }
    if (next.open && m_watched) {
        const auto same = std::find_if(next.items.begin(), next.items.end(),
            [&](const TaskItem &item) { return idOf(item) == idOf(*next.open); });
        if (same != next.items.end()) {
            next.open = *same;
        } else if (!next.busy) {
            if (std::holds_alternative<OpenTask>(*next.open) && !next.refusal)
                next.said = TaskSaid{TaskSaid::SettledElsewhere};
            close(next);
        }
    }
    show(std::move(next));
}

void TasksPresenter::watch(bool watched)
{
    m_watched = watched;
    if (watched)
        refresh();
}

void TasksPresenter::open(const QString &id)
{
    if (m_view.busy || (m_view.open && idOf(*m_view.open) == id))
        return;
    const auto found = std::find_if(
        m_view.items.begin(), m_view.items.end(), [&](const TaskItem &item) { return idOf(item) == id; });
    if (found == m_view.items.end())
        return;
    TasksView next = m_view;
    close(next);
    next.open = *found;
    next.said.reset();
    next.refusal.reset();
    show(std::move(next));
}

void TasksPresenter::typeNote(const QString &note)
{
    TasksView next = m_view;
    next.note = note;
    show(std::move(next));
}

void TasksPresenter::typeCount(const QString &text)
{
    TasksView next = m_view;
    next.counted = text;
    next.count = parseQuantity(text);
    const auto *low = next.open ? std::get_if<LowStockItem>(&*next.open) : nullptr;
    if (next.count && low && low->unit == "ea"_L1 && !next.count->isWhole())
        next.count.reset();
    show(std::move(next));
}

template <typename Work> void TasksPresenter::run(Work work, TaskSaid done)
{
    TasksView next = m_view;
    next.busy = true;
    next.said.reset();
    next.refusal.reset();
    show(std::move(next));
    m_services.ask(this, std::move(work), [this, done = std::move(done)](const auto &answer) {
        TasksView settled = m_view;
        settled.busy = false;
        if (answer) {
            close(settled);
            settled.said = done;
        } else {
            settled.refusal = answer.error();
        }
        show(std::move(settled));
        refresh();
        if (answer)
            Q_EMIT ledgerGrew();
    });
}

void TasksPresenter::settle()
{
    const auto *task = m_view.open ? std::get_if<OpenTask>(&*m_view.open) : nullptr;
    if (!task || m_view.busy)
        return;
    const TillServices &services = m_services;
    run([&services, id = task->task,
            note = m_view.note] { return SettleTask(services.ledger, services.ledgerReplica).run(id, note); },
        {TaskSaid::Settled});
}

void TasksPresenter::goToOrder()
{
    if (const auto *order = m_view.open ? std::get_if<PickupOrder>(&*m_view.open) : nullptr)
        Q_EMIT orderRequested(order->order);
}

void TasksPresenter::saveCount()
{
    const auto *low = m_view.open ? std::get_if<LowStockItem>(&*m_view.open) : nullptr;
    if (!low || m_view.busy || !m_view.count)
        return;
    const Quantity difference = *m_view.count - low->level.onHand;
    if (difference.isZero()) {
        TasksView next = m_view;
        next.said = TaskSaid{TaskSaid::Confirmed, low->name};
        next.refusal.reset();
        close(next);
        return show(std::move(next));
    }
    const TillServices &services = m_services;
    run([&services, difference,
            sku = low->sku] { return AdjustStock(services.ledger).run(sku, difference, u"counted"_s); },
        {TaskSaid::Corrected, low->name});
}

void TasksPresenter::refuseScan(const QString &text)
{
    TasksView next = m_view;
    next.said.reset();
    next.refusal = Refusal{Code::UnknownBarcode, {{u"code"_s, text}}};
    show(std::move(next));
}

bool TasksPresenter::goBack()
{
    if (m_view.busy || !m_view.open)
        return false;
    TasksView next = m_view;
    close(next);
    next.said.reset();
    next.refusal.reset();
    show(std::move(next));
    return true;
}

} // namespace evertill
