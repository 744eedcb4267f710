#include "core/pickup/mark_ready.h"

#include "core/pickup/pickup_turn.h"

namespace evertill {

Result<PickupOrder> MarkReady::run(const QString &order)
{
    return takeStep(m_ledger, m_replica, order, [&](const PickupOrder &current) -> Result<PickupStep> {
        const bool mayBeReady = current.state == PickupState::New || current.state == PickupState::Picking;
        if (!mayBeReady || !current.hasGoods())
            return refuseState(current);
        return PickupStep{PickupStepKind::Ready, current.order};
    });
}

} // namespace evertill
