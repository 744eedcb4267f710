#include "core/payment/points.h"

#include <algorithm>

namespace evertill {
namespace {

// Far beyond any sale, and within what a payload's integers hold.
constexpr std::int64_t kMostEarned = 1'000'000'000'000'000;

/// The part of \a points that \a amount is of \a whole, rounded down.
std::int64_t shareOf(std::int64_t points, Money amount, Money whole)
{
    if (!whole.isPositive() || !amount.isPositive())
        return 0;
    if (amount >= whole)
        return points;
    return std::int64_t(evertill_int128(points) * amount.minor() / whole.minor());
}

} // namespace

std::int64_t earnedPoints(const PointRules &rules, std::span<const Tender> tenders, Money change)
{
    const auto earns = [&](TenderKind kind) {
        return kind != TenderKind::Points
            && !rules.earnNothing.contains(QString::fromLatin1(tenderName(kind)));
    };
    const TenderSums given = sumsOf(tenders, change.currency());
    const Money ofCash = std::min(change, given.cash);
    Money paid = Money::zero(change.currency());
    for (const Tender &tender : tenders)
        if (earns(tender.kind))
            paid += tender.amount;
    if (earns(TenderKind::Cash))
        paid -= ofCash;
    if (earns(TenderKind::ForeignCash))
        paid -= change - ofCash;
    std::int64_t unit = 1;
    for (int digit = 0; digit < change.currency().minorDigits(); ++digit)
        unit *= 10;
    const std::int64_t units = std::max<std::int64_t>(0, paid.minor() / unit);
    return std::int64_t(std::min<evertill_int128>(kMostEarned, evertill_int128(units) * rules.perUnit));
}

std::int64_t pointsTakenBack(std::int64_t earned, Money total, Money before, Money now)
{
    return shareOf(earned, before + now, total) - shareOf(earned, before, total);
}

std::int64_t pointsGivenBack(std::int64_t points, Money paid, Money gone, Money part)
{
    return pointsTakenBack(points, paid, gone, part);
}

std::int64_t wholePoints(Money amount, std::int64_t worth)
{
    return worth > 0 && amount.isPositive() ? amount.minor() / worth : 0;
}

} // namespace evertill
