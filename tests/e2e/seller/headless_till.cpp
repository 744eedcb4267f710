#include "tests/e2e/seller/headless_till.h"

#include "core/replica/replica_reader.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace evertill::test {

Result<std::unique_ptr<HeadlessTill>> HeadlessTill::open(const QString &folder, Mark &mark)
{
    auto lock = FolderLock::take(folder);
    if (!lock)
        return tl::unexpected(lock.error());
    std::unique_ptr<HeadlessTill> till(new HeadlessTill(std::move(*lock), QDir(folder).absolutePath()));
    if (auto opened = till->openFiles(mark); !opened)
        return tl::unexpected(opened.error());
    if (auto started = till->startSync(); !started)
        return tl::unexpected(started.error());
    return till;
}

Result<> HeadlessTill::openFiles(Mark &mark)
{
    auto ledger = Ledger::open(m_folder, m_clock, m_random);
    if (!ledger)
        return tl::unexpected(ledger.error());
    m_ledger = std::move(*ledger);
    auto config = loadTillConfig(m_ledger->database());
    if (!config)
        return tl::unexpected(config.error());
    m_config = std::move(*config);
    m_ledger->setActor(m_config.cashier);
    mark.watch(m_ledger->database());

    m_ledgerReplica = std::make_unique<ReplicaReader>(m_folder);
    m_replica = std::make_unique<ReplicaReader>(m_folder);
    m_ledgerReader = std::make_unique<Database>(m_ledger->database().path(), Database::Kind::Reader);
    m_queue = std::make_unique<MarkedQueue>(mark, [ledger = m_ledger.get()] { ledger->checkpointIfDue(); });
    m_services.reset(new TillServices{
        *m_queue, *m_ledger, *m_ledgerReplica, m_config, *m_replica, *m_ledgerReader, m_clock, m_random});
    return {};
}

Result<> HeadlessTill::startSync()
{
    const auto identity = loadOmsIdentity(m_folder);
    if (!identity)
        return tl::unexpected(identity.error());
    const QString backups = m_folder + u"/backups"_s;
    QDir().mkpath(backups);
    m_backups = std::make_unique<BackupKeeper>(m_ledger->database().path(), backups);
    m_backupQueue = std::make_unique<ThreadQueue>();
    m_recorder = std::make_unique<QueuedFactRecorder>(*m_ledger, *m_queue);
    m_sync = std::make_unique<SyncThread>(
        SyncSettings{m_folder, m_config.till, *identity, m_recorder.get()}, m_clock, m_random, m_relay);
    return {};
}

void HeadlessTill::ledgerGrew()
{
    m_sync->ledgerGrew();
    m_backupQueue->post([this] { (void)m_backups->keepUp(); });
}

} // namespace evertill::test
