#pragma once

#include "core/catalog/catalog.h"
#include "core/pickup/hand_over.h"
#include "core/pickup/pickup_queue.h"
#include "ui/picking/pickup_detail.h"
#include "ui/shell/till_services.h"

#include <QObject>
#include <QSet>

namespace evertill {

/// What happens in the room Pickups. GUI thread. How much of an order lies in the basket is known here only:
/// it is no fact yet, and counting begins anew after a restart.
class PickupsPresenter final : public QObject {
    Q_OBJECT
public:
    /// \a services outlives it.
    explicit PickupsPresenter(const TillServices &services, QObject *parent = nullptr);
    [[nodiscard]] const PickupsView &view() const { return m_view; }

    /// Goods are counted into the order being picked, a pickup code opens or hands over its order. False for
    /// anything else.
    [[nodiscard]] bool takeScan(const QString &text);

public Q_SLOTS:
    /// Looks up the queue again; says so if an order has arrived.
    void refresh();
    void open(const QString &order);
    void startPicking();
    void chooseLine(std::size_t line);
    /// Counts one unit more (+1) or less (−1) of a line into the basket.
    void count(std::size_t line, int direction);
    void askRejectItem(std::size_t line);
    void askRejectOrder();
    void askHandOver();
    void typeReason(const QString &reason);
    void typeCode(const QString &code);
    /// The item, or the order, that was asked about can't be supplied.
    void reject();
    void markReady();
    void handOverByCode();
    /// Somebody looked at a document in the customer's name.
    void handOverByName();
    void refuseScan(const QString &text);
    /// One step back; false where there is none.
    bool goBack();

Q_SIGNALS:
    void viewChanged();
    /// An order is new since the last look.
    void orderArrived(const QString &number);
    void ledgerGrew();

private:
    void show(PickupsView next);
    void say(PickupSaid said);
    void refuseWith(const Refusal &refusal);
    void ask(PickupsView::Ask ask);
    void pick(const FoundProduct &found);
    void addToBasket(const PickLine &line, Quantity quantity);
    void noticeArrivals(const std::vector<PickupOrder> &orders);
    [[nodiscard]] bool takePickupCode(const QString &text);
    void handOver(const PickupProof &proof);
    /// Runs \a work, a use case that gives the order, on the ledger thread; says \a done after it.
    template <typename Work> void run(Work work, PickupSaid done);

    const TillServices &m_services;
    PickupQueue m_queue;
    Catalog m_catalog;
    PickupsView m_view;
    PickBasket m_basket;
    QSet<QString> m_known;
    bool m_looked = false;
};

} // namespace evertill
