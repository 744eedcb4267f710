#pragma once

#include "core/base/result.h"
#include "core/pricing/model/basket.h"

namespace evertill {

/// Refuses BadInput, BadQuantity, BadAmount for what could not be priced, or would be priced by a rule that
/// makes no sense: a negative price, half a piece, a promotion of 120 %, validity where no moment is given.
[[nodiscard]] Result<> checkBasket(const Basket &basket);

[[nodiscard]] tl::unexpected<Refusal> badInput(const QString &problem);

} // namespace evertill
