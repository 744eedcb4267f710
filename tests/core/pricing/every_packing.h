#pragma once

#include "core/pricing/promotion/offer.h"

#include <algorithm>
#include <map>

namespace evertill::test {

/// Every group of every offer, out of every unit, tried to the end: the slowest way there is.
class EveryPacking final {
public:
    EveryPacking(const std::vector<Offer> &offers, const std::vector<std::int64_t> &values)
        : m_offers(offers), m_values(values), m_times(offers.size())
    {
    }

    std::int64_t best(const std::vector<std::int64_t> &units)
    {
        const auto key = std::pair(units, m_times);
        if (const auto known = m_known.find(key); known != m_known.end())
            return known->second;
        std::int64_t most = 0;
        for (std::size_t offer = 0; offer < m_offers.size(); ++offer) {
            if (m_times[offer] < m_offers[offer].mostTimes()) {
                std::vector<std::size_t> filling;
                most = std::max(most, fill(offer, 0, 0, units, filling));
            }
        }
        m_known[key] = most;
        return most;
    }

private:
    std::int64_t fill(std::size_t offer, std::size_t slot, std::int64_t inSlot,
        std::vector<std::int64_t> units, std::vector<std::size_t> &filling)
    {
        const auto &slots = m_offers[offer].slots();
        if (slot == slots.size()) {
            const std::int64_t saving = m_offers[offer].fill(filling, m_values).saving;
            ++m_times[offer];
            const std::int64_t rest = best(units);
            --m_times[offer];
            return saving + rest;
        }
        if (inSlot == slots[slot].units)
            return fill(offer, slot + 1, 0, units, filling);
        std::int64_t most = 0;
        for (std::size_t line = 0; line < units.size(); ++line) {
            if (units[line] == 0 || !m_offers[offer].canUse(slot, line))
                continue;
            --units[line];
            filling.push_back(line);
            most = std::max(most, fill(offer, slot, inSlot + 1, units, filling));
            filling.pop_back();
            ++units[line];
        }
        return most;
    }

    const std::vector<Offer> &m_offers;
    const std::vector<std::int64_t> &m_values;
    std::vector<std::int64_t> m_times;
    std::map<std::pair<std::vector<std::int64_t>, std::vector<std::int64_t>>, std::int64_t> m_known;
};

} // namespace evertill::test
