#include "core/pricing/promotion/combination.h"

#include "core/pricing/promotion/divided_groups.h"

#include <algorithm>

namespace evertill {
namespace {

/// The search over which promotions are given: each turn in its order, each member of it on or off.
class Combination final {
public:
    Combination(const Eligible &eligible, std::span<const DealLine> lines, StepBudget &budget);

    [[nodiscard]] std::vector<Outcome> search();

private:
    void run(const std::vector<bool> &allowed, bool isGreedy);
    void explore(std::size_t turn, const DealState &state);
    void choose(std::size_t turn, std::size_t member, const DealState &state);
    void play(std::size_t turn, const DealState &state);
    void record();
    [[nodiscard]] std::int64_t mostFrom(std::size_t turn) const;
    [[nodiscard]] bool mayBeLeftOut(std::size_t live) const;
    [[nodiscard]] bool groupingMatters(std::size_t turn) const;
    [[nodiscard]] std::vector<bool> greedyByAmount(std::vector<bool> allowed) const;

    const Eligible &m_eligible;
    std::span<const DealLine> m_lines;
    StepBudget &m_budget;
    StepBudget *m_grouping = nullptr; // for the groupings of units: m_budget, or none where they are greedy
    std::vector<std::vector<std::size_t>> m_turns;
    std::vector<bool> m_optional;
    std::vector<bool> m_allowed;
    bool m_isGreedy = false;
    std::vector<bool> m_taken; // ticket groups
    std::vector<std::size_t> m_chosen; // of the turn that is chosen now
    std::vector<Outcome> m_now;
    std::int64_t m_saved = 0;
    std::size_t m_gifts = 0;
    std::vector<Outcome> m_best;
    std::int64_t m_bestSaved = -1;
    std::size_t m_bestGifts = 0;
    bool m_hasGifts = false; // what is added free counts at a tie
};

Combination::Combination(const Eligible &eligible, std::span<const DealLine> lines, StepBudget &budget)
    : m_eligible(eligible), m_lines(lines), m_budget(budget), m_now(eligible.live.size())
{
    std::vector<std::ptrdiff_t> turnOf(std::size_t(eligible.unitGroups), -1);
    for (std::size_t i = 0; i < eligible.live.size(); ++i) {
        const int group = eligible.live[i].unitGroup;
        if (group >= 0 && turnOf[std::size_t(group)] >= 0) {
            m_turns[std::size_t(turnOf[std::size_t(group)])].push_back(i);
            continue;
        }
        if (group >= 0)
            turnOf[std::size_t(group)] = std::ptrdiff_t(m_turns.size());
        m_turns.push_back({i});
    }
    for (std::size_t i = 0; i < eligible.live.size(); ++i) {
        const auto &benefits = eligible.live[i].rule->benefits;
        m_optional.push_back(mayBeLeftOut(i));
        m_hasGifts = m_hasGifts || std::any_of(benefits.begin(), benefits.end(), [](const Benefit &benefit) {
            return benefit.kind == BenefitKind::Gift;
        });
    }
}

/// Whether leaving it out may be better. Where every one takes its part of what is left, whatever it is, less
/// left never makes the later ones give more than was given before. That does not hold where others of its
/// ticket group are there, where one looks at what is left or gives nothing beyond its budget, or where a
/// grouping of units comes that is cut by a cap, or that decides what still others find.
bool Combination::mayBeLeftOut(std::size_t live) const
{
    const LivePromotion &one = m_eligible.live[live];
    for (std::size_t i = 0; i < m_eligible.live.size(); ++i) {
        const Promotion &other = *m_eligible.live[i].rule;
        if (i != live && one.ticketGroup >= 0 && m_eligible.live[i].ticketGroup == one.ticketGroup)
            return true;
        const bool asks = std::any_of(other.thresholds.begin(), other.thresholds.end(),
            [](const Threshold &threshold) { return threshold.isAfterDiscounts; });
        if ((i != live && asks) || (other.budgetLeft && !other.isBudgetCapped))
            return true;
    }
    bool isReached = false;
    for (std::size_t turn = 0; turn < m_turns.size(); ++turn) {
        const auto &members = m_turns[turn];
        isReached = isReached || std::find(members.begin(), members.end(), live) != members.end();
        if (isReached && m_eligible.live[members.front()].unitGroup >= 0 && groupingMatters(turn))
            return true;
    }
    return false;
}

/// Whether it matters which grouping of \a turn's units saves the most, and not only how much: where a cap
/// cuts it, or where a later promotion speaks of some of the lines of a group and not of the others.
bool Combination::groupingMatters(std::size_t turn) const
{
    const auto isCut = [&](std::size_t member) {
        return m_eligible.live[member].rule->maxDiscount || m_eligible.live[member].rule->budgetLeft;
    };
    const auto &members = m_turns[turn];
    if (std::any_of(members.begin(), members.end(), isCut)
        || std::any_of(m_lines.begin(), m_lines.end(), [](const DealLine &line) { return line.least > 0; }))
        return true;
    for (std::size_t later = turn + 1; later < m_turns.size(); ++later) {
        for (const std::size_t other : m_turns[later]) {
            for (const std::size_t member : members) {
                if (dividesGroups(m_eligible.live[other], m_eligible.live[member]))
                    return true;
            }
        }
    }
    return false;
}

std::int64_t Combination::mostFrom(std::size_t turn) const
{
    std::int64_t most = 0;
    std::vector<std::int64_t> groups(std::size_t(m_eligible.ticketGroups));
    for (; turn < m_turns.size(); ++turn) {
        for (const std::size_t i : m_turns[turn]) {
            const LivePromotion &live = m_eligible.live[i];
            if (!m_allowed[i])
                continue;
            if (live.ticketGroup < 0)
                most += live.most;
            else if (!m_taken[std::size_t(live.ticketGroup)])
                groups[std::size_t(live.ticketGroup)] =
                    std::max(groups[std::size_t(live.ticketGroup)], live.most);
        }
    }
    for (const std::int64_t group : groups)
        most += group;
    return most;
}

void Combination::record()
{
    if (m_saved < m_bestSaved || (m_saved == m_bestSaved && m_gifts <= m_bestGifts))
        return;
    m_bestSaved = m_saved;
    m_bestGifts = m_gifts;
    m_best = m_now;
}

void Combination::explore(std::size_t turn, const DealState &state)
{
    if (turn == m_turns.size()) {
        record();
        return;
    }
    const std::int64_t most = m_isGreedy ? m_bestSaved + 1 : m_saved + mostFrom(turn);
    if (most < m_bestSaved || (most == m_bestSaved && !m_hasGifts))
        return;
    m_chosen.clear();
    choose(turn, 0, state);
}

void Combination::choose(std::size_t turn, std::size_t member, const DealState &state)
{
    if (member == m_turns[turn].size()) {
        const std::vector<std::size_t> chosen = m_chosen;
        play(turn, state);
        m_chosen = chosen;
        return;
    }
    const std::size_t live = m_turns[turn][member];
    const int group = m_eligible.live[live].ticketGroup;
    const bool isFree = group < 0
        || (!m_taken[std::size_t(group)]
            && std::none_of(m_chosen.begin(), m_chosen.end(),
                [&](std::size_t other) { return m_eligible.live[other].ticketGroup == group; }));
    const bool canBe = m_allowed[live] && isFree;
    if (canBe) {
        m_chosen.push_back(live);
        choose(turn, member + 1, state);
        m_chosen.pop_back();
    }
    if (!canBe || (m_optional[live] && !m_isGreedy && m_budget.take()))
        choose(turn, member + 1, state);
}

void Combination::play(std::size_t turn, const DealState &state)
{
    const std::vector<std::size_t> chosen = m_chosen;
    std::vector<const LivePromotion *> members;
    for (const std::size_t live : chosen)
        members.push_back(&m_eligible.live[live]);
    if (!m_isGreedy)
        m_budget.left -= std::int64_t(m_lines.size() / 2); // a turn costs what its lines do
    DealState next = state;
    auto outcomes = takeTurn(members, m_lines, next, *m_grouping);
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        const int group = members[i]->ticketGroup;
        if (group >= 0 && !outcomes[i].isNothing())
            m_taken[std::size_t(group)] = true;
        m_saved += outcomes[i].worth();
        m_gifts += outcomes[i].gifts.size();
        m_now[chosen[i]] = std::move(outcomes[i]);
    }
    explore(turn + 1, next);
    for (const std::size_t live : chosen) {
        const int group = m_eligible.live[live].ticketGroup;
        if (group >= 0 && !m_now[live].isNothing())
            m_taken[std::size_t(group)] = false;
        m_saved -= m_now[live].worth();
        m_gifts -= m_now[live].gifts.size();
        m_now[live] = {};
    }
}

std::vector<bool> Combination::greedyByAmount(std::vector<bool> allowed) const
{
    std::vector<std::size_t> order(allowed.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return m_eligible.live[a].most > m_eligible.live[b].most; });
    std::vector<bool> taken(std::size_t(m_eligible.ticketGroups));
    for (const std::size_t live : order) {
        const int group = m_eligible.live[live].ticketGroup;
        if (!allowed[live] || group < 0)
            continue;
        allowed[live] = !taken[std::size_t(group)];
        taken[std::size_t(group)] = true;
    }
    return allowed;
}

