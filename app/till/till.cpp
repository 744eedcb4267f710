#include "app/till/till.h"

#include "core/journal/ledger_files.h"
#include "core/store/machine_failure.h"
#include "sync/enrol/become_till.h"
#include "sync/trust/oms_identity.h"
#include "ui/pickups/pickups_room.h"
#include "ui/returns/returns_room.h"
#include "ui/sell/sell_room.h"
#include "ui/tasks/tasks_room.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace evertill {

Result<std::unique_ptr<Till>> Till::open(const TillOptions &options, const Theme &theme)
{
    auto lock = FolderLock::take(options.folder);
    if (!lock)
        return tl::unexpected(lock.error());
    std::unique_ptr<Till> till(new Till(std::move(*lock), QDir(options.folder).absolutePath()));
    if (auto opened = till->openFiles(options); !opened)
        return tl::unexpected(opened.error());
    till->buildWindow(theme);
    till->startBackups(options.backups);
    till->startSync();
    return till;
}

Till::Till(FolderLock lock, QString folder) : m_lock(std::move(lock)), m_folder(std::move(folder)) { }

Till::~Till() = default;

Result<> Till::openFiles(const TillOptions &options)
{
    if (auto enrolled = enrolIfAsked(options); !enrolled)
        return enrolled;
    auto ledger = Ledger::open(m_folder, m_clock, m_random);
    if (!ledger)
        return tl::unexpected(ledger.error());
    m_ledger = std::move(*ledger);
    auto config = loadTillConfig(m_ledger->database());
    if (!config && config.error().code != Code::NotEnrolled)
        return tl::unexpected(config.error());
    m_config = config ? std::move(*config) : bareTill(*Currency::fromCode(u"EUR"));
    m_ledger->setActor(m_config.cashier);

    m_ledgerReplica = std::make_unique<ReplicaReader>(m_folder);
    m_replica = std::make_unique<ReplicaReader>(m_folder);
    m_ledgerReader = std::make_unique<Database>(m_ledger->database().path(), Database::Kind::Reader);
    m_queue = std::make_unique<ThreadQueue>([ledger = m_ledger.get()] { ledger->checkpointIfDue(); });
    m_services = std::make_unique<TillServices>(TillServices{
        *m_queue, *m_ledger, *m_ledgerReplica, m_config, *m_replica, *m_ledgerReader, m_clock, m_random});
    return {};
}

/// Before the ledger is opened: where the OMS has this till's journal already, the ledger is built from it.
Result<> Till::enrolIfAsked(const TillOptions &options)
{
    if (!options.wantsEnrolment())
        return {};
    const auto enrolled = isEnrolled();
    if (!enrolled)
        return tl::unexpected(enrolled.error());
    if (*enrolled)
        return {};
    const auto oms = omsUrl(options.omsUrl);
    if (!oms)
        return tl::unexpected(oms.error());
    QFile ca(options.caFile);
    if (!ca.open(QIODevice::ReadOnly))
        return refuse(Code::BadInput, {{u"problem"_s, u"--ca names no file that can be read"_s}});
    const auto became = becomeTill({*oms, ca.readAll(), options.code, m_folder}, m_clock, m_random);
    return became ? Result<>() : tl::unexpected(became.error());
}

Result<bool> Till::isEnrolled() const
{
    const QString path = LedgerFiles(m_folder).path();
    if (!QFile::exists(path))
        return false;
    return refusingFailures(path, [&]() -> Result<bool> {
        Database ledger(path, Database::Kind::Reader);
        // An enrolment that was broken off has no identity yet: the same code goes on.
        return ledger.number("PRAGMA user_version") > 0 && loadTillConfig(ledger)
            && loadOmsIdentity(m_folder);
    });
}

void Till::buildWindow(const Theme &theme)
{
    // A queue of its own: no sale waits for a page to be drawn. Papers that still wait are written before the
    // till ends.
    m_paperQueue = std::make_unique<ThreadQueue>();
    m_printer = std::make_unique<ReceiptPrinter>(m_folder + u"/receipts"_s, m_config, *m_paperQueue);
    m_window = std::make_unique<MainWindow>(m_clock, m_config);
    m_window->addRoom(
        SellRoom::railEntry(), [this, theme] { return new SellRoom(*m_services, *m_printer, theme); });
    m_window->addRoom(
        PickupsRoom::railEntry(), [this, theme] { return new PickupsRoom(*m_services, theme); });
    m_window->addRoom(ReturnsRoom::railEntry(), [this] { return new ReturnsRoom(*m_services, *m_printer); });
    m_window->addRoom(CashRoom::railEntry(), [this] {
        m_cash = new CashRoom(*m_services, *m_printer);
        m_cash->showBackup(m_backupTrouble);
        return m_cash.data();
    });
    m_window->addRoom(TasksRoom::railEntry(), [this, theme] { return new TasksRoom(*m_services, theme); });
    QObject::connect(&m_relay, &ConnectionRelay::statusArrived, m_window.get(), &MainWindow::showStatus);
    QObject::connect(&m_relay, &ConnectionRelay::replicaArrived, m_window.get(), &MainWindow::dataChanged);
}

/// Copies are made on a thread of their own, after the close is durable: no sale waits for one.
void Till::startBackups(QString folder)
{
    if (folder.isEmpty())
        folder = m_folder + u"/backups"_s;
    if (!QDir().mkpath(folder))
        qWarning("no backups: %s can't be made", qPrintable(folder));
    m_backups = std::make_unique<BackupKeeper>(m_ledger->database().path(), folder);
    m_backupQueue = std::make_unique<ThreadQueue>();
    QObject::connect(m_window.get(), &MainWindow::ledgerGrew, m_window.get(), [this] { backUpSoon(); });
    backUpSoon();
}

void Till::backUpSoon()
{
    if (m_backupIsWaiting.exchange(true))
        return;
    m_backupQueue->post([this] {
        m_backupIsWaiting = false;
        const auto kept = m_backups->keepUp();
        const auto trouble = kept ? std::nullopt : std::optional(kept.error());
        if (trouble)
            qWarning("no backup: %s %s", qPrintable(trouble->facts.value(u"path"_s).toString()),
                qPrintable(trouble->facts.value(u"problem"_s).toString()));
        QMetaObject::invokeMethod(
            m_window.get(), [this, trouble] { showBackup(trouble); }, Qt::QueuedConnection);
    });
}

void Till::showBackup(const std::optional<Refusal> &trouble)
{
    m_backupTrouble = trouble;
    if (m_cash)
        m_cash->showBackup(trouble);
}

void Till::startSync()
{
    const auto identity = loadOmsIdentity(m_folder);
    if (!identity) {
        m_window->showStatus({ConnectionStatus::Bare, m_clock.now(), 0, {}});
        return;
    }
    m_recorder = std::make_unique<QueuedFactRecorder>(*m_ledger, *m_queue);
    m_sync = std::make_unique<SyncThread>(
        SyncSettings{m_folder, m_config.till, *identity, m_recorder.get()}, m_clock, m_random, m_relay);
    m_giftCards = std::make_unique<GiftCardQuestions>(*m_sync, m_clock);
    m_services->giftCards = m_giftCards.get();
    m_customers = std::make_unique<CustomerQuestions>(*m_sync, m_clock);
    m_services->customers = m_customers.get();
    QObject::connect(
        m_window.get(), &MainWindow::ledgerGrew, m_window.get(), [this] { m_sync->ledgerGrew(); });
}

} // namespace evertill
