#include "core/pickup/reject_order.h"

#include "core/pickup/pickup_turn.h"

namespace evertill {

Result<PickupOrder> RejectOrder::run(const QString &order, const QString &reason)
{
    return takeStep(m_ledger, m_replica, order, [&](const PickupOrder &current) -> Result<PickupStep> {
        if (!isOpen(current.state))
            return refuseState(current);
        return PickupStep{PickupStepKind::Rejected, current.order, 0, {}, reason};
    });
}

} // namespace evertill