void Combination::run(const std::vector<bool> &allowed, bool isGreedy)
{
    m_allowed = allowed;
    m_isGreedy = isGreedy;
    m_taken.assign(std::size_t(m_eligible.ticketGroups), false);
    DealState state;
    for (const DealLine &line : m_lines)
        state.left.push_back(line.amount);
    explore(0, state);
}

std::vector<Outcome> Combination::search()
{
    const std::size_t count = m_eligible.live.size();
    std::vector<std::vector<bool>> worlds; // each exclusive promotion alone, and all the others together
    std::vector<bool> together(count);
    for (std::size_t i = 0; i < count; ++i) {
        together[i] = !m_eligible.live[i].rule->isExclusive;
        if (!together[i]) {
            worlds.emplace_back(count);
            worlds.back()[i] = true;
        }
    }
    worlds.push_back(together);
    // Greedy in everything first, so that nothing below is worse; then with units grouped as well as can be.
    StepBudget none;
    for (StepBudget *budget : {&none, &m_budget}) {
        m_grouping = budget;
        for (const auto &world : worlds) {
            run(world, true);
            run(greedyByAmount(world), true);
        }
    }
    if (std::find(m_optional.begin(), m_optional.end(), true) != m_optional.end()) {
        for (const auto &world : worlds)
            run(world, false);
    }
    // Each turn is grouped to give the most; where a poorer grouping may leave more to a later turn, nobody
    // looked.
    for (std::size_t turn = 0; turn < m_turns.size(); ++turn) {
        if (m_eligible.live[m_turns[turn].front()].unitGroup >= 0 && groupingMatters(turn))
            m_budget.wasEnough = false;
    }
    return std::move(m_best);
}

} // namespace

std::vector<Outcome> bestCombination(
    const Eligible &eligible, std::span<const DealLine> lines, StepBudget &budget)
{
    return Combination(eligible, lines, budget).search();
}

} // namespace evertill
