#pragma once

#include "core/journal/ledger.h"
#include "core/pickup/pickup_order.h"

namespace evertill {

class ReplicaReader;

/// An order stands on the pickup shelf, and the shopper will be told: fact pickup.ready. Ledger thread.
class MarkReady final {
public:
    /// Both outlive it; \a replica is the ledger thread's own reader.
    MarkReady(Ledger &ledger, ReplicaReader &replica) : m_ledger(ledger), m_replica(replica) { }
    /// Refuses UnknownOrder, and WrongState{order, state} unless the order is new or being picked and has
    /// something to hand over.
    [[nodiscard]] Result<PickupOrder> run(const QString &order);

private:
    Ledger &m_ledger;
    ReplicaReader &m_replica;
};

} // namespace evertill
