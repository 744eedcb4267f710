#pragma once

#include "core/base/result.h"
#include "core/pricing/model/priced_basket.h"

namespace evertill {

/// \a amount as it is paid or given back in cash for \a basket.
[[nodiscard]] std::int64_t inCash(const Basket &basket, std::int64_t amount);

/// Fills in how \a priced is paid: what cash would come to, and, where tenders were given, rounding, change
/// and what is still due. Only what is left for cash is rounded, and only where cash is given; change comes
/// from cash alone. Refuses OverTendered (due) where the other tenders exceed what is to pay.
[[nodiscard]] Result<> settleBasket(const Basket &basket, PricedBasket &priced);

} // namespace evertill
