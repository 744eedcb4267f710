#pragma once

#include "core/base/system_clock.h"
#include "core/base/system_random.h"
#include "core/journal/ledger.h"
#include "core/replica/replica_reader.h"
#include "core/till/till_config.h"
#include "sync/http/sync_thread.h"
#include "tests/sync/e2e/sandbox_process.h"

#include <QTemporaryDir>

#include <mutex>

namespace evertill::test {

/// A till's folder with its ledger and its look into the replica; and what sync says of it.
class Till final : public ConnectionObserver {
public:
    Till();

    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] Ledger &ledger() { return *m_ledger; }
    [[nodiscard]] ReplicaReader &replica() { return m_reader; }
    /// A fact that any OMS books: one piece more or less of a product of the demo shop.
    void adjustStock(std::int64_t quantity);

    /// A card's approval, as its fact states it.
    void approveCard(const QString &approval);

    [[nodiscard]] Result<TillConfig> enrol(const QUrl &oms, const QByteArray &ca, const QString &code);
    /// Enrols as \a till with a fresh code; asserts where that fails.
    void enrolAs(const QString &till, SandboxProcess &oms);
    /// As enrolled; where the test wants it different it changes the value.
    [[nodiscard]] SyncSettings settings(const QString &till) const;
    [[nodiscard]] std::unique_ptr<SyncThread> sync(const SyncSettings &settings);
    [[nodiscard]] Result<SyncReport> syncOnce(const SyncSettings &settings);

    [[nodiscard]] ConnectionStatus status() const;
    [[nodiscard]] bool isOnlineWithNothingToSend() const;
    [[nodiscard]] int replicaChanges() const;
    /// The worst that was said since the start: Online and Connecting are none.
    [[nodiscard]] QString worstSaid() const;

    void connectionChanged(const ConnectionStatus &status) override;
    void replicaChanged() override;

private:
    SystemClock m_clock;
    SystemRandom m_random;
    QTemporaryDir m_folder;
    std::unique_ptr<Ledger> m_ledger;
    ReplicaReader m_reader;
    mutable std::mutex m_mutex;
    ConnectionStatus m_status;
    int m_replicaChanges = 0;
    QString m_worst;
};

} // namespace evertill::test
