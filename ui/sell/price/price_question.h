#pragma once

#include "core/base/money.h"
#include "core/base/result.h"

#include <optional>

namespace evertill {

/// What a price is asked for.
struct PriceQuestion {
    QString name; ///< of the product
    std::optional<Money> now; ///< what one unit costs on the ticket; nothing: nobody has said yet
    std::optional<Money> own; ///< what the shop asks: another price needs a reason
    std::optional<Refusal> refusal; ///< of the answer before
    bool isBusy = false; ///< an answer is being written down
    friend bool operator==(const PriceQuestion &, const PriceQuestion &) = default;
};

} // namespace evertill
