#include "core/cards/take_up_cart.h"
#include "core/sale/sale_table.h"
#include "core/till/current_shift.h"
#include "core/till/till_config.h"
#include "ui/sell/sell_presenter.h"

namespace evertill {

void SellPresenter::restore()
{
    const auto work = [&ledger = m_services.ledger]() -> Result<OpenCart> {
        return findOpenCart(ledger.database());
    };
    m_services.ask(this, work, [this](const Result<OpenCart> &found) {
        m_restored = true;
        found ? adopt(*found) : refuse(found.error());
        Q_EMIT busyChanged(isBusy());
        findLastSale();
    });
}

void SellPresenter::findLastSale()
{
    const auto shift = currentShift(m_services.ledgerReader);
    const auto sales = SaleTable(m_services.ledgerReader).latest(1);
    if (shift && !sales.empty() && sales.front().shift == shift->id)
        Q_EMIT lastSaleFound(sales.front());
}

void SellPresenter::adopt(const OpenCart &open)
{
    if (!open.cart || open.cart->currency != m_services.config.currency)
        return;
    SellView next = m_view;
    next.ticket.cart = *open.cart;
    next.ticket.selected = static_cast<int>(next.ticket.cart.lines.size()) - 1;
    // At the prices that the customer was told; what the shop takes off now counts from the next change on.
    Cart anew = *open.cart;
    grant(anew, next.ticket);
    next.ticket.addUp(m_services.config.tax);
    if (next.ticket.cart.customer)
        next.ticket.person = {TicketPerson::Asked::Now};
    show(std::move(next));
    m_pay.resume(m_view.ticket.cart, open.attempts);
    findCustomer();
}

void SellPresenter::takeUp(PaymentId attempt)
{
    if (isBusy())
        return;
    nextSale();
    const auto asked = cardAttempt(m_services.ledgerReader, attempt);
    if (m_view.ticket.isPayable() && asked && asked->cart != m_view.ticket.cart.id)
        return refuse({Code::CartOpen, {}});
    m_keeper.flush();
    m_takingUp = true;
    Q_EMIT busyChanged(isBusy());
    const auto work = [&ledger = m_services.ledger, attempt] { return TakeUpCart(ledger).run(attempt); };
    m_services.ask(this, work, [this](const Result<OpenCart> &taken) {
        m_takingUp = false;
        // What is on the screen already stays as it is.
        if (!taken)
            refuse(taken.error());
        else if (taken->cart->id != m_view.ticket.cart.id)
            adopt(*taken);
        Q_EMIT busyChanged(isBusy());
        Q_EMIT ledgerGrew();
    });
}

} // namespace evertill
