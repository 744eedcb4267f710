#include "tests/sim/oracle/gift_cards.h"

namespace evertill::sim::oracle {

std::int64_t balanceOf(const std::string &giftCard, const Moment &books)
{
    std::int64_t worth = 0;
    for (std::size_t i = 0; i < books.length; ++i) {
        const Fact &fact = *books.log->facts()[i];
        if (fact.giftCard != giftCard)
            continue;
        if (fact.kind == Kind::GiftCardSet)
            worth = fact.amount;
        if (fact.kind == Kind::Sold)
            worth -= fact.gift;
        if (fact.kind == Kind::Returned)
            worth += fact.gift;
    }
    return worth;
}

std::int64_t freeOf(const std::string &giftCard, const Moment &books, std::int64_t now)
{
    std::map<std::string, std::int64_t> kept; ///< by hold
    for (std::size_t i = 0; i < books.length; ++i) {
        const Fact &fact = *books.log->facts()[i];
        if (fact.giftCard != giftCard)
            continue;
        if (fact.kind == Kind::GiftCardHeld && fact.until > now)
            kept[fact.subject] = fact.amount;
        if (fact.kind == Kind::GiftCardReleased)
            kept.erase(fact.subject);
        if (fact.kind == Kind::Sold)
            kept.erase(fact.hold);
    }
    std::int64_t free = balanceOf(giftCard, books);
    for (const auto &[hold, amount] : kept)
        free -= amount;
    return free;
}

std::int64_t lentTo(const std::string &giftCard, const Log &journal, const std::string &shift)
{
    std::int64_t sum = 0;
    for (const FactPtr &fact : journal.facts()) {
        if (fact->kind == Kind::Sold && fact->giftCard == giftCard && fact->hold.empty()
            && fact->shift == shift)
            sum += fact->gift;
    }
    return sum;
}

} // namespace evertill::sim::oracle
