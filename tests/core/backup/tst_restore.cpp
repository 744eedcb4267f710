#include "core/backup/restore.h"
#include "core/journal/ledger_files.h"
#include "tests/core/shop/shop_day.h"
#include "tests/core/support/failing_files.h"

#include <QDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace evertill;
using namespace Qt::StringLiterals;

class RestoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aRestoredTillIsTheCopyInANewEpoch();
    void theReplacedLedgerIsKept();
    void aCopyPutInPlaceByHandOpensANewEpochToo();
    void theNewEpochLiesBeyondAllThatTheFolderKnows();
    void aDamagedLedgerIsNoHindrance();
    void aTornLedgerDoesNotHideWhoseFolderItIs();
    void aFullDiskIsNotCalledADamagedBackup();
    void aLedgerWithItsLogIsReplacedWhole();
    void theCopyOfAnotherTillIsRefused();
    void aDamagedCopyChangesNothing();
    void aPowerCutLeavesTheOldOrTheNew();

private:
    [[nodiscard]] std::unique_ptr<Ledger> open() const
    {
        return std::move(Ledger::open(m_disk->path(), m_shop->clock, m_shop->random).value());
    }
    [[nodiscard]] QString file(const QString &name) const { return m_disk->filePath(name); }
    void count() const;
    [[nodiscard]] static std::int64_t counted(const QString &path);

    std::unique_ptr<Shop> m_shop;
    std::unique_ptr<QTemporaryDir> m_disk;
    QString m_copy;
    Head m_copied;
};

void RestoreTest::init()
{
    m_shop = std::make_unique<Shop>();
    m_disk = std::make_unique<QTemporaryDir>();
    m_copy = m_shop->folder.filePath(u"copy.db"_s);
    const auto ledger = open();
    saveTillConfig(ledger->database(), m_shop->config);
    m_copied = copyLedger(ledger->database(), m_copy).value();
}

/// One more event in the till's ledger, so that it differs from the copy.
void RestoreTest::count() const
{
    QVERIFY(open()->transact([](Ledger::Transaction &tx) -> Result<> {
        tx.append({"task.settled", 1, "a", QDate(2026, 11, 21), R"({"note":"","task":"a"})"});
        return {};
    }));
}

std::int64_t RestoreTest::counted(const QString &path)
{
    Database ledger(path, Database::Kind::Reader);
    return ledger.number("SELECT count(*) FROM journal WHERE kind='task.settled'");
}

void RestoreTest::aRestoredTillIsTheCopyInANewEpoch()
{
    count();
    const auto report = restoreLedger(m_copy, m_disk->path(), m_disk->path());
    QVERIFY(report);
    QCOMPARE(report->copy.head, m_copied);
    QCOMPARE(report->replaced->position, (Position{1, 2}));
    const auto ledger = open();
    QVERIFY(ledger->head().position.epoch > 1);
    QCOMPARE(ledger->head().position.seq, 1);
    QCOMPARE(counted(file(u"ledger.db"_s)), 0);
    QVERIFY(!findChainFault(*std::make_unique<Journal>(ledger->database())));
}

void RestoreTest::theReplacedLedgerIsKept()
{
    count();
    QVERIFY(restoreLedger(m_copy, m_disk->path(), {}));
    QCOMPARE(counted(file(u"ledger-replaced-1.db"_s)), 1);
    count();
    count();
    QVERIFY(restoreLedger(m_copy, m_disk->path(), {}));
    QCOMPARE(counted(file(u"ledger-replaced-1.db"_s)), 1);
    QCOMPARE(counted(file(u"ledger-replaced-2.db"_s)), 2);
}

void RestoreTest::aCopyPutInPlaceByHandOpensANewEpochToo()
{
    QVERIFY(QFile::remove(file(u"ledger.db"_s)));
    QVERIFY(QFile::copy(m_copy, file(u"ledger.db"_s)));
    QVERIFY(open()->head().position.epoch > 1);
}

