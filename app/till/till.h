#pragma once

#include "app/till/till_options.h"
#include "core/backup/backup_keeper.h"
#include "core/base/system_clock.h"
#include "core/base/system_random.h"
#include "core/journal/ledger.h"
#include "core/recovery/fact_recorder.h"
#include "core/replica/replica_reader.h"
#include "core/store/folder_lock.h"
#include "core/till/till_config.h"
#include "sync/http/sync_thread.h"
#include "sync/live/customer_questions.h"
#include "sync/live/gift_card_questions.h"
#include "ui/cash/cash_room.h"
#include "ui/print/receipt_printer.h"
#include "ui/shell/connection_relay.h"
#include "ui/shell/main_window.h"
#include "ui/shell/till_services.h"

#include <QPointer>

#include <atomic>
#include <memory>

namespace evertill {

/// The whole till: its files, its threads (GUI, ledger, sync, paper, backups) and its window, built in the
/// order below and taken down in the opposite one. Made on the GUI thread.
class Till final {
public:
    /// Takes the folder, opens the ledger, and enrols where \a options ask for it and the till is not
    /// enrolled yet. Refuses FolderInUse, NewerFile, DamagedFile, BadInput, and what enrolment refuses.
    [[nodiscard]] static Result<std::unique_ptr<Till>> open(const TillOptions &options, const Theme &theme);
    ~Till();

    [[nodiscard]] MainWindow &window() { return *m_window; }

private:
    Till(FolderLock lock, QString folder);
    [[nodiscard]] Result<> openFiles(const TillOptions &options);
    [[nodiscard]] Result<> enrolIfAsked(const TillOptions &options);
    [[nodiscard]] Result<bool> isEnrolled() const;
    void buildWindow(const Theme &theme);
    void startSync();
    void startBackups(QString folder);
    void backUpSoon();
    void showBackup(const std::optional<Refusal> &trouble);

    FolderLock m_lock;
    QString m_folder;
    SystemClock m_clock;
    SystemRandom m_random;
    TillConfig m_config;
    std::unique_ptr<Ledger> m_ledger;
    std::unique_ptr<ReplicaReader> m_ledgerReplica;
    std::unique_ptr<ReplicaReader> m_replica;
    std::unique_ptr<Database> m_ledgerReader;
    std::unique_ptr<TillServices> m_services; // read by the work in the queues: goes after the last of it
    std::unique_ptr<ThreadQueue> m_queue;
    std::unique_ptr<ThreadQueue> m_paperQueue;
    std::unique_ptr<ReceiptPrinter> m_printer;
    std::unique_ptr<MainWindow> m_window;
    ConnectionRelay m_relay;
    std::unique_ptr<BackupKeeper> m_backups;
    std::optional<Refusal> m_backupTrouble; // GUI thread
    QPointer<CashRoom> m_cash;
    std::atomic<bool> m_backupIsWaiting = false;
    std::unique_ptr<ThreadQueue> m_backupQueue;
    std::unique_ptr<QueuedFactRecorder> m_recorder;
    std::unique_ptr<GiftCardQuestions> m_giftCards; // answered on the sync thread: goes after it
    std::unique_ptr<CustomerQuestions> m_customers; // as m_giftCards
    std::unique_ptr<SyncThread> m_sync;
};

} // namespace evertill
