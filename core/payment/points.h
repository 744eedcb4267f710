#pragma once

#include "core/payment/tender.h"
#include "core/till/customer_rules.h"

namespace evertill {

/// Points in whole numbers: what money earns, what a return takes back of that, what a refund in points
/// gives.

/// What \a tenders, less the cash \a change, earn by \a rules: perUnit for each whole unit of the currency
/// that was paid by what earns, the change off cash first and then off foreign cash. What was paid in points
/// earns nothing, nor do the tenders that the shop names.
[[nodiscard]] std::int64_t earnedPoints(
    const PointRules &rules, std::span<const Tender> tenders, Money change);

/// What a return of goods worth \a now takes back of the points \a earned by a sale of \a total, after goods
/// worth \a before came back: the share of both, rounded down, less the share of \a before. So returns of any
/// portions together take back just what was earned, and never more on the way.
[[nodiscard]] std::int64_t pointsTakenBack(std::int64_t earned, Money total, Money before, Money now);

/// What a refund of \a part of a tender of \a paid in \a points gives back in points, after \a gone of it
/// went back: reckoned as pointsTakenBack(), so that what is less than a point waits for the next return.
[[nodiscard]] std::int64_t pointsGivenBack(std::int64_t points, Money paid, Money gone, Money part);

/// How many whole points \a amount takes at \a worth minor units each; none where points do not pay.
[[nodiscard]] std::int64_t wholePoints(Money amount, std::int64_t worth);

} // namespace evertill
