#pragma once

#include "core/journal/ledger.h"
#include "core/pickup/pickup_step.h"

namespace evertill {

class ReplicaReader;

/// How the shopper showed that the order is theirs. By Code: the text as scanned or typed, which is checked.
/// By Name: somebody of the store looked at a document in the order's name, which no till can check; the text
/// is not kept.
struct PickupProof {
    ProofKind kind = ProofKind::Code;
    QString text;
};

/// Gives an order to its shopper: fact pickup.handed_over; the goods leave the stock. Durable when it
/// returns. Ledger thread.
class HandOver final {
public:
    /// Both outlive it; \a replica is the ledger thread's own reader.
    HandOver(Ledger &ledger, ReplicaReader &replica) : m_ledger(ledger), m_replica(replica) { }
    /// Refuses UnknownOrder{order}, WrongState{order, state} unless the order is ready, and WrongCode.
    [[nodiscard]] Result<PickupOrder> run(const QString &order, const PickupProof &proof);

private:
    Ledger &m_ledger;
    ReplicaReader &m_replica;
};

} // namespace evertill
