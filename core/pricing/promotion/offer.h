#pragma once

#include "core/pricing/promotion/deal.h"

#include <span>

namespace evertill {

/// Units of lines that are bought together once: a group that was made.
struct Bundle {
    std::size_t offer = 0;
    std::vector<std::size_t> lines; ///< one entry for each unit
    std::int64_t saving = 0; ///< of one such group
    std::int64_t times = 1; ///< how many such groups were made
    std::vector<DiscountShare> shares; ///< of the saving, by line; line is a DealLine's place
};

/// Whether \a benefit of \a rule is packed: groups are, and what is given on single units for which the rule
/// competes with others.
[[nodiscard]] bool isPacked(const Promotion &rule, const Benefit &benefit);

/// A group benefit, or a benefit on single units that competes for them, as the packing sees it: slots to be
/// filled with units, and what is saved then.
class Offer final {
public:
    /// A part of the group: so many units out of these lines.
    struct Slot {
        std::vector<std::size_t> lines;
        std::int64_t units = 1;
        bool isGot = false;
        std::vector<bool> isUsable = {}; // by line, up to the last that is
    };

    /// \a benefit of the \a promotion-th live one; \a parts are the lines of each of its parts.
    Offer(const Benefit &benefit, std::size_t promotion, const std::vector<std::size_t> &goods,
        const std::vector<std::vector<std::size_t>> &parts);

    [[nodiscard]] std::size_t promotion() const { return m_promotion; }
    [[nodiscard]] const std::vector<Slot> &slots() const { return m_slots; }
    [[nodiscard]] std::int64_t size() const { return m_size; }
    [[nodiscard]] std::int64_t mostTimes() const { return m_mostTimes; }
    [[nodiscard]] bool canUse(std::size_t slot, std::size_t line) const
    {
        const auto &usable = m_slots[slot].isUsable;
        return line < usable.size() && usable[line];
    }
    /// Whether taking the dearest again and again is the best there is, where nobody else wants the units.
    [[nodiscard]] bool isBestGreedy() const;

    /// What a filled group saves. \a lines has the units slot by slot; \a values is what a unit of a line
    /// costs now.
    [[nodiscard]] Bundle fill(std::vector<std::size_t> lines, std::span<const std::int64_t> values) const;
    /// More than any group saves for each of its units that costs \a value; for a sum over groups.
    [[nodiscard]] std::int64_t mostForUnit(std::size_t line, std::int64_t value) const;

private:
    [[nodiscard]] std::vector<std::size_t> reduced(
        const std::vector<std::size_t> &lines, std::span<const std::int64_t> values) const;

    GroupReduction m_reduction = GroupReduction::Percent;
    std::int64_t m_ppm = 0;
    std::int64_t m_amount = 0;
    std::int64_t m_mostTimes = 0;
    std::int64_t m_size = 0;
    std::int64_t m_gotUnits = 0; // of a pool whose cheapest are got
    std::int64_t m_reducedUnits = 0; // how many of a group get cheaper
    std::size_t m_promotion = 0;
    std::vector<Slot> m_slots;
};

} // namespace evertill
