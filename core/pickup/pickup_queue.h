#pragma once

#include "core/base/result.h"
#include "core/pickup/pickup_order.h"
#include "core/store/database.h"

namespace evertill {

class ReplicaReader;

/// The store's web orders: the OMS's copy with this till's own steps laid over it. On one thread, with its
/// own connections; reads the replica first and the ledger after it.
class PickupQueue final {
public:
    static constexpr int kMostLate = 200;

    /// Both outlive it. \a ledger is any connection to the ledger file.
    PickupQueue(ReplicaReader &replica, Database &ledger) : m_replica(replica), m_ledger(ledger) { }

    /// Every order that has reached this till, closed ones too as long as the OMS keeps them in the feed; the
    /// soonest promised first.
    [[nodiscard]] std::vector<PickupOrder> orders();
    /// Orders whose promise has passed by \a now and that are not ready yet, the longest overdue first: at
    /// most kMostLate. Its cost does not grow with the orders that are done.
    [[nodiscard]] std::vector<PickupOrder> late(Instant now);
    /// By the order's id, its number ("w-1001" will do) or the shopper's pickup code; of two orders with one
    /// code the open one. Refuses UnknownOrder{order}.
    [[nodiscard]] Result<PickupOrder> find(const QString &text);
    /// By the order's id alone. Refuses UnknownOrder{order}.
    [[nodiscard]] Result<PickupOrder> byId(const QString &order);

private:
    ReplicaReader &m_replica;
    Database &m_ledger;
};

} // namespace evertill
