#pragma once

#include "core/pricing/promotion/live_promotions.h"
#include "core/pricing/promotion/unit_packing.h"

namespace evertill {

/// What each live promotion gives in the best lawful combination that the budget finds; see findBestDeals().
[[nodiscard]] std::vector<Outcome> bestCombination(
    const Eligible &eligible, std::span<const DealLine> lines, StepBudget &budget);

/// What the promotions that come at one turn give together: one that competes for no units, or all that do
/// for the units of one group. Changes \a state; outcomes stand where the promotions do in \a members.
[[nodiscard]] std::vector<Outcome> takeTurn(std::span<const LivePromotion *const> members,
    std::span<const DealLine> lines, DealState &state, StepBudget &budget);

} // namespace evertill
