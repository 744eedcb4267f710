#include "core/cash/close_shift.h"

#include "core/cards/unsettled_cards.h"
#include "core/cash/cash_amount.h"
#include "core/cash/cash_projection.h"
#include "core/cash/shift_report.h"
#include "core/till/current_shift.h"

namespace evertill {

Result<ShiftReport> CloseShift::run(Money counted)
{
    return m_ledger.transact([&](Ledger::Transaction &tx) -> Result<ShiftReport> {
        const auto shift = currentShift(tx.database());
        if (!shift)
            return refuse(Code::ShiftClosed);
        if (auto checked = checkCashAmount(counted, 0, shift->currency); !checked)
            return tl::unexpected(checked.error());
        if (auto settled = noUnsettledCard(tx.database()); !settled)
            return tl::unexpected(settled.error());
        auto report =
            shiftReport(tx.database(), shift->id, tx.now(), m_ledger.clock().utcOffsetMinutes(tx.now()));
        if (!report)
            qFatal("the open shift has no row");
        report->counted = counted;
        const Event event = tx.append(shiftClosed(*report));
        project(event, ShiftClosing{shift->id, counted, report->expected}, tx.database());
        tx.append(sealFact(m_ledger.sealKey(), tx.head(), shift->businessDate));
        return *report;
    });
}

} // namespace evertill
