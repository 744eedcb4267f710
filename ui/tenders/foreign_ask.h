#pragma once

#include "core/till/exchange_rate.h"

#include <optional>
#include <vector>

namespace evertill {

/// Notes of another currency that are about to pay.
struct ForeignAsk {
    std::vector<Currency> currencies; ///< that the shop takes
    Currency chosen; ///< one of them
    ExchangeRate rate; ///< of it
    Money due; ///< in the shop's currency
    Money dueForeign; ///< the fewest notes that are worth it
    std::optional<Money> given; ///< as typed; nothing: exactly those
    Money worth; ///< of what is given, or due, in the shop's currency
    Money change; ///< for it, in the shop's cash

    friend bool operator==(const ForeignAsk &, const ForeignAsk &) = default;
};

} // namespace evertill
