#pragma once

#include "core/base/system_clock.h"
#include "core/base/system_random.h"
#include "core/journal/ledger.h"
#include "core/store/folder_lock.h"

#include <QCommandLineParser>

namespace evertill {

/// A till that does not run, held and open to be written, as the till itself would write it.
class StoppedTill final {
public:
    /// The till in the folder that --data names. Refuses FolderInUse while it runs, and what
    /// openLedgerToRead() and Ledger::open() refuse. No till is made where there is none.
    [[nodiscard]] static Result<std::unique_ptr<StoppedTill>> open(const QCommandLineParser &arguments);

    [[nodiscard]] Ledger &ledger() { return *m_ledger; }
    [[nodiscard]] const QString &folder() const { return m_folder; }

private:
    StoppedTill(FolderLock lock, QString folder) : m_lock(std::move(lock)), m_folder(std::move(folder)) { }

    FolderLock m_lock;
    QString m_folder;
    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<Ledger> m_ledger;
};

} // namespace evertill
