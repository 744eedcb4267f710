#include "tests/sim/oracle/log.h"

#include <algorithm>
#include <set>

namespace evertill::sim::oracle {

void Log::append(FactPtr fact)
{
    std::set<std::string> keys;
    const bool isOrders = (fact->kind >= Kind::Picking && fact->kind <= Kind::OrderRejected)
        || fact->kind == Kind::OrderPlaced || fact->kind == Kind::OrderCancelled;
    for (const Line &line : fact->lines) {
        if (line.isGoods())
            keys.insert(key('s', line.sku));
    }
    for (const Granted &granted : fact->granted)
        keys.insert(key('m', granted.promotion));
    if (fact->kind == Kind::OfferSet)
        keys.insert(fact->subject);
    if (isOrders) {
        keys.insert(key('o', fact->subject));
        for (const std::string &sku : fact->goods)
            keys.insert(key('s', sku));
    }
    if (fact->kind == Kind::Sold)
        keys.insert(key('r', fact->receipt));
    if (fact->kind == Kind::Returned)
        keys.insert(key('r', fact->subject));
    if (fact->kind == Kind::TaskSettled)
        keys.insert(key('t', fact->subject));
    for (const std::string &each : keys)
        m_naming[each].push_back(m_facts.size());
    m_places.emplace(fact->uid, m_facts.size());
    m_facts.push_back(std::move(fact));
}

bool Log::has(int uid, std::size_t length) const
{
    const auto found = m_places.find(uid);
    return found != m_places.end() && found->second < length;
}

const std::vector<std::size_t> &Log::naming(const std::string &key) const
{
    static const std::vector<std::size_t> none;
    const auto found = m_naming.find(key);
    return found == m_naming.end() ? none : found->second;
}

std::shared_ptr<Log> Log::prefix(std::size_t length) const
{
    auto log = std::make_shared<Log>();
    for (std::size_t i = 0; i < length; ++i)
        log->append(m_facts[i]);
    return log;
}

namespace {

/// The next fact of the moment's that a row of the feed tells of, from \a place on; its length where there is
/// none. Shifts, cash, cards and gift cards are in the books, and in no row.
std::size_t nextTold(const Moment &moment, std::size_t place)
{
    const auto isTold = [](Kind kind) { return kind >= Kind::Sold && kind < Kind::PurseSet; };
    while (place < moment.length && !isTold(moment.log->facts()[place]->kind))
        ++place;
    return place;
}

} // namespace

bool tellsTheSame(const Moment &earlier, const Moment &later)
{
    // Books that were set back to a copy tell the same as long as nothing of it was lost.
    std::size_t then = earlier.log == later.log ? earlier.length : 0;
    std::size_t now = then;
    for (;; ++then, ++now) {
        then = nextTold(earlier, then);
        now = nextTold(later, now);
        if (then >= earlier.length || now >= later.length)
            return then >= earlier.length && now >= later.length;
        if (earlier.log->facts()[then] != later.log->facts()[now])
            return false;
    }
}

std::vector<FactPtr> known(const std::string &key, const Moment &moment, const Log &own)
{
    std::vector<FactPtr> facts;
    if (moment.log) {
        for (const std::size_t place : moment.log->naming(key)) {
            if (place < moment.length)
                facts.push_back(moment.log->facts()[place]);
        }
    }
    const auto told = std::ptrdiff_t(facts.size());
    for (const std::size_t place : own.naming(key)) {
        const FactPtr &fact = own.facts()[place];
        if (!moment.log || !moment.log->has(fact->uid, moment.length))
            facts.push_back(fact);
    }
    // What was recorded again after a restore happened before what was done since.
    std::stable_sort(facts.begin() + told, facts.end(),
        [](const FactPtr &a, const FactPtr &b) { return a->first < b->first; });
    return facts;
}

} // namespace evertill::sim::oracle
