#pragma once

#include "core/journal/ledger.h"
#include "core/pickup/pickup_step.h"

#include <functional>

namespace evertill {

class ReplicaReader;

/// What every use case of this room does, in one transaction: reads \a order as it stands, lets \a decide
/// choose the step or refuse, and writes it down. The order as it stands with the step. Refuses
/// UnknownOrder{order}, and whatever \a decide refuses.
[[nodiscard]] Result<PickupOrder> takeStep(Ledger &ledger, ReplicaReader &replica, const QString &order,
    const std::function<Result<PickupStep>(const PickupOrder &)> &decide);

/// WrongState{order, state}.
[[nodiscard]] tl::unexpected<Refusal> refuseState(const PickupOrder &order);

} // namespace evertill
