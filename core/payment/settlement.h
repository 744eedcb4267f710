#pragma once

#include "core/base/result.h"
#include "core/payment/tender.h"

namespace evertill {

/// How a paid total comes out: total + rounding = Σ tenders − change.
struct Settlement {
    Money rounding; ///< what cash rounding adds (or takes, negative)
    Money change; ///< cash that goes back, ≥ 0
    friend bool operator==(const Settlement &, const Settlement &) = default;
};

/// \a rest as it is paid in cash in \a country (ISO 3166; cashRoundingFor() has the rule): to the smallest
/// coin, half up, away from zero for money going back.
[[nodiscard]] Money cashDue(Money rest, QStringView country = {});

/// What \a tenders leave of \a total, unrounded and never below zero: what a card would be charged now.
[[nodiscard]] Money openAmount(Money total, std::span<const Tender> tenders);

/// Settles \a total (≥ 0). Only what is left for cash is rounded; nothing is where no cash is given. Foreign
/// cash counts for what it is worth, and its change, in home cash, is rounded to coins as any cash that goes
/// back.
/// Refuses NegativeTender (an amount ≤ 0), BadAmount (an absurd one), OverTendered (more than the total by
/// tenders that give no change), NotPaid.
[[nodiscard]] Result<Settlement> settle(
    Money total, std::span<const Tender> tenders, QStringView country = {});

/// Up to four amounts a customer is likely to hand over for \a due (> 0), ascending, the exact one
/// first: 7.30 → 7.30, 8, 10, 20.
[[nodiscard]] std::vector<Money> suggestedCash(Money due, QStringView country = {});

} // namespace evertill
