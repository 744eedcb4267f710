#include "core/pricing/promotion/benefits.h"

#include "core/pricing/promotion/offer.h"
#include "core/pricing/promotion/spread.h"

#include <algorithm>

namespace evertill {
namespace {

std::int64_t portion(std::int64_t amount, std::int64_t part, std::int64_t whole)
{
    return divideRounded(evertill_int128(amount) * part, whole, Rounding::HalfUp);
}

/// One benefit at work on the lines that it speaks of.
class Giver final {
public:
    Giver(const Benefit &benefit, const std::vector<std::size_t> &eligible, std::span<const DealLine> lines,
        DealState &state)
        : m_benefit(benefit), m_eligible(eligible), m_lines(lines), m_left(state.left), m_shares(lines.size())
    {
    }

    [[nodiscard]] std::vector<std::int64_t> give();

private:
    [[nodiscard]] std::vector<std::int64_t> chosenUnits() const;
    [[nodiscard]] std::int64_t value(std::size_t line, std::int64_t units) const;
    [[nodiscard]] std::int64_t room(std::size_t line) const
    {
        return std::max<std::int64_t>(0, m_left[line] - m_lines[line].least);
    }
    [[nodiscard]] Tier tier(std::size_t line) const;
    [[nodiscard]] std::int64_t offLine(std::size_t line, std::int64_t units) const;
    void giveOnTotal(const std::vector<std::int64_t> &units);

    const Benefit &m_benefit;
    const std::vector<std::size_t> &m_eligible;
    std::span<const DealLine> m_lines;
    std::vector<std::int64_t> &m_left;
    std::vector<std::int64_t> m_shares;
};

std::vector<std::int64_t> Giver::chosenUnits() const
{
    std::vector<std::int64_t> units(m_lines.size());
    for (const std::size_t line : m_eligible) {
        const std::int64_t all = m_lines[line].units;
        units[line] = m_benefit.maxUnitsPerLine > 0 ? std::min(all, m_benefit.maxUnitsPerLine) : all;
    }
    if (m_benefit.pick == Pick::Every)
        return units;
    std::vector<std::size_t> order = m_eligible;
    const bool isCheapest = m_benefit.pick == Pick::Cheapest;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const auto left = evertill_int128(m_left[a]) * m_lines[b].units;
        const auto right = evertill_int128(m_left[b]) * m_lines[a].units;
        return isCheapest ? left < right : left > right;
    });
    std::int64_t wanted = m_benefit.pickUnits;
    for (const std::size_t line : order) {
        units[line] = std::min(units[line], wanted);
        wanted -= units[line];
    }
    return units;
}

std::int64_t Giver::value(std::size_t line, std::int64_t units) const
{
    const DealLine &deal = m_lines[line];
    if (m_benefit.basis == Basis::Left)
        return portion(m_left[line], units, deal.units);
    const std::int64_t price = portion(deal.amount, units, deal.units);
    return m_benefit.basis == Basis::Price ? price
                                           : std::max<std::int64_t>(0, price - (deal.amount - m_left[line]));
}

Tier Giver::tier(std::size_t line) const
{
    if (m_benefit.tiers.empty())
        return {0, m_benefit.rate, m_benefit.amount};
    std::int64_t measured = m_lines[line].amount;
    if (m_benefit.tierMeasure == TierMeasure::TicketAmount) {
        measured = 0;
        for (const DealLine &each : m_lines)
            measured += each.amount;
    } else if (m_benefit.tierMeasure != TierMeasure::LineAmount) {
        measured = 0;
        for (const std::size_t each : m_eligible)
            measured += m_benefit.tierMeasure == TierMeasure::EligibleUnits ? m_lines[each].units
                                                                            : m_lines[each].amount;
    }
    Tier reached{0, m_benefit.rate, m_benefit.amount};
    for (const Tier &each : m_benefit.tiers) {
        if (measured >= each.from)
            reached = each;
    }
    return reached;
}

std::int64_t Giver::offLine(std::size_t line, std::int64_t units) const
{
    if (units == 0)
        return 0;
    const Tier reached = tier(line);
    const std::int64_t worth = value(line, units);
    const std::int64_t amount = reached.amount;
    switch (m_benefit.kind) {
    case BenefitKind::Percent:
        return portion(worth, reached.rate.partsPerMillion(), Percentage::kWhole);
    case BenefitKind::AmountEach: {
        const auto all = m_benefit.nextAmount
            ? evertill_int128(amount) + evertill_int128(*m_benefit.nextAmount) * (units - 1)
            : evertill_int128(amount) * units;
        return std::int64_t(std::min<evertill_int128>(all, worth));
    }
    case BenefitKind::AmountPerLine:
        return std::min(amount, worth);
    case BenefitKind::PriceEach:
        return std::int64_t(std::max<evertill_int128>(0, worth - evertill_int128(amount) * units));
    default:
        return 0;
    }
}

