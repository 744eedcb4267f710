#pragma once

#include "core/journal/ledger.h"
#include "core/sale/cart.h"

namespace evertill {

/// The open cart as it was after a power cut. One per till; no event tells of it, so it is no projection.
/// Ledger thread.
class CartStore final {
public:
    explicit CartStore(Ledger &ledger) : m_ledger(ledger) { }

    /// What save() last kept; nothing where no cart is open.
    [[nodiscard]] std::optional<Cart> load();
    /// Durable when it returns. Takes the place of the cart kept before; refuses PaymentOpen where that one
    /// is another cart and holds money, AlreadyCompleted{receipt} where \a cart was sold meanwhile.
    [[nodiscard]] Result<> save(const Cart &cart);
    /// save(), before the customer is asked for money: where this succeeds, the disk has room for the sale as
    /// well. Refuses NoRoom (path) where it has not, and what save() refuses.
    [[nodiscard]] Result<> saveForPaying(const Cart &cart);
    /// Drops the open cart. Refuses PaymentOpen where a card attempt of it is open, or holds approved money.
    [[nodiscard]] Result<> clear();

private:
    Ledger &m_ledger;
};

/// What CartStore::load() gives, on any connection to a ledger file.
[[nodiscard]] std::optional<Cart> loadOpenCart(Database &database);
/// Forgets \a cart if it is the open one; within the transaction that sells it.
void forgetOpenCart(Database &database, SaleId cart);
/// Leaves no open cart in a copy of a ledger: by the time the copy is used, the cart may be sold.
void leaveOutOpenCart(Database &copy);
/// Makes the open cart of one ledger that of another, within the caller's transaction there.
void carryOpenCart(Database &from, Database &to);

} // namespace evertill
