#include "core/pricing/promotion/offer.h"

#include "core/pricing/promotion/spread.h"

#include <algorithm>

namespace evertill {
namespace {

GroupReduction reductionOf(const Benefit &benefit)
{
    switch (benefit.kind) {
    case BenefitKind::AmountEach:
    case BenefitKind::AmountPerLine:
        return GroupReduction::AmountEach;
    case BenefitKind::PriceEach:
        return GroupReduction::PriceEach;
    case BenefitKind::Group:
        return benefit.reduction;
    default:
        return GroupReduction::Percent;
    }
}

/// Rounded up, so that a bound stays one.
std::int64_t portionUp(std::int64_t amount, std::int64_t part, std::int64_t whole)
{
    return std::int64_t((evertill_int128(amount) * part + whole - 1) / whole);
}

Offer::Slot slotOf(const std::vector<std::size_t> &lines, std::int64_t units, bool isGot)
{
    Offer::Slot slot{lines, units, isGot};
    for (const std::size_t line : lines) {
        if (slot.isUsable.size() <= line)
            slot.isUsable.resize(line + 1);
        slot.isUsable[line] = true;
    }
    return slot;
}

} // namespace

bool isPacked(const Promotion &rule, const Benefit &benefit)
{
    const bool isOnUnits = benefit.kind == BenefitKind::Percent || benefit.kind == BenefitKind::PriceEach
        || (benefit.kind == BenefitKind::AmountEach && !benefit.nextAmount);
    return benefit.kind == BenefitKind::Group
        || (isOnUnits && !rule.unitGroup.isEmpty() && benefit.pick == Pick::Every
            && benefit.maxUnitsPerLine == 0 && benefit.tiers.empty());
}

Offer::Offer(const Benefit &benefit, std::size_t promotion, const std::vector<std::size_t> &goods,
    const std::vector<std::vector<std::size_t>> &parts)
    : m_reduction(reductionOf(benefit)), m_ppm(benefit.rate.partsPerMillion()), m_amount(benefit.amount),
      m_mostTimes(benefit.mostTimes > 0 ? benefit.mostTimes : Basket::kLargestTotal), m_promotion(promotion)
{
    if (benefit.kind != BenefitKind::Group) {
        m_slots.push_back(slotOf(goods, 1, false));
        m_size = m_reducedUnits = 1;
        return;
    }
    std::int64_t got = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        m_size += benefit.parts[i].units;
        got += benefit.parts[i].isGot ? benefit.parts[i].units : 0;
        if (!benefit.areGotCheapest)
            m_slots.push_back(slotOf(parts[i], benefit.parts[i].units, benefit.parts[i].isGot));
    }
    m_reducedUnits = got > 0 ? got : m_size;
    if (benefit.areGotCheapest && got > 0) {
        m_gotUnits = got;
        m_slots.push_back(slotOf(parts.front(), m_size, false));
    }
}

bool Offer::isBestGreedy() const
{
    if (m_slots.size() == 1)
        return true;
    std::vector<std::size_t> all;
    for (const Slot &slot : m_slots)
        all.insert(all.end(), slot.lines.begin(), slot.lines.end());
    std::sort(all.begin(), all.end());
    return std::adjacent_find(all.begin(), all.end()) == all.end();
}

std::vector<std::size_t> Offer::reduced(
    const std::vector<std::size_t> &lines, std::span<const std::int64_t> values) const
{
    if (m_gotUnits > 0) {
        std::vector<std::size_t> cheapest = lines;
        std::stable_sort(cheapest.begin(), cheapest.end(),
            [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
        cheapest.resize(std::size_t(m_gotUnits));
        return cheapest;
    }
    if (m_reducedUnits == m_size)
        return lines;
    std::vector<std::size_t> got;
    auto next = lines.begin();
    for (const Slot &slot : m_slots) {
        if (slot.isGot)
            got.insert(got.end(), next, next + slot.units);
        next += slot.units;
    }
    return got;
}

Bundle Offer::fill(std::vector<std::size_t> lines, std::span<const std::int64_t> values) const
{
    const std::vector<std::size_t> cheaper = reduced(lines, values);
    std::vector<std::int64_t> worth;
    std::int64_t sum = 0;
    std::int64_t each = 0;
    for (const std::size_t line : cheaper) {
        worth.push_back(values[line]);
        sum += values[line];
        each += m_reduction == GroupReduction::PriceEach ? std::max<std::int64_t>(0, values[line] - m_amount)
                                                         : std::min(values[line], m_amount);
    }
    Bundle bundle;
    switch (m_reduction) {
    case GroupReduction::Percent:
        bundle.saving = divideRounded(evertill_int128(sum) * m_ppm, Percentage::kWhole, Rounding::HalfUp);
        break;
    case GroupReduction::AmountEach:
    case GroupReduction::PriceEach:
        bundle.saving = each;
        break;
    case GroupReduction::AmountTotal:
        bundle.saving = std::min(m_amount, sum);
        break;
    case GroupReduction::PriceTotal:
        bundle.saving = std::max<std::int64_t>(0, sum - m_amount);
        break;
    }
    const auto parts = spread(bundle.saving, worth, worth);
    for (std::size_t i = 0; i < parts.size(); ++i)
        bundle.shares.push_back({cheaper[i], parts[i]});
    bundle.lines = std::move(lines);
    return bundle;
}

std::int64_t Offer::mostForUnit(std::size_t line, std::int64_t value) const
{
    bool isWanted = false;
    bool isReduced = m_gotUnits > 0 || m_reducedUnits == m_size;
    for (std::size_t slot = 0; slot < m_slots.size(); ++slot) {
        if (canUse(slot, line)) {
            isWanted = true;
            isReduced = isReduced || m_slots[slot].isGot;
        }
    }
    if (!isWanted || !isReduced)
        return 0;
    // Of a pool only the cheapest get cheaper, and those are at most their share of the whole pool.
    const std::int64_t share = m_gotUnits > 0 ? portionUp(value, m_gotUnits, m_size) : value;
    switch (m_reduction) {
    case GroupReduction::Percent:
        return portionUp(share, m_ppm, Percentage::kWhole) + 1; // a group's rounding
    case GroupReduction::AmountEach:
        return std::min(value, m_amount);
    case GroupReduction::AmountTotal:
        return portionUp(m_amount, 1, m_gotUnits > 0 ? m_size : m_reducedUnits);
    case GroupReduction::PriceEach:
        return std::max<std::int64_t>(0, value - m_amount);
    case GroupReduction::PriceTotal:
        return m_gotUnits > 0 ? share : std::max<std::int64_t>(0, value - m_amount / m_reducedUnits);
    }
    return value;
}

} // namespace evertill
