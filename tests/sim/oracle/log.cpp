#include "tests/sim/oracle/log.h"

#include <set>

namespace evertill::sim::oracle {

void Log::append(FactPtr fact)
{
    std::set<std::string> keys;
    const bool isOrders = (fact->kind >= Kind::Picking && fact->kind <= Kind::OrderRejected)
        || fact->kind == Kind::OrderPlaced || fact->kind == Kind::OrderCancelled;
    for (const Line &line : fact->lines)
        keys.insert(key('s', line.sku));
    if (isOrders) {
        keys.insert(key('o', fact->subject));
        for (const std::string &sku : fact->goods)
            keys.insert(key('s', sku));
    }
    if (fact->kind == Kind::Sold)
        keys.insert(key('r', fact->receipt));
    if (fact->kind == Kind::Returned)
        keys.insert(key('r', fact->subject));
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

bool tellsTheSame(const Moment &earlier, const Moment &later)
{
    if (earlier.log != later.log)
        return false;
    // Shifts, cash and cards are in the books, and in no row of the feed.
    for (std::size_t i = earlier.length; i < later.length; ++i) {
        if (later.log->facts()[i]->kind >= Kind::Sold)
            return false;
    }
    return true;
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
    for (const std::size_t place : own.naming(key)) {
        const FactPtr &fact = own.facts()[place];
        if (!moment.log || !moment.log->has(fact->uid, moment.length))
            facts.push_back(fact);
    }
    return facts;
}

} // namespace evertill::sim::oracle
