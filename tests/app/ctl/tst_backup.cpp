#include "core/base/system_clock.h"
#include "core/base/system_random.h"
#include "core/journal/ledger.h"
#include "core/store/folder_lock.h"
#include "core/till/till_config.h"
#include "tests/app/ctl/run_ctl.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

/// What an administrator does with backups.
class BackupTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aBackupIsMadeBesideARunningTill();
    void aRestoredTillOpensANewEpoch();
    void aFolderInUseIsNotRestored();
    void aDamagedCopyIsNotRestored();
    void refusesWhatMakesNoSense();

private:
    [[nodiscard]] test::CtlRun ctl(QStringList arguments) const
    {
        return test::runCtl(QStringLiteral(EVERTILLCTL), arguments << u"--data"_s << m_data->path());
    }
    [[nodiscard]] std::unique_ptr<Ledger> open()
    {
        return std::move(Ledger::open(m_data->path(), m_clock, m_random).value());
    }

    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<QTemporaryDir> m_data;
    QString m_copy;
};

void BackupTest::init()
{
    m_data = std::make_unique<QTemporaryDir>();
    m_copy = m_data->filePath(u"copy.db"_s);
    const auto ledger = open();
    TillConfig config = bareTill(*Currency::fromCode(u"EUR"));
    config.till = u"BER1T1"_s;
    saveTillConfig(ledger->database(), config);
}

void BackupTest::aBackupIsMadeBesideARunningTill()
{
    const auto lock = FolderLock::take(m_data->path());
    const auto ledger = open();
    const auto made = ctl({u"backup"_s, m_copy});
    QCOMPARE(made.exitCode, 0);
    QCOMPARE(made.said().value(u"head"_s).toString(), u"1-1"_s);
    const auto checked = test::runCtl(QStringLiteral(EVERTILLCTL), {u"verify"_s, u"--copy"_s, m_copy});
    QCOMPARE(checked.exitCode, 0);
    QCOMPARE(checked.said().value(u"till"_s).toString(), u"BER1T1"_s);
    QVERIFY(checked.said().value(u"sound"_s).toBool());
    QCOMPARE(checked.said().value(u"hash"_s), made.said().value(u"hash"_s));
    // Customers and takings are nobody else's on this machine.
    QVERIFY(!(QFile::permissions(m_copy) & (QFile::ReadGroup | QFile::ReadOther)));
}

void BackupTest::aRestoredTillOpensANewEpoch()
{
    QCOMPARE(ctl({u"backup"_s, m_copy}).exitCode, 0);
    const auto restored = ctl({u"restore"_s, m_copy});
    QCOMPARE(restored.exitCode, 0);
    QCOMPARE(restored.said().value(u"copy"_s).toString(), u"1-1"_s);
    QCOMPARE(restored.said().value(u"replaced"_s).toString(), u"1-1"_s);
    const qint64 epoch = restored.said().value(u"epoch"_s).toInteger();
    QVERIFY(epoch > 1);
    QCOMPARE(open()->head().position, (Position{epoch, 1}));
    QCOMPARE(ctl({u"verify"_s}).exitCode, 0);
    QCOMPARE(ctl({u"journal"_s, u"--after"_s, u"%1-0"_s.arg(epoch)}).said().value(u"kind"_s).toString(),
        u"epoch.opened"_s);
}

void BackupTest::aFolderInUseIsNotRestored()
{
    QCOMPARE(ctl({u"backup"_s, m_copy}).exitCode, 0);
    const auto lock = FolderLock::take(m_data->path());
    const auto refused = ctl({u"restore"_s, m_copy});
    QCOMPARE(refused.exitCode, 1);
    QCOMPARE(refused.refused().value(u"error"_s).toString(), u"FolderInUse"_s);
    QCOMPARE(open()->head().position, (Position{1, 1}));
}

void BackupTest::aDamagedCopyIsNotRestored()
{
    QCOMPARE(ctl({u"backup"_s, m_copy}).exitCode, 0);
    {
        Database copy(m_copy, Database::Kind::Copy);
        copy.exec("DROP TRIGGER journal_is_never_changed; UPDATE journal SET at=at+1");
    }
    for (const auto &run : {ctl({u"restore"_s, m_copy}),
             test::runCtl(QStringLiteral(EVERTILLCTL), {u"verify"_s, u"--copy"_s, m_copy})}) {
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(run.refused().value(u"error"_s).toString(), u"DamagedFile"_s);
    }
    QCOMPARE(open()->head().position, (Position{1, 1}));
}

void BackupTest::refusesWhatMakesNoSense()
{
    QCOMPARE(ctl({u"backup"_s}).exitCode, 2);
    QCOMPARE(ctl({u"restore"_s, m_copy}).refused().value(u"error"_s).toString(), u"BadInput"_s);
    QCOMPARE(ctl({u"backup"_s, m_data->filePath(u"gone/copy.db"_s)}).refused().value(u"error"_s).toString(),
        u"DiskFull"_s);
    QCOMPARE(ctl({u"backup"_s, m_copy}).exitCode, 0);
    QCOMPARE(ctl({u"backup"_s, m_copy}).refused().value(u"error"_s).toString(), u"BadInput"_s);
}

QTEST_GUILESS_MAIN(BackupTest)
#include "tst_backup.moc"
