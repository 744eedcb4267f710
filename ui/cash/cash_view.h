#pragma once

#include "core/base/result.h"
#include "ui/cash/shift_figures.h"

namespace evertill {

/// All that the room Cash shows.
struct CashView {
    enum class Step {
        Shut, ///< no shift: a float opens one
        Open, ///< the shift so far, and what can be done in it
        Move, ///< cash goes in or out
        Count, ///< the drawer is counted, blind
        Closed, ///< how the shift ended
    };
    /// What was booked last, to be confirmed in words.
    struct Booked {
        CashMoveKind kind = CashMoveKind::PayIn;
        Money amount;
        friend bool operator==(const Booked &, const Booked &) = default;
    };

    Step step = Step::Shut;
    Currency currency;
    std::optional<ShiftFigures> figures; ///< with Open and Closed only
    CashMoveKind move = CashMoveKind::PayIn;
    QString reason; ///< of the move
    bool canConfirm = false; ///< what was typed is enough for the step's button
    bool busy = false;
    std::optional<Booked> booked;
    std::optional<Refusal> refusal;
    std::optional<Refusal> backupTrouble; ///< why the newest closing has no backup

    friend bool operator==(const CashView &, const CashView &) = default;
};

} // namespace evertill
