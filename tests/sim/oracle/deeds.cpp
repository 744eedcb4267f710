#include "tests/sim/oracle/deeds.h"

#include "tests/sim/oracle/tasks.h"

#include <algorithm>

namespace evertill::sim::oracle {

void DeedTable::count(const Log &journal)
{
    for (const FactPtr &fact : journal.facts())
        count(*fact, journal);
}

void DeedTable::count(const Fact &fact, const Log &journal)
{
    const auto any = [&](auto is) { return std::any_of(fact.lines.begin(), fact.lines.end(), is); };
    const bool hasDeposit = any([](const Line &line) { return line.depositOf != 0; });
    if (fact.kind == Kind::Sold) {
        const auto gives = [&](bool isCoupon) {
            return std::any_of(fact.granted.begin(), fact.granted.end(),
                [&](const Granted &one) { return one.isCoupon == isCoupon; });
        };
        count(Deed::BulkPrice, any([](const Line &line) { return line.isListed; }));
        count(Deed::PercentOff, gives(false));
        count(Deed::Coupon, gives(true));
        count(Deed::BothOff, fact.granted.size() > 1);
        count(Deed::DepositSold, hasDeposit);
        count(Deed::GiftCardLoaded, any([](const Line &line) { return line.isLoad; }));
        countPaid(fact, 'g', Deed::GiftCardHeld, Deed::GiftCardLent);
        countPaid(fact, 'p', Deed::PointsHeld, Deed::PointsLent);
        countPaid(fact, 'a', Deed::CreditHeld, Deed::CreditLent);
        count(Deed::PointsEarned, fact.earned > 0);
    }
    if (fact.kind == Kind::Returned) {
        count(Deed::PointsTakenBack, fact.earned > 0);
        count(Deed::PointsGivenBack, fact.points > 0);
        count(Deed::CreditGivenBack, fact.account > 0);
        const auto isGoods = [](const Line &line) { return line.isGoods(); };
        count(Deed::DepositBack, hasDeposit && any(isGoods));
        count(Deed::EmptiesBack, hasDeposit && !any(isGoods));
        for (const std::size_t place : journal.naming(key('r', fact.subject)))
            count(Deed::DiscountedBack, !journal.facts()[place]->granted.empty());
    }
}

void DeedTable::countPaid(const Fact &fact, char letter, Deed held, Deed lent)
{
    for (const PurseMove &move : fact.moves) {
        if (move.purse.front() == letter && move.money > 0)
            count(move.hold.empty() ? lent : held, true);
    }
}

void DeedTable::countTasks(const Moment &books)
{
    for (const auto &[task, state] : tasksOf(books))
        count(Deed::Overdrawn, task.ends_with("_overdrawn"));
}

void DeedTable::add(const DeedTable &other)
{
    for (std::size_t i = 0; i < m_counts.size(); ++i)
        m_counts[i] += other.m_counts[i];
}

int DeedTable::empty() const { return int(std::count(m_counts.begin(), m_counts.end(), 0)); }

std::string DeedTable::text() const
{
    static constexpr const char *kNames[] = {"a price list's price", "a promotion", "a coupon", "both",
        "a deposit", "a deposit back", "empties back", "discounted goods back", "a gift card loaded", "held",
        "lent", "points held", "lent", "credit held", "lent", "points earned", "taken back", "given back",
        "credit given back", "overdrawn"};
    static_assert(std::size(kNames) == std::size_t(Deed::Count));
    std::string text;
    for (std::size_t i = 0; i < m_counts.size(); ++i)
        text += (i > 0 ? ", " : "") + std::string(kNames[i]) + ' ' + std::to_string(m_counts[i]);
    return text;
}

} // namespace evertill::sim::oracle
