#pragma once

#include "core/pricing/promotion/live_promotions.h"

namespace evertill {

/// A promotion that is given, and what it gives by line.
struct GivenDeal {
    const Promotion *rule;
    QString coupon;
    Outcome outcome;
};

struct Deals {
    std::vector<GivenDeal> given; ///< in the order in which they came
    std::vector<RefusedCoupon> refusedCoupons;
    SearchReport search;
};

/// How many steps the search for the best combination may take. Fifty lines with thirty
/// rules that nearly all compete take it to the end, and well below five milliseconds.
inline constexpr std::int64_t kSearchSteps = 5'000;

/// The lawful combination of the basket's promotions that takes most off. Lawful is: each at its turn, of an
/// exclusive group at most one, an exclusive promotion alone, a unit in one group of its unit group. A
/// promotion may be left out where that opens a better one; units are grouped so that their turn gives the
/// most. Branch and bound, begun from greedy in order and from greedy by amount, whichever is better; so it
/// is never worse than either, and where \a steps were enough (search.isComplete) there is no better one. It
/// is not complete either where a poorer grouping at one turn may leave more to a later one. At a tie the
/// promotion that comes earlier is given. Gifts count as what they save where they are among \a scanned, else
/// at a tie only. The same for any order of \a lines that is the same sorting.
[[nodiscard]] Deals findBestDeals(const Basket &basket, const std::vector<DealLine> &lines,
    std::int64_t steps = kSearchSteps, const std::vector<ScannedGift> &scanned = {});

} // namespace evertill
