#pragma once

#include "sync/http/oms_questions.h"
#include "sync/http/sync_driver.h"

#include <QThread>

namespace evertill {

/// Sync on a thread of its own, from construction to destruction. What is under way when it is destroyed is
/// broken off: sync may stop at any instant and goes on from what is on disk.
class SyncThread final : public SyncWaker, public OmsQuestions {
public:
    /// \a clock, \a random and \a observer outlive it; the observer is called on the sync thread. The
    /// ledger's file exists already.
    SyncThread(
        const SyncSettings &settings, const Clock &clock, Random &random, ConnectionObserver &observer);
    ~SyncThread() override;
    SyncThread(const SyncThread &) = delete;
    SyncThread &operator=(const SyncThread &) = delete;

    void ledgerGrew() override;
    void ask(const HttpRequest &request, OmsExchange::Done done) override;

private:
    QThread m_thread;
    SyncDriver *m_driver; // deleted by its thread, at the end of it
};

/// Sends everything and reads the feed to its end, then returns: for programs that do one thing. The caller's
/// thread waits; it holds the folder's lock. Refuses Unreachable, Untrusted, Denied (the OMS's error; "fork"
/// too), BadAnswer, DamagedFile.
[[nodiscard]] Result<SyncReport> syncOnce(const SyncSettings &settings, const Clock &clock, Random &random);

} // namespace evertill
