#include "core/cash/move_cash.h"

#include "core/cash/cash_amount.h"
#include "core/cash/cash_projection.h"
#include "core/cash/shift_report.h"
#include "core/till/current_shift.h"

using namespace Qt::StringLiterals;

namespace evertill {

Result<CashMove> MoveCash::run(CashMoveKind kind, Money amount, const QString &reason)
{
    return m_ledger.transact([&](Ledger::Transaction &tx) -> Result<CashMove> {
        const auto shift = currentShift(tx.database());
        if (!shift)
            return refuse(Code::ShiftClosed);
        if (auto checked = checkCashAmount(amount, 1, shift->currency); !checked)
            return tl::unexpected(checked.error());
        const auto report = shiftReport(tx.database(), shift->id, tx.now(), 0);
        if (kind != CashMoveKind::PayIn && (!report || report->expected < amount))
            return refuse(Code::BadAmount, {{u"minor"_s, qint64(amount.minor())}});
        CashMove move{shift->id, kind, amount, reason, tx.now()};
        const Event event = tx.append(cashMoved(move, shift->businessDate));
        project(event, move, tx.database());
        return move;
    });
}

} // namespace evertill
