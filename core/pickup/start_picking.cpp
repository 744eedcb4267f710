#include "core/pickup/start_picking.h"

#include "core/pickup/pickup_turn.h"

namespace evertill {

Result<PickupOrder> StartPicking::run(const QString &order)
{
    return takeStep(m_ledger, m_replica, order, [&](const PickupOrder &current) -> Result<PickupStep> {
        if (current.state != PickupState::New)
            return refuseState(current);
        return PickupStep{PickupStepKind::Picking, current.order};
    });
}

} // namespace evertill
