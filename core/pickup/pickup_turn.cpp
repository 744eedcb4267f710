#include "core/pickup/pickup_turn.h"

#include "core/pickup/pickup_projection.h"
#include "core/pickup/pickup_queue.h"
#include "core/till/current_shift.h"

using namespace Qt::StringLiterals;

namespace evertill {

Result<PickupOrder> takeStep(Ledger &ledger, ReplicaReader &replica, const QString &order,
    const std::function<Result<PickupStep>(const PickupOrder &)> &decide)
{
    return ledger.transact([&](Ledger::Transaction &tx) -> Result<PickupOrder> {
        auto current = PickupQueue(replica, tx.database()).byId(order);
        if (!current)
            return current;
        const auto step = decide(*current);
        if (!step)
            return tl::unexpected(step.error());
        const QDate date = businessDate(tx.database(), ledger.clock(), tx.now());
        project(tx.append(pickupFact(*step, date)), *step, tx.database());
        layOver(*current, *step);
        return current;
    });
}

tl::unexpected<Refusal> refuseState(const PickupOrder &order)
{
    return refuse(Code::WrongState, {{u"order"_s, order.number}, {u"state"_s, pickupStateName(order.state)}});
}

} // namespace evertill