void RestoreTest::theNewEpochLiesBeyondAllThatTheFolderKnows()
{
    std::int64_t highest = 1;
    for (int i = 0; i < 5; ++i) { // the same old copy, again and again
        QVERIFY(restoreLedger(m_copy, m_disk->path(), {}));
        const std::int64_t epoch = open()->head().position.epoch;
        QVERIFY(epoch > highest);
        highest = epoch;
    }
    {
        ReplicaWriter replica(m_disk->path());
        replica.setAccepted({{highest + 100'000, 3}, {}});
    }
    QVERIFY(QFile::remove(file(u"ledger.db"_s)));
    QVERIFY(restoreLedger(m_copy, m_disk->path(), {}));
    QVERIFY(open()->head().position.epoch > highest + 100'000);
}

void RestoreTest::aDamagedLedgerIsNoHindrance()
{
    QFile ledger(file(u"ledger.db"_s));
    QVERIFY(ledger.open(QIODevice::WriteOnly) && ledger.write(QByteArray(8192, 'x')) == 8192);
    ledger.close();
    const auto report = restoreLedger(m_copy, m_disk->path(), {});
    QVERIFY(report);
    QVERIFY(!report->replaced);
    QVERIFY(open()->head().position.epoch > 1);
}

void RestoreTest::aTornLedgerDoesNotHideWhoseFolderItIs()
{
    QFile ledger(file(u"ledger.db"_s));
    QVERIFY(ledger.open(QIODevice::WriteOnly) && ledger.write(QByteArray(8192, 'x')) == 8192);
    ledger.close();
    QCOMPARE(restoreLedger(m_copy, m_disk->path(), {}, u"BER1T2"_s).error().code, Code::BadInput);
    QVERIFY(restoreLedger(m_copy, m_disk->path(), {}, m_shop->config.till));
}

void RestoreTest::aFullDiskIsNotCalledADamagedBackup()
{
    rlimit unlimited = {};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &unlimited), 0);
    const rlimit full = {16384, unlimited.rlim_max};
    std::signal(SIGXFSZ, SIG_IGN);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &full), 0);
    const auto restored = restoreLedger(m_copy, m_disk->path(), m_disk->path());
    const auto checked = checkCopy(m_copy, m_disk->path());
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &unlimited), 0);
    QCOMPARE(restored.error().code, Code::DiskFull);
    QCOMPARE(checked.error().code, Code::DiskFull);
    QCOMPARE(open()->head().position, (Position{1, 1}));
    QVERIFY(restoreLedger(m_copy, m_disk->path(), m_disk->path()));
}

void RestoreTest::aLedgerWithItsLogIsReplacedWhole()
{
    // As kill -9 leaves it: what was recorded last stands in the log alone.
    const QString kept = m_shop->folder.filePath(u"killed"_s);
    {
        const auto ledger = open();
        QVERIFY(ledger->transact([](Ledger::Transaction &tx) -> Result<> {
            tx.append({"task.settled", 1, "a", QDate(2026, 11, 21), R"({"note":"","task":"a"})"});
            return {};
        }));
        QVERIFY(QDir().mkpath(kept));
        for (const QString &name : {u"ledger.db"_s, u"ledger.db-wal"_s})
            QVERIFY(QFile::copy(file(name), kept + u'/' + name));
    }
    for (const QString &name : {u"ledger.db"_s, u"ledger.db-wal"_s}) {
        QFile::remove(file(name));
        QVERIFY(QFile::rename(kept + u'/' + name, file(name)));
    }
    QVERIFY(restoreLedger(m_copy, m_disk->path(), {}));
    QVERIFY(open()->head().position.epoch > 1);
    QCOMPARE(counted(file(u"ledger.db"_s)), 0);
    QCOMPARE(counted(file(u"ledger-replaced-1.db"_s)), 1);
}

void RestoreTest::theCopyOfAnotherTillIsRefused()
{
    {
        Database copy(m_copy, Database::Kind::Copy);
        TillConfig other = m_shop->config;
        other.till = u"BER1T2"_s;
        saveTillConfig(copy, other);
    }
    count();
    const auto refused = restoreLedger(m_copy, m_disk->path(), {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Code::BadInput);
    QCOMPARE(counted(file(u"ledger.db"_s)), 1);
    QCOMPARE(open()->head().position, (Position{1, 2}));
}

void RestoreTest::aDamagedCopyChangesNothing()
{
    count();
    Database(m_copy, Database::Kind::Copy)
        .exec("DROP TRIGGER journal_is_never_changed; UPDATE journal SET at=at+1");
    const auto refused = restoreLedger(m_copy, m_disk->path(), m_disk->path());
    QCOMPARE(refused.error().code, Code::DamagedFile);
    QCOMPARE(QDir(m_disk->path()).entryList({u"ledger-*"_s}, QDir::AllEntries), QStringList());
    QCOMPARE(open()->head().position, (Position{1, 2}));
}

void RestoreTest::aPowerCutLeavesTheOldOrTheNew()
{
    int old = 0;
    int broken = 0;
    for (int changes = 0;; ++changes) {
        init();
        count();
        // The power goes at the n-th change, and nothing is changed from then on.
        int left = changes;
        const test::FailingFiles files([&left](const QString &) { return left > 0 && left-- > 0; });
        const auto restored = restoreLedger(m_copy, {m_disk->path(), files}, {});
        const auto ledger = open();
        const bool isNew = ledger->head().position.epoch > 1;
        QCOMPARE(
            ledger->head().position, isNew ? Position(ledger->head().position.epoch, 1) : Position(1, 2));
        QVERIFY(isNew || !restored);
        if (isNew)
            QCOMPARE(counted(file(u"ledger-replaced-1.db"_s)), 1);
        if (restored)
            break;
        isNew ? ++broken : ++old;
    }
    QVERIFY(old > 2); // before the new file had its name
    QVERIFY(broken > 3); // after it: what was begun is finished
}

QTEST_GUILESS_MAIN(RestoreTest)
#include "tst_restore.moc"