void Giver::giveOnTotal(const std::vector<std::int64_t> &units)
{
    std::vector<std::int64_t> worth(m_lines.size());
    std::vector<std::int64_t> rooms(m_lines.size());
    std::int64_t all = 0;
    for (const std::size_t line : m_eligible) {
        worth[line] = value(line, units[line]);
        rooms[line] = std::min(room(line), worth[line]);
        all += worth[line];
    }
    if (m_eligible.empty())
        return;
    const Tier reached = tier(m_eligible.front());
    std::int64_t amount = reached.amount;
    if (m_benefit.kind != BenefitKind::AmountTotal)
        amount = portion(all, reached.rate.partsPerMillion(), Percentage::kWhole);
    else if (m_benefit.everyAmount > 0)
        amount = std::int64_t(
            std::min<evertill_int128>(evertill_int128(amount) * (all / m_benefit.everyAmount), all));
    m_shares = spread(std::min(amount, all), worth, rooms);
}

std::vector<std::int64_t> Giver::give()
{
    const std::vector<std::int64_t> units = chosenUnits();
    const bool isOnTotal = m_benefit.kind == BenefitKind::AmountTotal
        || m_benefit.kind == BenefitKind::PercentTotal || m_benefit.kind == BenefitKind::PercentBill;
    if (isOnTotal) {
        giveOnTotal(units);
    } else {
        for (const std::size_t line : m_eligible)
            m_shares[line] = std::min(offLine(line, units[line]), room(line));
    }
    for (const std::size_t line : m_eligible)
        m_left[line] -= m_shares[line];
    return std::move(m_shares);
}

std::int64_t giftsOf(const Benefit &benefit, const std::vector<std::vector<std::size_t>> &parts,
    std::span<const DealLine> lines)
{
    std::int64_t times = benefit.mostTimes > 0 ? benefit.mostTimes : Basket::kLargestTotal;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        std::int64_t units = 0;
        for (const std::size_t line : parts[i])
            units += lines[line].units;
        times = std::min(times, units / benefit.parts[i].units);
    }
    return parts.empty() ? 1 : times;
}

} // namespace

Outcome giveBenefits(const LivePromotion &promotion, std::span<const DealLine> lines, DealState &state)
{
    Outcome outcome;
    outcome.shares.resize(lines.size());
    for (std::size_t i = 0; i < promotion.rule->benefits.size(); ++i) {
        const Benefit &benefit = promotion.rule->benefits[i];
        if (isPacked(*promotion.rule, benefit))
            continue;
        if (benefit.kind == BenefitKind::Gift) {
            const std::int64_t times = giftsOf(benefit, promotion.partLines[i], lines);
            if (times == 0)
                continue;
            const ScannedGift &scanned = promotion.gifts[i];
            outcome.gifts.push_back({promotion.rule->id, benefit.giftSku, times * benefit.giftUnits});
            outcome.giftWorth += std::min(times * benefit.giftUnits, scanned.units) * scanned.each;
            continue;
        }
        const auto shares = Giver(benefit, promotion.benefitLines[i], lines, state).give();
        for (const std::size_t line : promotion.benefitLines[i]) {
            outcome.shares[line] += shares[line];
            outcome.total += shares[line];
        }
    }
    return outcome;
}

void limitOutcome(const Promotion &rule, std::span<const DealLine> lines, Outcome &outcome, DealState &state)
{
    std::int64_t most = outcome.total;
    if (rule.maxDiscount && rule.isMaxWithTax && outcome.total > 0) {
        Fraction withTax;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (outcome.shares[i] != 0)
                withTax += Fraction::of(outcome.shares[i]) * lines[i].grossShare;
        }
        if (Fraction::of(*rule.maxDiscount) < withTax)
            most = (Fraction::of(*rule.maxDiscount) / withTax * Fraction::of(outcome.total))
                       .rounded(Rounding::HalfUp);
    } else if (rule.maxDiscount) {
        most = std::min(most, *rule.maxDiscount);
    }
    if (rule.budgetLeft && most > *rule.budgetLeft)
        most = rule.isBudgetCapped ? *rule.budgetLeft : 0;
    if (most == outcome.total)
        return;
    const auto cut = spread(most, outcome.shares, outcome.shares);
    for (std::size_t i = 0; i < lines.size(); ++i)
        state.left[i] += outcome.shares[i] - cut[i];
    outcome.shares = cut;
    outcome.total = most;
}

bool reachesThresholds(
    const LivePromotion &promotion, std::span<const DealLine> lines, const DealState &state, bool onlyBefore)
{
    for (std::size_t i = 0; i < promotion.rule->thresholds.size(); ++i) {
        const Threshold &threshold = promotion.rule->thresholds[i];
        if (onlyBefore && threshold.isAfterDiscounts)
            continue;
        std::int64_t units = 0;
        Fraction amount;
        for (const std::size_t line : promotion.thresholdLines[i]) {
            units += lines[line].units;
            const Fraction worth =
                Fraction::of(threshold.isAfterDiscounts ? state.left[line] : lines[line].amount);
            amount += threshold.isWithoutTax ? worth * lines[line].netShare : worth;
        }
        const std::int64_t sum = amount.rounded(Rounding::HalfUp);
        if ((threshold.minUnits && units < *threshold.minUnits)
            || (threshold.minAmount && sum < *threshold.minAmount)
            || (threshold.maxAmount && sum > *threshold.maxAmount))
            return false;
    }
    return true;
}

} // namespace evertill
