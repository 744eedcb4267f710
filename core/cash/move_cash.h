#pragma once

#include "core/cash/shift.h"
#include "core/journal/ledger.h"

namespace evertill {

/// Cash that moves without a sale: fact cash.moved. Ledger thread.
class MoveCash final {
public:
    explicit MoveCash(Ledger &ledger) : m_ledger(ledger) { }
    /// Refuses ShiftClosed, BadAmount (≤ 0, absurd, of another currency, or more than should lie in the
    /// drawer).
    [[nodiscard]] Result<CashMove> run(CashMoveKind kind, Money amount, const QString &reason);

private:
    Ledger &m_ledger;
};

} // namespace evertill
