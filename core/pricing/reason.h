#pragma once

#include "core/pricing/model/basket.h"

namespace evertill {

/// Why \a promotion takes money off, in the customer's words: its own where it has some, else what its
/// benefits say: "20 % off", "3 for 10.00", "buy 2, get 1 free". Amounts in \a currency's digits.
[[nodiscard]] QString reasonOf(const Promotion &promotion, Currency currency);

/// "12.34", "500", "1.234", as the currency's minor digits have it.
[[nodiscard]] QString decimal(std::int64_t minor, Currency currency);

} // namespace evertill
