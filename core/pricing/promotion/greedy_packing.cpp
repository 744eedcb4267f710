#include "core/pricing/promotion/greedy_packing.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <unordered_map>

namespace evertill {
namespace {

/// Fills one group: what gets cheaper from the dearest units, what is only bought from the cheapest.
std::optional<std::vector<std::size_t>> fillSlots(
    const Offer &offer, std::span<const std::size_t> byValue, std::vector<std::int64_t> units)
{
    const auto &slots = offer.slots();
    const bool hasGot =
        std::any_of(slots.begin(), slots.end(), [](const Offer::Slot &slot) { return slot.isGot; });
    std::vector<std::vector<std::size_t>> filled(slots.size());
    const auto fill = [&](std::size_t slot, bool isDearest) {
        for (std::size_t i = 0; i < byValue.size(); ++i) {
            const std::size_t line = byValue[isDearest ? i : byValue.size() - 1 - i];
            if (!offer.canUse(slot, line))
                continue;
            while (units[line] > 0 && std::int64_t(filled[slot].size()) < slots[slot].units) {
                filled[slot].push_back(line);
                --units[line];
            }
        }
        return std::int64_t(filled[slot].size()) == slots[slot].units;
    };
    for (const bool isDearest : {true, false}) {
        for (std::size_t slot = 0; slot < slots.size(); ++slot) {
            if ((!hasGot || slots[slot].isGot) == isDearest && !fill(slot, isDearest))
                return std::nullopt;
        }
    }
    std::vector<std::size_t> lines;
    for (const auto &part : filled)
        lines.insert(lines.end(), part.begin(), part.end());
    return lines;
}

/// Each offer's best group out of the units that are left, known until one of its units is gone.
class Greedy final {
public:
    Greedy(
        std::span<const Offer> offers, std::span<const std::int64_t> values, std::vector<std::int64_t> units)
        : m_offers(offers), m_values(values), m_units(std::move(units)), m_byValue(orderByValue(values)),
          m_times(offers.size()), m_best(offers.size())
    {
        for (std::size_t i = 0; i < offers.size(); ++i)
            find(i);
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
    void find(std::size_t offer)
    {
        ++m_tried;
        auto lines = fillSlots(m_offers[offer], m_byValue, m_units);
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
    std::int64_t m_tried = 0;
};

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
