#include "core/pickup/hand_over.h"
#include "core/pickup/mark_ready.h"
#include "core/pickup/pickup_queue.h"
#include "core/pickup/start_picking.h"
#include "core/returns/complete_return.h"
#include "core/returns/receipt_lookup.h"
#include "core/sale/sale_table.h"
#include "tests/e2e/seller/seller.h"

// What a cashier does between two sales.
namespace evertill::test {

using namespace Qt::StringLiterals;

void Seller::takeBack()
{
    const auto sales = SaleTable(m_services.ledgerReader).latest(20);
    if (sales.empty())
        return ringUp();
    const Sale &sale = sales[std::size_t(m_chance.next64() % sales.size())];
    const auto found =
        ReceiptLookup(m_services.replica, m_services.ledgerReader, m_services.config).find(sale.receipt);
    if (!found || !found->hasAnyLeft())
        return ringUp();
    ReturnRequest request;
    request.id = ReturnId(m_services.random.uuid(m_services.clock.now()));
    request.of = found->number;
    for (const ReturnableLine &line : found->lines) {
        if (line.left > Quantity())
            request.lines.push_back(
                {line.line, line.unit == u"ea"_s ? Quantity::pieces(1) : line.left, u"unwanted"_s});
    }
    const auto work = [&services = m_services, request] {
        return CompleteReturn(services.ledger, services.ledgerReplica, services.config).run(request);
    };
    ask(work, [this](const Return &done) {
        const auto id = done.id.uuid().text();
        say(u"return %1 %2 %3"_s.arg(done.receipt.text(), QString::fromLatin1(id.data(), id.size()),
            QString::number(done.total.minor())));
        m_mark.set(Doing::Selling);
    });
}

void Seller::servePickup()
{
    for (const PickupOrder &order : PickupQueue(m_services.replica, m_services.ledgerReader).orders()) {
        if (isOpen(order.state))
            return takeStep(order);
    }
    ringUp();
}

void Seller::takeStep(const PickupOrder &order)
{
    const auto work = [&services = m_services, order]() -> Result<PickupOrder> {
        switch (order.state) {
        case PickupState::New:
            return StartPicking(services.ledger, services.ledgerReplica).run(order.order);
        case PickupState::Picking:
            return MarkReady(services.ledger, services.ledgerReplica).run(order.order);
        default:
            return HandOver(services.ledger, services.ledgerReplica)
                .run(order.order, {ProofKind::Code, order.code});
        }
    };
    ask(work, [this](const PickupOrder &now) {
        if (now.state == PickupState::HandedOver)
            say(u"handed %1"_s.arg(now.order));
    });
}

} // namespace evertill::test
