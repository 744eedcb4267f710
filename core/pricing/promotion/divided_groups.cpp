#include "core/pricing/promotion/divided_groups.h"

#include "core/pricing/promotion/offer.h"

#include <algorithm>
#include <iterator>

namespace evertill {
namespace {

std::vector<std::size_t> linesOf(const LivePromotion &live, std::size_t benefit)
{
    std::vector<std::size_t> lines;
    if (live.rule->benefits[benefit].kind != BenefitKind::Group)
        lines = live.benefitLines[benefit];
    for (const auto &part : live.partLines[benefit])
        lines.insert(lines.end(), part.begin(), part.end());
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    return lines;
}

} // namespace

bool dividesGroups(const LivePromotion &later, const LivePromotion &packed)
{
    for (std::size_t b = 0; b < later.rule->benefits.size(); ++b) {
        const Benefit &benefit = later.rule->benefits[b];
        const bool isEven = !isPacked(*later.rule, benefit) && benefit.basis == Basis::Left
            && benefit.pick == Pick::Every && benefit.maxUnitsPerLine == 0 && benefit.everyAmount == 0
            && benefit.tiers.empty()
            && (benefit.kind == BenefitKind::Percent || benefit.kind == BenefitKind::PercentTotal
                || benefit.kind == BenefitKind::PercentBill || benefit.kind == BenefitKind::AmountTotal);
        const auto lines = linesOf(later, b);
        for (std::size_t p = 0; p < packed.rule->benefits.size(); ++p) {
            std::vector<std::size_t> shared;
            const auto group = linesOf(packed, p);
            std::set_intersection(
                group.begin(), group.end(), lines.begin(), lines.end(), std::back_inserter(shared));
            const bool isWhole = std::includes(lines.begin(), lines.end(), group.begin(), group.end());
            if (!shared.empty() && !(isEven && isWhole))
                return true;
        }
    }
    return false;
}

} // namespace evertill
