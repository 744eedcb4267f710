#pragma once

#include "core/backup/backup_keeper.h"
#include "core/base/system_clock.h"
#include "core/base/system_random.h"
#include "core/recovery/fact_recorder.h"
#include "core/store/folder_lock.h"
#include "core/till/till_config.h"
#include "sync/http/sync_thread.h"
#include "tests/e2e/seller/mark.h"
#include "ui/shell/connection_relay.h"
#include "ui/shell/till_services.h"

#include <memory>

namespace evertill::test {

/// A till as app/till puts it together, threads and all, but for its window and its paper. Main thread.
class HeadlessTill final {
public:
    /// \a folder is an enrolled till's. Refuses as Till::open does.
    [[nodiscard]] static Result<std::unique_ptr<HeadlessTill>> open(const QString &folder, Mark &mark);

    [[nodiscard]] const TillServices &services() const { return *m_services; }
    [[nodiscard]] ConnectionRelay &connection() { return m_relay; }
    /// Something was recorded: it is to be sent, and perhaps to be backed up.
    void ledgerGrew();

private:
    HeadlessTill(FolderLock lock, QString folder) : m_lock(std::move(lock)), m_folder(std::move(folder)) { }
    [[nodiscard]] Result<> openFiles(Mark &mark);
    [[nodiscard]] Result<> startSync();

    FolderLock m_lock;
    QString m_folder;
    SystemClock m_clock;
    SystemRandom m_random;
    TillConfig m_config;
    std::unique_ptr<Ledger> m_ledger;
    std::unique_ptr<ReplicaReader> m_ledgerReplica;
    std::unique_ptr<ReplicaReader> m_replica;
    std::unique_ptr<Database> m_ledgerReader;
    std::unique_ptr<TillServices> m_services; // read by the work in the queue: goes after the last of it
    std::unique_ptr<MarkedQueue> m_queue;
    ConnectionRelay m_relay;
    std::unique_ptr<BackupKeeper> m_backups;
    std::unique_ptr<ThreadQueue> m_backupQueue;
    std::unique_ptr<QueuedFactRecorder> m_recorder;
    std::unique_ptr<SyncThread> m_sync;
};

} // namespace evertill::test
