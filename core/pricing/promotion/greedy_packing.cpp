#include "core/pricing/promotion/greedy_packing.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <unordered_map>

namespace evertill {
namespace {

/// The lines that a slot of an offer can use, the dearest first. Those at both ends that are used up are let
/// go: units only ever go.
struct SlotOrder {
    std::vector<std::size_t> lines;
    std::size_t first = 0;
    std::size_t last = 0; // without
};

/// Each offer's best group out of the units that are left, known until one of its units is gone.
class Greedy final {
public:
    Greedy(
        std::span<const Offer> offers, std::span<const std::int64_t> values, std::vector<std::int64_t> units)
        : m_offers(offers), m_values(values), m_units(std::move(units)), m_byValue(orderByValue(values)),
          m_times(offers.size()), m_best(offers.size())
    {
        for (std::size_t i = 0; i < offers.size(); ++i) {
            m_orders.push_back(ordersOf(offers[i]));
            find(i);
        }
    }

    std::vector<Bundle> pack()
    {
        std::vector<Bundle> made;
        while (Bundle *best = dearest()) {
            made.push_back(take(*best));
            for (std::size_t i = 0; i < m_offers.size(); ++i) {
                if (m_best[i].saving > 0 && !isStillThere(i))
                    find(i);
            }
        }
        return made;
    }

    [[nodiscard]] std::int64_t tried() const { return m_tried; }

private:
    [[nodiscard]] std::vector<SlotOrder> ordersOf(const Offer &offer) const;
    [[nodiscard]] std::optional<std::vector<std::size_t>> fillSlots(std::size_t offer);
    [[nodiscard]] bool fill(
        const SlotOrder &order, std::int64_t units, bool isDearest, std::vector<std::size_t> &filled);

    void find(std::size_t offer)
    {
        ++m_tried;
        auto lines = fillSlots(offer);
        m_best[offer] = lines ? m_offers[offer].fill(std::move(*lines), m_values) : Bundle();
        m_best[offer].offer = offer;
    }

    [[nodiscard]] bool isStillThere(std::size_t offer) const
    {
        if (m_times[offer] == m_offers[offer].mostTimes())
            return false;
        std::unordered_map<std::size_t, std::int64_t> needed;
        for (const std::size_t line : m_best[offer].lines)
            ++needed[line];
        return std::all_of(needed.begin(), needed.end(),
            [&](const auto &each) { return m_units[each.first] >= each.second; });
    }

    [[nodiscard]] Bundle *dearest()
    {
        Bundle *best = nullptr;
        for (std::size_t i = 0; i < m_best.size(); ++i) {
            const bool isLeft = m_best[i].saving > 0 && m_times[i] < m_offers[i].mostTimes();
            if (isLeft && (!best || m_best[i].saving > best->saving))
                best = &m_best[i];
        }
        return best;
    }

    Bundle take(Bundle best)
    {
        // Where one line fills the group, what is best now stays best until that line is used up.
        const std::size_t line = best.lines.front();
        const auto size = std::int64_t(best.lines.size());
        if (std::count(best.lines.begin(), best.lines.end(), line) == size)
            best.times =
                std::min(m_units[line] / size, m_offers[best.offer].mostTimes() - m_times[best.offer]);
        for (const std::size_t used : best.lines)
            m_units[used] -= best.times;
        m_times[best.offer] += best.times;
        return best;
    }

    std::span<const Offer> m_offers;
    std::span<const std::int64_t> m_values;
    std::vector<std::int64_t> m_units;
    std::vector<std::size_t> m_byValue;
    std::vector<std::int64_t> m_times;
    std::vector<Bundle> m_best;
    std::vector<std::vector<SlotOrder>> m_orders; // of each offer's slots
    std::int64_t m_tried = 0;
};

std::vector<SlotOrder> Greedy::ordersOf(const Offer &offer) const
{
    std::vector<SlotOrder> orders(offer.slots().size());
    for (std::size_t slot = 0; slot < orders.size(); ++slot) {
        for (const std::size_t line : m_byValue) {
            if (offer.canUse(slot, line))
                orders[slot].lines.push_back(line);
        }
        orders[slot].last = orders[slot].lines.size();
    }
    return orders;
}

bool Greedy::fill(
    const SlotOrder &order, std::int64_t units, bool isDearest, std::vector<std::size_t> &filled)
{
    for (std::size_t i = order.first; i < order.last && units > 0; ++i) {
        const std::size_t line = order.lines[isDearest ? i : order.last - 1 - (i - order.first)];
        for (; m_units[line] > 0 && units > 0; --units) {
            filled.push_back(line);
            --m_units[line];
        }
    }
    return units == 0;
}

/// Fills one group: what gets cheaper from the dearest units, what is only bought from the cheapest.
std::optional<std::vector<std::size_t>> Greedy::fillSlots(std::size_t offer)
{
    const auto &slots = m_offers[offer].slots();
    const bool hasGot =
        std::any_of(slots.begin(), slots.end(), [](const Offer::Slot &slot) { return slot.isGot; });
    for (SlotOrder &order : m_orders[offer]) {
        while (order.first < order.last && m_units[order.lines[order.first]] == 0)
            ++order.first;
        while (order.first < order.last && m_units[order.lines[order.last - 1]] == 0)
            --order.last;
    }
    std::vector<std::vector<std::size_t>> filled(slots.size());
    bool isFull = true;
    for (const bool isDearest : {true, false}) {
        for (std::size_t slot = 0; slot < slots.size(); ++slot) {
            if (isFull && (!hasGot || slots[slot].isGot) == isDearest)
                isFull = fill(m_orders[offer][slot], slots[slot].units, isDearest, filled[slot]);
        }
    }
    std::vector<std::size_t> lines;
    for (const auto &part : filled) {
        for (const std::size_t line : part)
            ++m_units[line];
        lines.insert(lines.end(), part.begin(), part.end());
    }
    return isFull ? std::optional(std::move(lines)) : std::nullopt;
}

} // namespace

std::vector<std::size_t> orderByValue(std::span<const std::int64_t> values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(
        order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] > values[b]; });
    return order;
}

std::vector<Bundle> packGreedily(std::span<const Offer> offers, std::span<const std::int64_t> values,
    std::vector<std::int64_t> units, std::int64_t *tried)
{
    Greedy greedy(offers, values, std::move(units));
    auto made = greedy.pack();
    if (tried)
        *tried += greedy.tried();
    return made;
}

} // namespace evertill
