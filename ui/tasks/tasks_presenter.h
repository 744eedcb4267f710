#pragma once

#include "core/pickup/pickup_queue.h"
#include "core/tasks/task_list.h"
#include "ui/shell/till_services.h"
#include "ui/tasks/tasks_view.h"

#include <QObject>

namespace evertill {

/// What happens in the room Tasks. GUI thread. Low stock is looked up while the room is watched only: clashes
/// and late pickups are what the badge counts.
class TasksPresenter final : public QObject {
    Q_OBJECT
public:
    /// \a services outlives it.
    explicit TasksPresenter(const TillServices &services, QObject *parent = nullptr);
    [[nodiscard]] const TasksView &view() const { return m_view; }

public Q_SLOTS:
    /// Looks everything up again.
    void refresh();
    /// Whether somebody looks at the room.
    void watch(bool watched);
    /// Opens the item with this idOf().
    void open(const QString &id);
    void typeNote(const QString &note);
    /// Settles the clash that is open with what was typed.
    void settle();
    /// Asks for the order that is open to be shown where it is worked on.
    void goToOrder();
    void typeApproval(const QString &approval);
    /// The terminal's slip says that the open card payment was taken, under the code that was typed.
    void approveCard();
    /// It was not taken.
    void declineCard();
    /// It was taken, and is voided on the terminal.
    void voidCard();
    /// Asks for the ticket of the open card payment to be opened again.
    void goToSale();
    void typeCount(const QString &text);
    /// Corrects the stock of what is open to what was counted.
    void saveCount();
    void refuseScan(const QString &text);
    /// One step back; false where there is none.
    bool goBack();

Q_SIGNALS:
    void viewChanged();
    /// \a order is the OMS's id.
    void orderRequested(const QString &order);
    /// \a attempt is a card payment's id.
    void saleRequested(const QString &attempt);
    void ledgerGrew();

private:
    void show(TasksView next);
    /// Runs \a work on the ledger thread; says \a done after it and closes what was open.
    template <typename Work> void run(Work work, TaskSaid done);
    /// Settles the card payment that is open by \a settle(CardPayments, its id).
    template <typename Settle> void settleCard(TaskSaid::Kind done, Settle settle);
    static void close(TasksView &view);

    const TillServices &m_services;
    TaskList m_tasks;
    PickupQueue m_pickups;
    LowStock m_stock;
    TasksView m_view;
    bool m_watched = false;
};

} // namespace evertill
