#include "tests/sim/oracle/purses.h"

#include <algorithm>

namespace evertill::sim::oracle {
namespace {

/// By hold.
std::map<std::string, std::int64_t> keptOf(const std::string &purse, const Moment &books, std::int64_t now)
{
    std::map<std::string, std::int64_t> kept;
    for (std::size_t i = 0; i < books.length; ++i) {
        const Fact &fact = *books.log->facts()[i];
        if (fact.kind == Kind::PurseHeld && fact.purse == purse && fact.until > now)
            kept[fact.subject] = fact.amount;
        if (fact.kind == Kind::PurseReleased && fact.purse == purse)
            kept.erase(fact.subject);
        if (fact.kind != Kind::Sold)
            continue;
        for (const PurseMove &move : fact.moves)
            kept.erase(move.hold);
    }
    return kept;
}

} // namespace

void settle(const Fact &fact, const std::string &purse, std::int64_t &worth)
{
    if (fact.kind == Kind::PurseSet && fact.purse == purse)
        worth = fact.amount;
    for (const PurseMove &move : fact.moves) {
        if (move.purse == purse)
            worth -= move.isFloored ? std::clamp<std::int64_t>(worth, 0, move.units) : move.units;
    }
}

std::int64_t balanceOf(const std::string &purse, const Moment &books)
{
    std::int64_t worth = 0;
    for (std::size_t i = 0; i < books.length; ++i)
        settle(*books.log->facts()[i], purse, worth);
    return worth;
}

std::int64_t freeOf(const std::string &purse, const Moment &books, std::int64_t now)
{
    std::int64_t free = balanceOf(purse, books);
    for (const auto &[hold, amount] : keptOf(purse, books, now))
        free -= amount;
    return free;
}

std::optional<std::int64_t> heldUnder(
    const std::string &hold, const std::string &purse, const Moment &books, std::int64_t now)
{
    const auto kept = keptOf(purse, books, now);
    const auto found = kept.find(hold);
    return found == kept.end() ? std::nullopt : std::optional(found->second);
}

std::int64_t lentTo(const std::string &purse, const Log &journal, const std::string &shift)
{
    std::int64_t sum = 0;
    for (const FactPtr &fact : journal.facts()) {
        if (fact->kind != Kind::Sold || fact->shift != shift)
            continue;
        for (const PurseMove &move : fact->moves)
            sum += move.purse == purse && move.hold.empty() ? move.money : 0;
    }
    return sum;
}

} // namespace evertill::sim::oracle
