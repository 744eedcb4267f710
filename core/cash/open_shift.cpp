#include "core/cash/open_shift.h"

#include "core/cash/cash_amount.h"
#include "core/cash/cash_projection.h"
#include "core/till/current_shift.h"

namespace evertill {
namespace {

// Not the newest one's and one more: a till that went on from a backup may have older shifts with higher
// numbers.
constexpr char kNextNumber[] = "SELECT IFNULL(MAX(number),0)+1 FROM shift";

} // namespace

Result<Shift> OpenShift::run(Money floatAmount)
{
    if (auto checked = checkCashAmount(floatAmount, 0, m_config.currency); !checked)
        return tl::unexpected(checked.error());
    return m_ledger.transact([&](Ledger::Transaction &tx) -> Result<Shift> {
        if (currentShift(tx.database()))
            return refuse(Code::ShiftOpen);
        Shift shift;
        shift.id = ShiftId(tx.newId());
        shift.number = tx.database().number(kNextNumber);
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
