#include "core/pricing/promotion/benefits.h"
#include "core/pricing/promotion/combination.h"

#include <algorithm>

namespace evertill {
namespace {

/// Gives what the packing of \a group found to each promotion, never more than its lines have left.
void packTurn(std::span<const LivePromotion *const> members, std::span<const DealLine> lines,
    DealState &state, StepBudget &budget, std::vector<Outcome> &outcomes)
{
    std::vector<Offer> offers;
    for (std::size_t i = 0; i < members.size(); ++i) {
        const LivePromotion &live = *members[i];
        for (std::size_t b = 0; b < live.rule->benefits.size(); ++b) {
            if (isPacked(*live.rule, live.rule->benefits[b]))
                offers.emplace_back(live.rule->benefits[b], i, live.benefitLines[b], live.partLines[b]);
        }
    }
    std::vector<std::int64_t> &used = state.used[std::size_t(members.front()->unitGroup)];
    std::vector<std::int64_t> values(lines.size());
    std::vector<std::int64_t> units(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        values[i] = state.left[i] / lines[i].units;
        units[i] = lines[i].units - used[i];
    }
    for (const Bundle &bundle : packUnits(offers, values, std::move(units), budget)) {
        Outcome &outcome = outcomes[offers[bundle.offer].promotion()];
        outcome.times += bundle.times;
        for (const std::size_t line : bundle.lines)
            used[line] += bundle.times;
        for (const DiscountShare &share : bundle.shares) {
            const std::int64_t room =
                std::max<std::int64_t>(0, state.left[share.line] - lines[share.line].least);
            const std::int64_t given = std::min(share.amount * bundle.times, room);
            outcome.shares[share.line] += given;
            outcome.total += given;
            state.left[share.line] -= given;
        }
    }
}

} // namespace

std::vector<Outcome> takeTurn(std::span<const LivePromotion *const> members, std::span<const DealLine> lines,
    DealState &state, StepBudget &budget)
{
    std::vector<Outcome> outcomes(members.size());
    for (Outcome &outcome : outcomes)
        outcome.shares.resize(lines.size());
    std::vector<const LivePromotion *> reached;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (reachesThresholds(*members[i], lines, state, false)) {
            reached.push_back(members[i]);
            places.push_back(i);
        }
    }
    if (reached.empty())
        return outcomes;
    std::vector<Outcome> packed(reached.size());
    for (Outcome &outcome : packed)
        outcome.shares.resize(lines.size());
    if (reached.front()->unitGroup >= 0)
        packTurn(reached, lines, state, budget, packed);
    for (std::size_t i = 0; i < reached.size(); ++i) {
        Outcome plain = giveBenefits(*reached[i], lines, state);
        for (std::size_t line = 0; line < lines.size(); ++line)
            plain.shares[line] += packed[i].shares[line];
        plain.total += packed[i].total;
        plain.times = packed[i].times;
        limitOutcome(*reached[i]->rule, lines, plain, state);
        outcomes[places[i]] = std::move(plain);
    }
    return outcomes;
}

} // namespace evertill
