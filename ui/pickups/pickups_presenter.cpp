#include "ui/pickups/pickups_presenter.h"

#include "core/pickup/mark_ready.h"
#include "core/pickup/reject_item.h"
#include "core/pickup/reject_order.h"
#include "core/pickup/start_picking.h"
#include "core/till/till_config.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill {
PickupsPresenter::PickupsPresenter(const TillServices &services, QObject *parent)
    : QObject(parent), m_services(services), m_queue(services.replica, services.ledgerReader),
      m_catalog(services.replica,
          CodePatterns::forShop(services.config.codePatterns, services.config.country),
          services.config.currency)
{
    m_view.currency = services.config.currency;
    refresh();
}

void PickupsPresenter::show(PickupsView next)
{
    if (next == m_view)
        return;
    m_view = std::move(next);
    Q_EMIT viewChanged();
}

void PickupsPresenter::say(PickupSaid said)
{
    PickupsView next = m_view;
    next.refusal.reset();
    next.said = std::move(said);
    show(std::move(next));
}

void PickupsPresenter::refuseWith(const Refusal &refusal)
{
    PickupsView next = m_view;
    next.said.reset();
    next.refusal = refusal;
    show(std::move(next));
}

void PickupsPresenter::noticeArrivals(const std::vector<PickupOrder> &orders)
{
    QString arrived;
    for (const PickupOrder &order : orders) {
        if (m_known.contains(order.order))
            continue;
        m_known.insert(order.order);
        if (order.state == PickupState::New)
            arrived = order.number;
    }
    const bool firstLook = !std::exchange(m_looked, true);
    if (firstLook || arrived.isEmpty())
        return;
    if (!m_view.refusal)
        say({PickupSaid::Arrived, arrived});
    Q_EMIT orderArrived(arrived);
}

void PickupsPresenter::refresh()
{
    const std::vector<PickupOrder> orders = m_queue.orders();
    const Instant now = m_services.clock.now();
    PickupsView next = m_view;
    next.queue = queueOf(orders, now);
    if (next.open)
        for (const PickupOrder &order : orders)
            if (order.order == next.open->card.order)
                next.open = detailOf(order, m_basket, now);
    next.waiting = int(std::count_if(next.queue.begin(), next.queue.end(),
        [](const PickupCard &one) { return one.state == PickupState::New; }));
    show(std::move(next));
    noticeArrivals(orders);
}

void PickupsPresenter::open(const QString &order)
{
    if (m_view.busy || (m_view.open && m_view.open->card.order == order))
        return;
    const Result<PickupOrder> found = m_queue.find(order);
    if (!found)
        return refuseWith(found.error());
    PickupsView next = m_view;
    next.open = detailOf(*found, m_basket, m_services.clock.now());
    next.line = 0;
    next.ask = PickupsView::Ask::Nothing;
    next.code.clear();
    next.reason.clear();
    next.said.reset();
    next.refusal.reset();
    show(std::move(next));
}

void PickupsPresenter::chooseLine(std::size_t line)
{
    if (!m_view.open || line >= m_view.open->lines.size())
        return;
    PickupsView next = m_view;
    next.line = line;
    show(std::move(next));
}

void PickupsPresenter::ask(PickupsView::Ask ask)
{
    PickupsView next = m_view;
    next.ask = ask;
    next.reason.clear();
    next.code.clear();
    next.said.reset();
    next.refusal.reset();
    show(std::move(next));
}

void PickupsPresenter::askRejectItem(std::size_t line)
{
    if (!m_view.open || !m_view.open->canPick || m_view.busy || line >= m_view.open->lines.size()
        || m_view.open->lines[line].missing() <= Quantity())
        return;
    chooseLine(line);
    ask(PickupsView::Ask::RejectItem);
}

void PickupsPresenter::askRejectOrder()
{
    if (m_view.open && m_view.open->canReject && !m_view.busy)
        ask(PickupsView::Ask::RejectOrder);
}

void PickupsPresenter::askHandOver()
{
    if (m_view.open && m_view.open->canHandOver && !m_view.busy)
        ask(PickupsView::Ask::HandOver);
}

void PickupsPresenter::typeReason(const QString &reason)
{
    PickupsView next = m_view;
    next.reason = reason;
    show(std::move(next));
}

void PickupsPresenter::typeCode(const QString &code)
{
    PickupsView next = m_view;
    next.code = code;
    show(std::move(next));
}

bool PickupsPresenter::goBack()
{
    if (m_view.busy || !m_view.open)
        return false;
    if (m_view.ask != PickupsView::Ask::Nothing) {
        ask(PickupsView::Ask::Nothing);
        return true;
    }
    PickupsView next = m_view;
    next.open.reset();
    next.said.reset();
    next.refusal.reset();
    show(std::move(next));
    return true;
}

template <typename Work> void PickupsPresenter::run(Work work, PickupSaid done)
{
    PickupsView next = m_view;
    next.busy = true;
    next.said.reset();
    next.refusal.reset();
    show(std::move(next));
    m_services.ask(this, std::move(work), [this, done = std::move(done)](const Result<PickupOrder> &answer) {
        PickupsView settled = m_view;
        settled.busy = false;
        if (answer) {
            settled.ask = PickupsView::Ask::Nothing;
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

void PickupsPresenter::startPicking()
{
    if (!m_view.open || !m_view.open->canStart || m_view.busy)
        return;
    const TillServices &services = m_services;
    run(
        [&services, order = m_view.open->card.order] {
            return StartPicking(services.ledger, services.ledgerReplica).run(order);
        },
        {PickupSaid::Started});
}

void PickupsPresenter::markReady()
{
    if (!m_view.open || !m_view.open->canReady || m_view.busy)
        return;
    const TillServices &services = m_services;
    run(
        [&services, order = m_view.open->card.order] {
            return MarkReady(services.ledger, services.ledgerReplica).run(order);
        },
        {PickupSaid::Ready, m_view.open->card.customer});
}

void PickupsPresenter::reject()
{
    const QString reason = m_view.reason.trimmed();
    if (!m_view.open || m_view.busy || reason.isEmpty())
        return;
    const TillServices &services = m_services;
    const QString order = m_view.open->card.order;
    if (m_view.ask == PickupsView::Ask::RejectOrder) {
        run([&services, order,
                reason] { return RejectOrder(services.ledger, services.ledgerReplica).run(order, reason); },
            {PickupSaid::OrderRejected});
    } else if (m_view.ask == PickupsView::Ask::RejectItem) {
        const PickLine line = m_view.open->lines.at(m_view.line);
        run(
            [&services, order, reason, line] {
                return RejectItem(services.ledger, services.ledgerReplica)
                    .run(order, line.line, line.missing(), reason);
            },
            {PickupSaid::Rejected, line.name});
    }
}

void PickupsPresenter::handOver(const PickupProof &proof)
{
    if (!m_view.open || m_view.ask != PickupsView::Ask::HandOver || m_view.busy)
        return;
    const TillServices &services = m_services;
    run([&services, order = m_view.open->card.order,
            proof] { return HandOver(services.ledger, services.ledgerReplica).run(order, proof); },
        {PickupSaid::HandedOver, m_view.open->card.customer});
}

void PickupsPresenter::handOverByCode()
{
    if (!m_view.code.trimmed().isEmpty())
        handOver({ProofKind::Code, m_view.code.trimmed()});
}

void PickupsPresenter::handOverByName() { handOver({ProofKind::Name, {}}); }

} // namespace evertill
