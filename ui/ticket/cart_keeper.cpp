#include "ui/ticket/cart_keeper.h"

#include "core/sale/cart_store.h"

namespace evertill {

CartKeeper::CartKeeper(const TillServices &services, QObject *parent) : QObject(parent), m_services(services)
{
}

void CartKeeper::keep(const Cart &cart)
{
    m_next = cart;
    if (m_underWay == 0)
        flush();
}

void CartKeeper::flush()
{
    if (m_next)
        write(*std::exchange(m_next, std::nullopt));
}

void CartKeeper::forget() { m_next.reset(); }

void CartKeeper::write(const Cart &cart)
{
    ++m_underWay;
    m_services.ask(
        this, [&ledger = m_services.ledger, cart] { return CartStore(ledger).save(cart); },
        [this](const Result<> &saved) {
            --m_underWay;
            if (!saved)
                Q_EMIT refused(saved.error());
            if (m_underWay == 0)
                flush();
        });
}

} // namespace evertill
