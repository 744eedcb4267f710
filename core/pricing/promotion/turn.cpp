#include "core/pricing/promotion/benefits.h"
#include "core/pricing/promotion/combination.h"

#include <algorithm>

namespace evertill {
namespace {

/// The units of all lines by what each costs now: of what a line has left its units cost the same, or some of
/// them a cent more, so that a line is two sorts. The dearer sort of line i stands at i, the other at i +
/// lines.
struct Sorts {
    std::vector<std::int64_t> values;
    std::vector<std::int64_t> units;
    std::size_t lines = 0;

    [[nodiscard]] std::size_t lineOf(std::size_t sort) const { return sort % lines; }
    [[nodiscard]] std::vector<std::size_t> of(const std::vector<std::size_t> &goods) const
    {
        std::vector<std::size_t> found;
        for (const std::size_t offset : {std::size_t(0), lines}) {
            for (const std::size_t line : goods) {
                if (units[line + offset] > 0)
                    found.push_back(line + offset);
            }
        }
        return found;
    }
};

Sorts sortUnits(std::span<const DealLine> lines, const DealState &state)
{
    Sorts sorts;
    sorts.lines = lines.size();
    sorts.values.resize(lines.size() * 2);
    sorts.units.resize(lines.size() * 2);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::int64_t each = state.left[i] / lines[i].units;
        const std::int64_t over = state.left[i] % lines[i].units;
        sorts.values[i] = each + 1;
        sorts.units[i] = over;
        sorts.values[i + lines.size()] = each;
        sorts.units[i + lines.size()] = lines[i].units - over;
    }
    return sorts;
}

std::vector<Offer> offersOf(std::span<const LivePromotion *const> members, const Sorts &sorts)
{
    std::vector<Offer> offers;
    for (std::size_t i = 0; i < members.size(); ++i) {
        const LivePromotion &live = *members[i];
        for (std::size_t b = 0; b < live.rule->benefits.size(); ++b) {
            if (!isPacked(*live.rule, live.rule->benefits[b]))
                continue;
            std::vector<std::vector<std::size_t>> parts;
            for (const auto &part : live.partLines[b])
                parts.push_back(sorts.of(part));
            offers.emplace_back(live.rule->benefits[b], i, sorts.of(live.benefitLines[b]), parts);
        }
    }
    return offers;
}

/// Gives what the packing of \a members' offers found to each of them, never more than its lines have left.
void packTurn(std::span<const LivePromotion *const> members, std::span<const DealLine> lines,
    DealState &state, StepBudget &budget, std::vector<Outcome> &outcomes)
{
    const Sorts sorts = sortUnits(lines, state);
    const std::vector<Offer> offers = offersOf(members, sorts);
    for (const Bundle &bundle : packUnits(offers, sorts.values, sorts.units, budget)) {
        Outcome &outcome = outcomes[offers[bundle.offer].promotion()];
        outcome.times += bundle.times;
        for (const DiscountShare &share : bundle.shares) {
            const std::size_t line = sorts.lineOf(share.line);
            const std::int64_t room = std::max<std::int64_t>(0, state.left[line] - lines[line].least);
            const std::int64_t given = std::min(share.amount * bundle.times, room);
            outcome.shares[line] += given;
            outcome.total += given;
            state.left[line] -= given;
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
