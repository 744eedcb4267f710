#pragma once

#include "core/base/money.h"

#include <optional>

namespace evertill {

/// A paper voucher that is about to pay.
struct VoucherAsk {
    QString number; ///< as typed so far
    std::optional<Money> face; ///< what it says it is worth, once that is typed
    Money due; ///< what it can pay at most
    Money pays;
    Money forfeited; ///< of the face: no change is given
    bool canTake = false; ///< both are typed
    friend bool operator==(const VoucherAsk &, const VoucherAsk &) = default;
};

} // namespace evertill
