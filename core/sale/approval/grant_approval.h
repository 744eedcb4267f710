#pragma once

#include "core/journal/ledger.h"
#include "core/sale/cart.h"

namespace evertill {

/// Somebody lets goods through that the till stopped, or a price set by hand: fact approval.granted, with
/// whoever acts as its actor. Holds for this cart and these goods alone. Ledger thread; durable when it
/// returns.
class GrantApproval final {
public:
    explicit GrantApproval(Ledger &ledger) : m_ledger(ledger) { }

    /// Refuses BadInput (problem): no \a reason or one beyond 200 characters, a \a why that can't be
    /// approved, or PriceChanged for a line that has the shop's own price.
    [[nodiscard]] Result<> run(SaleId cart, Code why, const CartLine &line, const QString &reason);

private:
    Ledger &m_ledger;
};

} // namespace evertill
