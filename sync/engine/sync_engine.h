#pragma once

#include "core/till/connection_status.h"
#include "sync/engine/feed_lane.h"
#include "sync/engine/push_lane.h"
#include "sync/engine/recovery_lane.h"
#include "sync/engine/renew_lane.h"

namespace evertill {

/// What an engine begins from: all of it is on disk already.
struct SyncStart {
    QString till;
    Accepted accepted; ///< as the replica last kept it
    QByteArray cursor; ///< the replica's; empty: there is none yet
    Position included; ///< the replica's
    SyncMode mode = SyncMode::Steady;
    /// The ledger's epoch, where it goes on from a copy and still waits for what the OMS has beyond it.
    std::optional<std::int64_t> recoverInto = {};
    std::optional<CertificateLife> certificate = {}; ///< of the till's; nothing: it is never renewed
    bool hasNextCertificate = false; ///< a renewed one is kept, and not proved yet
};

/// Decides what the till says to the OMS and what it makes of the answers, in lanes that don't wait for each
/// other: push and feed, one that renews the till's certificate, and recovery where the till goes on from a
/// backup. A plain state machine: no socket, no thread, no clock, no file. Whoever runs it asks next() for
/// actions, does them in any way, and gives each outcome to handle(); after both, and at wakeAt(), it asks
/// next() again. It may be dropped at any moment: a new one begins from what is on disk, and nothing is
/// counted twice or lost. One thread.
class SyncEngine final {
public:
    /// \a random outlives it.
    SyncEngine(const SyncStart &start, Random &random);

    /// What is to be done now, in this order.
    [[nodiscard]] std::vector<Action> next(Instant now);
    /// Takes the outcome of the action \a id. One that nobody waits for (late, doubled, made up) changes
    /// nothing.
    void handle(ActionId id, const Outcome &outcome, Instant now);
    /// Events were appended to the ledger.
    void ledgerGrew();
    /// When to call next() again though nothing happened; nothing: not before something does.
    [[nodiscard]] std::optional<Instant> wakeAt() const;

    [[nodiscard]] const ConnectionStatus &status() const { return m_status; }
    /// How far the OMS's clock is ahead of this till's, by its latest answer, in whole seconds. Shown, never
    /// used.
    [[nodiscard]] std::optional<std::chrono::seconds> serverAhead() const { return m_serverAhead; }

    /// In SyncMode::Once: whether there is nothing left to do, well or badly.
    [[nodiscard]] bool isFinished() const;
    /// Why it is finished without having done everything. The push lane's no comes first.
    [[nodiscard]] std::optional<Refusal> refusal() const;

private:
    [[nodiscard]] ConnectionStatus::State stateOf(const Contact &contact) const;
    [[nodiscard]] const Contact &decisive() const;
    void handleRenewal(ActionId id, const Outcome &outcome, Instant now);
    void refreshStatus(Instant now);
    void noteClock(Instant server, Instant now);

    PushLane m_push;
    FeedLane m_feed;
    RecoveryLane m_recovery;
    std::optional<std::int64_t> m_recoverInto;
    RenewLane m_renew;
    SyncMode m_mode;
    ActionId m_lastId = 0;
    bool m_countIsStale = true;
    std::optional<ActionId> m_counting;
    ConnectionStatus m_status;
    bool m_hasBegun = false;
    std::optional<std::chrono::seconds> m_serverAhead;
};

} // namespace evertill
