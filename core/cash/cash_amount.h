#pragma once

#include "core/base/money.h"
#include "core/base/result.h"

namespace evertill {

/// Refuses BadAmount where \a amount, typed by a person, is below \a least minor units, absurdly large, or of
/// another currency.
[[nodiscard]] Result<> checkCashAmount(Money amount, std::int64_t least, Currency currency);

} // namespace evertill
