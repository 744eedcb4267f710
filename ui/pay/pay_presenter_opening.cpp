#include "core/sale/cart_store.h"
#include "ui/pay/pay_presenter.h"

// No money is taken before it is known that the till can keep the sale.
namespace evertill {

void PayPresenter::open(const Cart &cart)
{
    if (m_view.isBusy())
        return;
    begin(cart);
    ++m_opening;
    Q_EMIT aboutToAsk();
    const auto work = [&ledger = m_services.ledger, cart] { return CartStore(ledger).saveForPaying(cart); };
    m_services.ask(this, work, [this](const Result<> &ready) { opened(ready); });
}

void PayPresenter::opened(const Result<> &ready)
{
    if (--m_opening > 0 || m_view.step != PayView::Step::Tender)
        return; // who stepped back meanwhile
    const auto next = std::exchange(m_afterOpening, {});
    if (!ready) {
        show({});
        Q_EMIT refused(ready.error());
        return;
    }
    if (!next)
        return;
    // Not shown before what follows: it would let waiting scans in, and they are the next sale's.
    m_view.asking = false;
    next();
}

/// Money is taken only once it is known that the sale can be kept; until then \a what waits.
bool PayPresenter::waits(std::function<void()> what)
{
    if (m_opening == 0)
        return false;
    m_afterOpening = std::move(what);
    PayView next = m_view;
    next.asking = true;
    show(std::move(next));
    return true;
}

} // namespace evertill
