#include "ui/tasks/tasks_presenter.h"

#include "core/cards/unsettled_cards.h"
#include "core/journal/epoch.h"
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
    view.approval.clear();
    view.counted.clear();
    view.count.reset();
}

void TasksPresenter::refresh()
{
    TasksView next = m_view;
    next.items.clear();
    next.isCatchingUp = EpochMarks(m_services.ledgerReader).isRecoveryDue();
    for (CardAttempt &card : strayCards(m_services.ledgerReader))
        next.items.emplace_back(std::move(card));
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
            // Approved money still waits for its sale, or for a void.
            if (done.kind != TaskSaid::CardApproved)
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

void TasksPresenter::typeApproval(const QString &approval)
{
    TasksView next = m_view;
    next.approval = approval;
    show(std::move(next));
}

template <typename Settle> void TasksPresenter::settleCard(TaskSaid::Kind done, Settle settle)
{
    const auto *card = m_view.open ? std::get_if<CardAttempt>(&*m_view.open) : nullptr;
    if (!card || m_view.busy)
        return;
    const auto work = [&ledger = m_services.ledger, id = card->id, settle = std::move(settle)]() -> Result<> {
        CardPayments cards(ledger);
        return settle(cards, id);
    };
    run(work, {done, moneyText(card->amount)});
}

void TasksPresenter::approveCard()
{
    const QString code = m_view.approval.trimmed();
    if (code.isEmpty())
        return;
    settleCard(TaskSaid::CardApproved, [code](CardPayments &cards, PaymentId attempt) -> Result<> {
        return cards.approve(attempt, code).map([](const Tender &) {});
    });
}

void TasksPresenter::declineCard()
{
    settleCard(TaskSaid::CardNotTaken,
        [](CardPayments &cards, PaymentId attempt) { return cards.decline(attempt); });
}

void TasksPresenter::voidCard()
{
    settleCard(TaskSaid::CardVoided,
        [](CardPayments &cards, PaymentId attempt) { return cards.voidApproved(attempt); });
}

void TasksPresenter::goToSale()
{
    if (const auto *card = m_view.open ? std::get_if<CardAttempt>(&*m_view.open) : nullptr)
        Q_EMIT saleRequested(QString::fromLatin1(card->id.toLatin1()));
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
