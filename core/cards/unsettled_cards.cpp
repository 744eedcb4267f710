#include "core/cards/unsettled_cards.h"

#include "core/sale/cart_store.h"

using namespace Qt::StringLiterals;

namespace evertill {

std::vector<UnsettledCard> unsettledCards(Database &ledger)
{
    std::vector<UnsettledCard> cards;
    std::vector<CardAttempt> attempts = openAttempts(ledger);
    if (attempts.empty())
        return cards;
    const std::optional<Cart> cart = loadOpenCart(ledger);
    for (CardAttempt &attempt : attempts) {
        const bool isStray = !cart || cart->id != attempt.cart;
        cards.push_back({std::move(attempt), isStray});
    }
    return cards;
}

std::vector<CardAttempt> strayCards(Database &ledger)
{
    std::vector<CardAttempt> strays;
    for (UnsettledCard &card : unsettledCards(ledger)) {
        if (card.isStray)
            strays.push_back(std::move(card.attempt));
    }
    return strays;
}

Result<> noUnsettledCard(Database &ledger)
{
    const auto cards = unsettledCards(ledger);
    if (cards.empty())
        return {};
    const UnsettledCard &first = cards.front();
    return refuse(Code::PaymentOpen,
        {{u"attempt"_s, QString::fromLatin1(first.attempt.id.toLatin1())},
            {u"minor"_s, qint64(first.attempt.amount.minor())}, {u"stray"_s, first.isStray}});
}

} // namespace evertill
