#pragma once

#include "ui/shell/ask_ledger.h"

namespace evertill {

class Clock;
class CustomerDesk;
class Database;
class GiftCardDesk;
class Ledger;
class Random;
class ReplicaReader;
struct TillConfig;

/// What the rooms' presenters stand on. The composition root owns all of it, and it outlives the window.
struct TillServices {
    /// Where use cases run. Reach it by askLedger().
    WorkQueue &queue;
    /// For use cases to be made with; touched on the ledger thread only.
    Ledger &ledger;
    /// The ledger thread's own look into the replica, for use cases that ask what the OMS said.
    ReplicaReader &ledgerReplica;
    const TillConfig &config;
    /// The GUI thread's own read-only connections: look-ups read the replica first, then the ledger.
    ReplicaReader &replica;
    Database &ledgerReader;
    const Clock &clock;
    Random &random;
    /// What the OMS knows of gift cards; nothing on a till that has none, or that is not in touch yet.
    GiftCardDesk *giftCards = nullptr;
    /// What the OMS knows of customers; nothing on a till that is not in touch yet.
    CustomerDesk *customers = nullptr;

    /// askLedger(queue, …) in fewer words.
    template <typename Work, typename Then> void ask(QObject *context, Work work, Then then) const
    {
        askLedger(queue, context, std::move(work), std::move(then));
    }
};

} // namespace evertill
