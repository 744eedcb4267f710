#pragma once

#include "core/cash/shift.h"
#include "core/journal/ledger.h"
#include "core/till/till_config.h"

namespace evertill {

/// Opens the drawer for selling: fact shift.opened. Ledger thread.
class OpenShift final {
public:
    OpenShift(Ledger &ledger, const TillConfig &config) : m_ledger(ledger), m_config(config) { }
    /// \a floatAmount: counted by the cashier. Refuses ShiftOpen, BadAmount (negative, absurd, or of another
    /// currency).
    [[nodiscard]] Result<Shift> run(Money floatAmount);

private:
    Ledger &m_ledger;
    const TillConfig &m_config;
};

} // namespace evertill
