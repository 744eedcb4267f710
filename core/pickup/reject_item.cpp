#include "core/pickup/reject_item.h"

#include "core/pickup/pickup_turn.h"

using namespace Qt::StringLiterals;

namespace evertill {

Result<PickupOrder> RejectItem::run(const QString &order, int line, Quantity quantity, const QString &reason)
{
    return takeStep(m_ledger, m_replica, order, [&](const PickupOrder &current) -> Result<PickupStep> {
        if (!isOpen(current.state))
            return refuseState(current);
        for (const PickupLine &one : current.lines) {
            if (one.line != line)
                continue;
            if (quantity <= Quantity() || quantity > one.toHandOver())
                return refuse(Code::BadQuantity, {{u"quantity"_s, qlonglong(quantity.thousandths())}});
            return PickupStep{PickupStepKind::ItemRejected, current.order, line, quantity, reason};
        }
        return refuse(
            Code::BadInput, {{u"problem"_s, u"order %1 has no line %2"_s.arg(current.number).arg(line)}});
    });
}

} // namespace evertill
