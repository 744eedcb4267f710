#pragma once

#include "core/cash/shift.h"
#include "core/journal/event.h"

namespace evertill {

[[nodiscard]] Fact shiftOpened(const Shift &shift);
[[nodiscard]] Fact cashMoved(const CashMove &move, QDate businessDate);
[[nodiscard]] Fact shiftClosed(const ShiftReport &report);

/// What shift.closed says of the drawer.
struct ShiftClosing {
    ShiftId shift;
    Money counted;
    Money expected;
};

// Each refuses BadInput{problem} where the payload is not what the contract says.
[[nodiscard]] Result<Shift> shiftFrom(const Event &event);
[[nodiscard]] Result<CashMove> cashMoveFrom(const Event &event);
[[nodiscard]] Result<ShiftClosing> shiftClosingFrom(const Event &event);

} // namespace evertill
