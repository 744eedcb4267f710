#pragma once

#include "core/cards/open_cart.h"
#include "core/journal/ledger.h"

namespace evertill {

/// Opens the cart of a stray card payment again, empty, under the id that its sale was to have: the goods are
/// scanned once more, and the card is not charged twice. Ledger thread.
class TakeUpCart final {
public:
    explicit TakeUpCart(Ledger &ledger) : m_ledger(ledger) { }

    /// Durable when it returns. Where that cart is open already, it stays as it is. Refuses UnknownPayment
    /// where \a attempt is settled or was never made, CartOpen where other goods are on the ticket,
    /// AlreadyCompleted{receipt} where the sale is booked, PaymentOpen where the open cart holds money.
    [[nodiscard]] Result<OpenCart> run(PaymentId attempt);

private:
    Ledger &m_ledger;
};

} // namespace evertill
