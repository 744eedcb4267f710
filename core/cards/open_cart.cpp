#include "core/cards/open_cart.h"

#include "core/sale/cart_store.h"

#include <algorithm>

namespace evertill {
namespace {

/// The till may have stopped between a void and the keeping of the cart without its tender.
bool stillStands(Database &ledger, const Tender &tender)
{
    if (tender.attempt.isNull())
        return true;
    const auto attempt = cardAttempt(ledger, tender.attempt);
    return attempt && attempt->state == CardState::Approved;
}

} // namespace

OpenCart findOpenCart(Database &ledger)
{
    OpenCart found{loadOpenCart(ledger), {}};
    if (!found.cart)
        return found;
    std::vector<Tender> &tenders = found.cart->tenders;
    std::erase_if(tenders, [&](const Tender &tender) { return !stillStands(ledger, tender); });
    for (CardAttempt &attempt : openAttempts(ledger)) {
        const bool isCarried = std::any_of(tenders.begin(), tenders.end(),
            [&](const Tender &tender) { return tender.attempt == attempt.id; });
        if (attempt.cart == found.cart->id && !isCarried)
            found.attempts.push_back(std::move(attempt));
    }
    return found;
}

} // namespace evertill
