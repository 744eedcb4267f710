#include "tests/sim/oracle/offers.h"

#include <algorithm>

namespace evertill::sim::oracle {

std::int64_t offerFrom(const std::vector<FactPtr> &facts)
{
    std::int64_t set = 0;
    for (const FactPtr &fact : facts)
        set = fact->kind == Kind::OfferSet ? fact->amount : set;
    return set;
}

std::int64_t usesFrom(const std::vector<FactPtr> &facts)
{
    std::int64_t left = 0;
    for (const FactPtr &fact : facts) {
        if (fact->kind == Kind::OfferSet)
            left = fact->amount;
        if (fact->kind == Kind::Sold)
            left = std::max<std::int64_t>(0, left - 1);
    }
    return left;
}

} // namespace evertill::sim::oracle
