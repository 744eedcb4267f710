#include "core/backup/backup_keeper.h"
#include "core/base/system_clock.h"
#include "core/base/system_random.h"
#include "core/cash/close_shift.h"
#include "core/cash/open_shift.h"
#include "core/journal/ledger.h"
#include "core/store/folder_lock.h"
#include "core/till/till_config.h"
#include "tests/app/ctl/run_ctl.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

namespace {

/// Of a throw-away key, for the name in it.
constexpr char kBer1t2[] = "-----BEGIN CERTIFICATE-----\n"
                           "MIIBeDCCAR2gAwIBAgIURi81dkt7XWgpV51jQpH43TDAye4wCgYIKoZIzj0EAwIw\n"
                           "ETEPMA0GA1UEAwwGQkVSMVQyMB4XDTI2MTEyMjAzMjk0NVoXDTM2MTExOTAzMjk0\n"
                           "NVowETEPMA0GA1UEAwwGQkVSMVQyMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE\n"
                           "nfyTtNV6CbxprM3HoAgiE4DjYseUq54VxWiPiNTzUnBYv5FDVYFfph46V5mU2aok\n"
                           "4QpxkXLonYZtcpJzpgHBhaNTMFEwHQYDVR0OBBYEFBNNe2vG4wNQZ4Im1qyaDpXp\n"
                           "nOLnMB8GA1UdIwQYMBaAFBNNe2vG4wNQZ4Im1qyaDpXpnOLnMA8GA1UdEwEB/wQF\n"
                           "MAMBAf8wCgYIKoZIzj0EAwIDSQAwRgIhAPaF0ay0NDtnq+7lZpQK4xW1qUXQIJQd\n"
                           "zH2OQdlDug6AAiEAs/jm2sp3mpoOwTHccxOw58871F2RIkBlWGhezeQcR68=\n"
                           "-----END CERTIFICATE-----\n";

} // namespace

/// What an administrator does with backups.
class BackupTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aBackupIsMadeBesideARunningTill();
    void aRestoredTillOpensANewEpoch();
    void aFolderInUseIsNotRestored();
    void aDamagedCopyIsNotRestored();
    void aCopyIsCheckedAgainstTheStoresSealKey();
    void aFolderThatIsATypoIsNotMade();
    void aTornTillTakesNoOtherTillsBackup();
    void aSilentLackOfBackupsShowsInTheStatus();
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

    void closeAShift();

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

void BackupTest::closeAShift()
{
    const auto ledger = open();
    const TillConfig config = loadTillConfig(ledger->database()).value();
    const Money nothing = Money::minor(0, config.currency);
    QVERIFY(OpenShift(*ledger, config).run(nothing));
    QVERIFY(CloseShift(*ledger).run(nothing));
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

void BackupTest::aCopyIsCheckedAgainstTheStoresSealKey()
{
    const QString other = QString::fromLatin1(QByteArray(32, 'x').toHex());
    closeAShift();
    const QString sealed = m_data->filePath(u"sealed.db"_s);
    QCOMPARE(ctl({u"backup"_s, sealed}).exitCode, 0);
    const auto refused =
        test::runCtl(QStringLiteral(EVERTILLCTL), {u"verify"_s, u"--copy"_s, sealed, u"--seal-key"_s, other});
    QCOMPARE(refused.refused().value(u"error"_s).toString(), u"DamagedFile"_s);
    const QString own = QString::fromLatin1(open()->sealKey().publicKey().toHex());
    QCOMPARE(
        test::runCtl(QStringLiteral(EVERTILLCTL), {u"verify"_s, u"--copy"_s, sealed, u"--seal-key"_s, own})
            .exitCode,
        0);
}

void BackupTest::aFolderThatIsATypoIsNotMade()
{
    QCOMPARE(ctl({u"backup"_s, m_copy}).exitCode, 0);
    const QString typo = m_data->filePath(u"typo"_s);
    const auto refused = test::runCtl(QStringLiteral(EVERTILLCTL), {u"restore"_s, m_copy, u"--data"_s, typo});
    QCOMPARE(refused.refused().value(u"error"_s).toString(), u"BadInput"_s);
    QVERIFY(!QFile::exists(typo));
}

void BackupTest::aTornTillTakesNoOtherTillsBackup()
{
    QCOMPARE(ctl({u"backup"_s, m_copy}).exitCode, 0);
    const auto write = [&](const QString &name, const QByteArray &content) {
        QFile file(m_data->filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    };
    QVERIFY(write(u"oms.url"_s, "https://oms.example\n") && write(u"ca.pem"_s, kBer1t2));
    QVERIFY(write(u"till.pem"_s, kBer1t2) && write(u"till.key"_s, "key"));
    QVERIFY(write(u"ledger.db"_s, QByteArray(8192, 'x')));
    const auto refused = ctl({u"restore"_s, m_copy});
    QCOMPARE(refused.refused().value(u"error"_s).toString(), u"BadInput"_s);
    QVERIFY(refused.refused().value(u"problem"_s).toString().contains(u"BER1T2"_s));
}

void BackupTest::aSilentLackOfBackupsShowsInTheStatus()
{
    closeAShift();
    QVERIFY(ctl({u"status"_s}).said().value(u"backup"_s).isNull());
    QVERIFY(QDir(m_data->path()).mkdir(u"backups"_s));
    const auto made = BackupKeeper(m_data->filePath(u"ledger.db"_s), m_data->filePath(u"backups"_s)).keepUp();
    QVERIFY(made && *made);
    const QJsonObject newest = ctl({u"status"_s}).said().value(u"backup"_s).toObject();
    QCOMPARE(newest.value(u"file"_s).toString(), **made);
    QCOMPARE(newest.value(u"head"_s).toString(), u"1-4"_s);
    QVERIFY(newest.value(u"age_min"_s).toInteger(-1) >= 0);
    const auto elsewhere = ctl({u"status"_s, u"--backups"_s, m_data->filePath(u"not-mounted"_s)});
    QCOMPARE(elsewhere.exitCode, 0);
    QVERIFY(elsewhere.said().value(u"backup"_s).isNull());
}

void BackupTest::refusesWhatMakesNoSense()
{
    QCOMPARE(ctl({u"backup"_s}).exitCode, 2);
    QCOMPARE(ctl({u"restore"_s, m_copy}).refused().value(u"error"_s).toString(), u"BadInput"_s);
    QCOMPARE(ctl({u"backup"_s, m_data->filePath(u"gone/copy.db"_s)}).refused().value(u"error"_s).toString(),
        u"BadInput"_s);
    QCOMPARE(ctl({u"backup"_s, m_copy}).exitCode, 0);
    QCOMPARE(ctl({u"backup"_s, m_copy}).refused().value(u"error"_s).toString(), u"BadInput"_s);
    for (const QStringList &verify :
        {QStringList{u"verify"_s, u"--copy"_s, m_copy}, QStringList{u"verify"_s, u"--copy"_s, u"gone.db"_s}})
        QCOMPARE(ctl(verify).refused().value(u"error"_s).toString(), u"BadInput"_s);
    QCOMPARE(test::runCtl(QStringLiteral(EVERTILLCTL), {u"verify"_s, u"--copy"_s, u"gone.db"_s})
                 .refused()
                 .value(u"error"_s)
                 .toString(),
        u"BadInput"_s);
}

QTEST_GUILESS_MAIN(BackupTest)
#include "tst_backup.moc"
