#pragma once

#include "tests/sim/oracle/log.h"

#include <array>

namespace evertill::sim::oracle {

/// What was lived beside plain sales: what is never done is never tried under any fault.
enum class Deed {
    BulkPrice, ///< goods sold at a price list's price
    PercentOff, ///< a promotion took something off
    Coupon, ///< and a coupon opened one
    BothOff, ///< on one ticket
    DepositSold,
    DepositBack, ///< with its goods
    EmptiesBack, ///< without them
    DiscountedBack, ///< goods that something was taken off came back
    GiftCardLoaded,
    GiftCardHeld, ///< a gift card paid what the OMS kept of it, and so on
    GiftCardLent, ///< what the shop lent it while the OMS could not be asked
    PointsHeld,
    PointsLent,
    CreditHeld,
    CreditLent,
    PointsEarned,
    PointsTakenBack,
    PointsGivenBack,
    CreditGivenBack,
    Overdrawn, ///< tills gave more of something than there was
    Count,
};

/// How often each was done.
class DeedTable final {
public:
    void count(const Log &journal);
    void countTasks(const Moment &books);
    void add(const DeedTable &other);
    [[nodiscard]] int empty() const;
    /// A line per deed.
    [[nodiscard]] std::string text() const;

private:
    void count(const Fact &fact, const Log &journal);
    void countPaid(const Fact &fact, char letter, Deed held, Deed lent);
    void count(Deed deed, bool isDone) { m_counts[std::size_t(deed)] += isDone ? 1 : 0; }

    std::array<std::int64_t, std::size_t(Deed::Count)> m_counts{};
};

} // namespace evertill::sim::oracle
