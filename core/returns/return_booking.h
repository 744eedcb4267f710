#pragma once

#include "core/base/result.h"
#include "core/journal/ledger.h"
#include "core/returns/return.h"
#include "core/till/current_shift.h"
#include "core/till/till_config.h"

namespace evertill {

/// What the two ways of taking goods back have in common, within their transaction.

/// The open shift. Refuses AlreadyCompleted{receipt} where \a id is booked already, ShiftClosed.
[[nodiscard]] Result<CurrentShift> shiftFor(ReturnId id, Database &ledger);

/// Refuses BadQuantity{quantity}: ≤ 0, absurd, or a broken piece.
[[nodiscard]] Result<> checkReturnedQuantity(Quantity quantity, const QString &unit);

/// Refuses BadInput: a gift card without its reference, or one where the money goes elsewhere.
[[nodiscard]] Result<> checkRefund(const RefundTo &to);

/// What \a lines are worth.
[[nodiscard]] Money totalOf(const std::vector<ReturnLine> &lines, Currency currency);

/// Books \a draft, whose id, of, shift, business date, tax mode, lines, taxes, total and tenders are set: its
/// number and rounding are found here. \a approval is the card terminal's code of what goes back to a card.
[[nodiscard]] Return bookReturn(
    Ledger::Transaction &tx, Return draft, const TillConfig &config, const QString &approval);

} // namespace evertill
