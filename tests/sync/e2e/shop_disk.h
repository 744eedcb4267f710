#pragma once

#include "core/base/system_clock.h"
#include "core/base/system_random.h"
#include "core/journal/ledger.h"
#include "core/replica/replica_reader.h"
#include "core/sale/sale.h"
#include "sync/enrol/become_till.h"
#include "sync/http/sync_thread.h"
#include "tests/sync/e2e/sandbox_process.h"

#include <QTemporaryDir>

namespace evertill::test {

/// The disk of a till that sells, headless: lost, cloned, restored and enrolled as the test wants it.
class ShopDisk final {
public:
    /// Becomes the till that a fresh code stands for.
    Result<BecameTill> enrol(const QString &till, SandboxProcess &oms);
    /// The same for a code that the test has.
    Result<BecameTill> enrolWith(const QString &code, SandboxProcess &oms);
    void open();
    void close() { m_ledger.reset(); }
    [[nodiscard]] Ledger &ledger() { return *m_ledger; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }

    /// One piece of E1001, for cash. Opens a shift where none is open.
    Sale sell();
    /// Sends and reads everything, as `evertillctl sync` does.
    [[nodiscard]] Result<SyncReport> sync();
    /// All of this disk's files on another one, as a disk is cloned.
    void cloneTo(ShopDisk &other) const;

    [[nodiscard]] bool isSound();
    /// What the till shows of E1001.
    [[nodiscard]] std::int64_t stockShown();

private:
    SystemClock m_clock;
    SystemRandom m_random;
    QTemporaryDir m_folder;
    TillConfig m_config;
    std::unique_ptr<Ledger> m_ledger;
};

} // namespace evertill::test
