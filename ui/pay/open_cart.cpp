#include "ui/pay/open_cart.h"

#include "core/sale/cart_store.h"

#include <algorithm>

namespace evertill {

OpenCart findOpenCart(Ledger &ledger)
{
    OpenCart found{CartStore(ledger).load(), {}};
    if (!found.cart)
        return found;
    const auto carries = [&](const CardAttempt &attempt) {
        return std::any_of(found.cart->tenders.begin(), found.cart->tenders.end(),
            [&](const Tender &tender) { return tender.attempt == attempt.id; });
    };
    for (CardAttempt &attempt : openAttempts(ledger.database())) {
        if (attempt.cart == found.cart->id && !carries(attempt))
            found.attempts.push_back(std::move(attempt));
    }
    return found;
}

} // namespace evertill
