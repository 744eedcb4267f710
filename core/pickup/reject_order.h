#pragma once

#include "core/journal/ledger.h"
#include "core/pickup/pickup_order.h"

namespace evertill {

class ReplicaReader;

/// The store can't supply the order at all: fact pickup.rejected; every reservation is released. Ledger
/// thread.
class RejectOrder final {
public:
    /// Both outlive it; \a replica is the ledger thread's own reader.
    RejectOrder(Ledger &ledger, ReplicaReader &replica) : m_ledger(ledger), m_replica(replica) { }
    /// Refuses UnknownOrder{order}, WrongState{order, state} where the order is closed already.
    [[nodiscard]] Result<PickupOrder> run(const QString &order, const QString &reason);

private:
    Ledger &m_ledger;
    ReplicaReader &m_replica;
};

} // namespace evertill
