#include "core/cash/open_shift.h"

#include "core/cash/cash_amount.h"
#include "core/cash/cash_projection.h"
#include "core/cash/shift_report.h"
#include "core/till/current_shift.h"

namespace evertill {

Result<Shift> OpenShift::run(Money floatAmount)
{
    if (auto checked = checkCashAmount(floatAmount, 0, m_config.currency); !checked)
        return tl::unexpected(checked.error());
    return m_ledger.transact([&](Ledger::Transaction &tx) -> Result<Shift> {
        if (currentShift(tx.database()))
            return refuse(Code::ShiftOpen);
        const auto before = latestShifts(tx.database(), 1);
        Shift shift;
        shift.id = ShiftId(tx.newId());
        shift.number = before.empty() ? 1 : before.front().number + 1;
        shift.businessDate = m_ledger.clock().localDate(tx.now());
        shift.floatAmount = floatAmount;
        const Event event = tx.append(shiftOpened(shift));
        shift.cashier = event.actor;
        shift.openedAt = event.at;
        project(event, shift, tx.database());
        return shift;
    });
}

} // namespace evertill
