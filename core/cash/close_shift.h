#pragma once

#include "core/cash/shift.h"
#include "core/journal/ledger.h"

namespace evertill {

/// Closes the shift over a counted drawer: fact shift.closed, and in the same transaction the journal's seal
/// over it. Ledger thread.
class CloseShift final {
public:
    explicit CloseShift(Ledger &ledger) : m_ledger(ledger) { }
    /// The final report; what is over or short is booked, never argued with. Refuses ShiftClosed, BadAmount
    /// (negative, absurd, or of another currency), and PaymentOpen while a card attempt waits for its answer
    /// or approved money for its sale.
    [[nodiscard]] Result<ShiftReport> run(Money counted);

private:
    Ledger &m_ledger;
};

} // namespace evertill
