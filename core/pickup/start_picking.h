#pragma once

#include "core/journal/ledger.h"
#include "core/pickup/pickup_order.h"

namespace evertill {

class ReplicaReader;

/// Somebody goes to the shelves for an order: fact pickup.picking. The order as it stands then. Ledger
/// thread.
class StartPicking final {
public:
    /// Both outlive it; \a replica is the ledger thread's own reader.
    StartPicking(Ledger &ledger, ReplicaReader &replica) : m_ledger(ledger), m_replica(replica) { }
    /// Refuses UnknownOrder{order}, WrongState{order, state} unless the order is new.
    [[nodiscard]] Result<PickupOrder> run(const QString &order);

private:
    Ledger &m_ledger;
    ReplicaReader &m_replica;
};

} // namespace evertill
