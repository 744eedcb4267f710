#pragma once

#include "core/pricing/promotion/offer.h"

namespace evertill {

/// Steps that a search may still take: counted, never timed, so that every machine finds the same.
struct StepBudget {
    std::int64_t left = 0;
    bool wasEnough = true;

    /// Whether another step may be taken.
    bool take()
    {
        if (left <= 0) {
            wasEnough = false;
            return false;
        }
        --left;
        return true;
    }
};

/// Groups the units so that the most is saved: each unit serves one group at most. \a values is what a unit
/// of each line costs, \a units how many there are. Starts from greedy (the group that saves most, again and
/// again) and looks for better by branch and bound where offers really compete for units; so it is never
/// worse than greedy, and the optimum where the budget was enough.
[[nodiscard]] std::vector<Bundle> packUnits(std::span<const Offer> offers,
    std::span<const std::int64_t> values, std::vector<std::int64_t> units, StepBudget &budget);

} // namespace evertill
