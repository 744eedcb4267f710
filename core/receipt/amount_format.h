#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"

#include <QString>

namespace evertill {

/// "12.34", "-0.05", "1500" (JPY): ISO 4217's digits, a point, no grouping, no currency, in no locale.
[[nodiscard]] QString formatAmount(Money amount);
/// "2", "0.340": whole pieces without, anything else with three decimals.
[[nodiscard]] QString formatQuantity(Quantity quantity);
/// "19%", "8.875%".
[[nodiscard]] QString formatPercentage(Percentage rate);
/// "2026-11-21 14:02" where the clock stood \a utcOffsetMin ahead of UTC.
[[nodiscard]] QString formatLocalTime(Instant at, int utcOffsetMin);

} // namespace evertill
