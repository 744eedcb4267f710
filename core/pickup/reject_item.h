#pragma once

#include "core/journal/ledger.h"
#include "core/pickup/pickup_order.h"

namespace evertill {

class ReplicaReader;

/// The store can't supply some of a line: fact pickup.item_rejected; its reservation is released. Ledger
/// thread.
class RejectItem final {
public:
    /// Both outlive it; \a replica is the ledger thread's own reader.
    RejectItem(Ledger &ledger, ReplicaReader &replica) : m_ledger(ledger), m_replica(replica) { }
    /// Refuses UnknownOrder, WrongState (the order is closed), BadInput (no such line), and
    /// BadQuantity{quantity}: ≤ 0, or more than is left of the line.
    [[nodiscard]] Result<PickupOrder> run(
        const QString &order, int line, Quantity quantity, const QString &reason);

private:
    Ledger &m_ledger;
    ReplicaReader &m_replica;
};

} // namespace evertill
