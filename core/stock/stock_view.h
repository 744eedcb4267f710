#pragma once

#include "core/base/quantity.h"
#include "core/store/database.h"

#include <QString>

namespace evertill {

class ReplicaReader;

/// Stock of one product in this store, in thousandths of its unit.
struct StockLevel {
    Quantity onHand; ///< below zero where more left than was counted in
    Quantity reserved; ///< of these, what web orders wait for
    bool known = false; ///< the OMS has told of a level; without it, onHand is only what moved on this till

    [[nodiscard]] Quantity available() const { return onHand - reserved; }
    friend bool operator==(const StockLevel &, const StockLevel &) = default;
};

/// Stock as it stands now: the OMS's level with this till's own movements laid over it. On one thread, with
/// its own connections; reads the replica first and the ledger after it.
class StockView final {
public:
    /// Both outlive it. \a ledger is any connection to the ledger file.
    StockView(ReplicaReader &replica, Database &ledger) : m_replica(replica), m_ledger(ledger) { }

    [[nodiscard]] StockLevel level(const QString &sku);

private:
    [[nodiscard]] StockLevel levelNow(const QString &sku);

    ReplicaReader &m_replica;
    Database &m_ledger;
};

} // namespace evertill
