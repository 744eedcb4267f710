#pragma once

#include "core/cash/shift.h"

#include <optional>
#include <vector>

namespace evertill {

/// What the room shows of a shift. What should lie in the drawer is not among it before the drawer was
/// counted: who counts is not told.
struct ShiftFigures {
    /// Set once the drawer was counted.
    struct Drawer {
        Money expected;
        Money counted;
        Money overShort; ///< counted − expected
        friend bool operator==(const Drawer &, const Drawer &) = default;
    };

    std::int64_t number = 0;
    Instant openedAt;
    std::int64_t sales = 0, returns = 0; ///< how many
    Money salesTotal, returnsTotal; ///< both ≥ 0
    Money loads; ///< of salesTotal, what was put on gift cards
    Money rounding;
    TenderSums net; ///< taken, by tender
    Money floatAmount, payIns, payOuts, drops;
    std::vector<Money> foreign; ///< foreign notes taken, by currency
    std::vector<TaxTotal> taxes;
    std::optional<Drawer> drawer;

    [[nodiscard]] static ShiftFigures of(const ShiftReport &report);
    friend bool operator==(const ShiftFigures &, const ShiftFigures &) = default;
};

} // namespace evertill
