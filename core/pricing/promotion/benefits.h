#pragma once

#include "core/pricing/promotion/deal.h"

#include <span>

namespace evertill {

/// What \a promotion's benefits give on \a lines in \a state, those left out that are packed:
/// packUnits() gives them. Changes state.left by what it gives; cap and budget are not looked at.
[[nodiscard]] Outcome giveBenefits(
    const LivePromotion &promotion, std::span<const DealLine> lines, DealState &state);

/// Cuts \a outcome, which state.left knows of already, to the promotion's cap and budget, and gives back to
/// state what is cut. Nothing is left of it where the budget is passed and may not be cut to.
void limitOutcome(const Promotion &rule, std::span<const DealLine> lines, Outcome &outcome, DealState &state);

/// Whether every threshold of \a promotion holds in \a state. With \a onlyBefore those are left out that ask
/// what other promotions leave.
[[nodiscard]] bool reachesThresholds(
    const LivePromotion &promotion, std::span<const DealLine> lines, const DealState &state, bool onlyBefore);

} // namespace evertill
