#pragma once

#include "ui/shell/till_services.h"

#include "core/sale/cart.h"

#include <QObject>

namespace evertill {

/// Keeps the open cart in the ledger as it changes, so that a power cut loses no line, without the cashier
/// waiting for a disk: one write is under way at a time, and the newest cart follows it. GUI thread.
class CartKeeper final : public QObject {
    Q_OBJECT
public:
    /// \a services outlives it.
    explicit CartKeeper(const TillServices &services, QObject *parent = nullptr);

    void keep(const Cart &cart);
    /// Hands what still waits to the ledger thread now, so that it stands before whatever is asked of it
    /// next.
    void flush();
    /// The cart became a sale, or was dropped, elsewhere: what still waits is not written any more.
    void forget();

Q_SIGNALS:
    void refused(const evertill::Refusal &refusal);

private:
    void write(const Cart &cart);

    const TillServices &m_services;
    std::optional<Cart> m_next;
    int m_underWay = 0;
};

} // namespace evertill
