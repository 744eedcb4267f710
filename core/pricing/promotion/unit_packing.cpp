#include "core/pricing/promotion/unit_packing.h"

#include "core/pricing/promotion/greedy_packing.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace evertill {
namespace {

std::int64_t savedBy(const std::vector<Bundle> &bundles)
{
    return std::accumulate(bundles.begin(), bundles.end(), std::int64_t(0),
        [](std::int64_t sum, const Bundle &bundle) { return sum + bundle.saving * bundle.times; });
}

/// Branch and bound over the dearest unit that is still open: it joins a group of each offer in each way that
/// there is, or stays alone with its likes.
class Packing final {
public:
    Packing(std::span<const Offer> offers, std::span<const std::int64_t> values,
        std::vector<std::int64_t> units, std::vector<Bundle> greedy, StepBudget &budget)
        : m_offers(offers), m_values(values), m_units(std::move(units)), m_best(std::move(greedy)),
          m_bestSaved(savedBy(m_best)), m_budget(budget), m_byValue(orderByValue(values)),
          m_times(offers.size())
    {
        m_most.resize(values.size());
        for (std::size_t line = 0; line < values.size(); ++line) {
            for (const Offer &offer : offers)
                m_most[line] = std::max(m_most[line], offer.mostForUnit(line, values[line]));
            m_open += m_most[line] * m_units[line];
        }
    }

    std::vector<Bundle> search()
    {
        explore(0, 0);
        return std::move(m_best);
    }

private:
    void explore(std::size_t from, std::size_t firstOffer);
    void place(std::size_t offer, std::size_t from, std::size_t pinned, std::size_t slot, std::int64_t inSlot,
        std::size_t minimum);
    void complete(std::size_t offer, std::size_t from);
    void use(std::size_t line, std::int64_t by)
    {
        m_units[line] -= by;
        m_open -= by * m_most[line];
    }

    std::span<const Offer> m_offers;
    std::span<const std::int64_t> m_values;
    std::vector<std::int64_t> m_units;
    std::vector<Bundle> m_best;
    std::int64_t m_bestSaved;
    StepBudget &m_budget;
    std::vector<std::size_t> m_byValue;
    std::vector<std::int64_t> m_times;
    std::vector<std::int64_t> m_most; // for one unit of a line
    std::int64_t m_open = 0; // Σ of m_most over the units that are open
    std::vector<Bundle> m_made;
    std::int64_t m_saved = 0;
    std::vector<std::size_t> m_filling;
};

void Packing::explore(std::size_t from, std::size_t firstOffer)
{
    if (m_saved > m_bestSaved) {
        m_bestSaved = m_saved;
        m_best = m_made;
    }
    if (m_saved + m_open <= m_bestSaved || !m_budget.take())
        return;
    while (from < m_byValue.size() && (m_units[m_byValue[from]] == 0 || m_most[m_byValue[from]] == 0)) {
        // Units that no offer makes cheaper may still be bought for others: they stay open, and last.
        if (m_units[m_byValue[from]] > 0 && m_most[m_byValue[from]] == 0)
            break;
        ++from;
    }
    if (from == m_byValue.size())
        return;
    const std::size_t line = m_byValue[from];
    for (std::size_t offer = firstOffer; offer < m_offers.size(); ++offer) {
        if (m_times[offer] == m_offers[offer].mostTimes())
            continue;
        for (std::size_t slot = 0; slot < m_offers[offer].slots().size(); ++slot) {
            if (m_offers[offer].canUse(slot, line))
                place(offer, from, slot, 0, 0, from);
        }
    }
    const std::int64_t alone = m_units[line];
    use(line, alone);
    explore(from + 1, 0);
    use(line, -alone);
}

void Packing::place(std::size_t offer, std::size_t from, std::size_t pinned, std::size_t slot,
    std::int64_t inSlot, std::size_t minimum)
{
    const auto &slots = m_offers[offer].slots();
    if (slot == slots.size()) {
        complete(offer, from);
        return;
    }
    if (inSlot == slots[slot].units) {
        place(offer, from, pinned, slot + 1, 0, from);
        return;
    }
    // The pinned slot's first unit is the dearest one; within a slot units go down in value.
    const bool isPinned = slot == pinned && inSlot == 0;
    for (std::size_t i = minimum; i < (isPinned ? from + 1 : m_byValue.size()); ++i) {
        const std::size_t line = m_byValue[i];
        if (m_units[line] == 0 || !m_offers[offer].canUse(slot, line))
            continue;
        if (!m_budget.take())
            return;
        use(line, 1);
        m_filling.push_back(line);
        place(offer, from, pinned, slot, inSlot + 1, i);
        m_filling.pop_back();
        use(line, -1);
    }
}

void Packing::complete(std::size_t offer, std::size_t from)
{
    Bundle bundle = m_offers[offer].fill(m_filling, m_values);
    if (bundle.saving <= 0)
        return;
    bundle.offer = offer;
    std::vector<std::size_t> filling;
    std::swap(filling, m_filling);
    m_saved += bundle.saving;
    ++m_times[offer];
    m_made.push_back(std::move(bundle));
    explore(from, m_units[m_byValue[from]] > 0 ? offer : 0);
    m_saved -= m_made.back().saving;
    m_made.pop_back();
    --m_times[offer];
    std::swap(filling, m_filling);
}

/// Offers that share lines, directly or through others: each such circle is a search of its own.
std::vector<std::vector<std::size_t>> circles(std::span<const Offer> offers, std::size_t lines)
{
    std::vector<std::size_t> circle(offers.size());
    std::iota(circle.begin(), circle.end(), std::size_t(0));
    std::vector<std::size_t> firstOn(lines, offers.size());
    for (std::size_t i = 0; i < offers.size(); ++i) {
        for (const Offer::Slot &slot : offers[i].slots()) {
            for (const std::size_t line : slot.lines) {
                const std::size_t first = std::exchange(firstOn[line], std::min(firstOn[line], i));
                if (first == offers.size() || circle[first] == circle[i])
                    continue;
                const std::size_t gone = circle[i];
                std::replace(circle.begin(), circle.end(), gone, circle[first]);
            }
        }
    }
    std::map<std::size_t, std::vector<std::size_t>> members;
    for (std::size_t i = 0; i < offers.size(); ++i)
        members[circle[i]].push_back(i);
    std::vector<std::vector<std::size_t>> found;
    for (auto &[name, who] : members)
        found.push_back(std::move(who));
    return found;
}

} // namespace

std::vector<Bundle> packUnits(std::span<const Offer> offers, std::span<const std::int64_t> values,
    std::vector<std::int64_t> units, StepBudget &budget)
{
    std::vector<Bundle> all;
    StepBudget part{std::max<std::int64_t>(0, budget.left / 8)};
    budget.left -= part.left;
    std::int64_t tried = 0;
    for (const auto &members : circles(offers, values.size())) {
        std::vector<Offer> own;
        for (const std::size_t member : members)
            own.push_back(offers[member]);
        auto made = packGreedily(own, values, units, &tried);
        if (own.size() > 1 || !own.front().isBestGreedy())
            made = Packing(own, values, units, std::move(made), part).search();
        for (Bundle &bundle : made) {
            bundle.offer = members[bundle.offer];
            all.push_back(std::move(bundle));
        }
    }
    // A group that greedy tried costs what some steps of the search do.
    constexpr std::int64_t kStepsOfATry = 8;
    budget.left += part.left - tried * kStepsOfATry;
    budget.wasEnough = budget.wasEnough && part.wasEnough;
    return all;
}

} // namespace evertill
