#include "core/backup/backup_keeper.h"
#include "core/backup/ledger_copy.h"
#include "core/cash/close_shift.h"
#include "tests/core/shop/shop.h"

#include <QDir>
#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

class BackupKeeperTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aClosedShiftIsCopiedOnce();
    void theNewestCopiesAreKept();
    void whatIsNoCopyOfOursIsLeftAlone();
    void aFolderThatIsGoneIsRefused();
    void aDamagedLedgerPushesNoGoodCopyOut();
};

void BackupKeeperTest::aClosedShiftIsCopiedOnce()
{
    Shop shop;
    const QTemporaryDir till;
    const QTemporaryDir backups;
    shop.ledger = std::move(Ledger::open(till.path(), shop.clock, shop.random).value());
    BackupKeeper keeper(till.filePath(u"ledger.db"_s), backups.path());
    QCOMPARE(keeper.keepUp().value(), std::nullopt);
    QVERIFY(OpenShift(*shop.ledger, shop.config).run(shop.money(0)));
    QCOMPARE(keeper.keepUp().value(), std::nullopt);
    QVERIFY(CloseShift(*shop.ledger).run(shop.money(0)));
    const auto made = keeper.keepUp().value();
    QVERIFY(made);
    QCOMPARE(checkCopy(*made, backups.path())->head, shop.ledger->head());
    QCOMPARE(keeper.keepUp().value(), std::nullopt);
    QVERIFY(OpenShift(*shop.ledger, shop.config).run(shop.money(0)));
    QCOMPARE(keeper.keepUp().value(), std::nullopt);
}

void BackupKeeperTest::theNewestCopiesAreKept()
{
    Shop shop;
    const QTemporaryDir till;
    const QTemporaryDir backups;
    shop.ledger = std::move(Ledger::open(till.path(), shop.clock, shop.random).value());
    BackupKeeper keeper(till.filePath(u"ledger.db"_s), backups.path());
    QStringList made;
    for (int day = 0; day < BackupKeeper::kKept + 3; ++day) {
        QVERIFY(OpenShift(*shop.ledger, shop.config).run(shop.money(0)));
        QVERIFY(CloseShift(*shop.ledger).run(shop.money(0)));
        made.append(QFileInfo(keeper.keepUp().value().value()).fileName());
    }
    QCOMPARE(QDir(backups.path()).entryList(QDir::Files, QDir::Name), made.mid(3));
}

void BackupKeeperTest::whatIsNoCopyOfOursIsLeftAlone()
{
    Shop shop;
    const QTemporaryDir till;
    const QTemporaryDir backups;
    for (int i = 0; i < 20; ++i)
        QVERIFY(QFile(backups.filePath(u"ledger-notes-%1.txt"_s.arg(i))).open(QIODevice::WriteOnly));
    shop.ledger = std::move(Ledger::open(till.path(), shop.clock, shop.random).value());
    QVERIFY(OpenShift(*shop.ledger, shop.config).run(shop.money(0)));
    QVERIFY(CloseShift(*shop.ledger).run(shop.money(0)));
    QVERIFY(BackupKeeper(till.filePath(u"ledger.db"_s), backups.path()).keepUp().value());
    QCOMPARE(QDir(backups.path()).entryList(QDir::Files).size(), 21);
}

void BackupKeeperTest::aFolderThatIsGoneIsRefused()
{
    Shop shop;
    const QTemporaryDir till;
    shop.ledger = std::move(Ledger::open(till.path(), shop.clock, shop.random).value());
    QVERIFY(OpenShift(*shop.ledger, shop.config).run(shop.money(0)));
    QVERIFY(CloseShift(*shop.ledger).run(shop.money(0)));
    BackupKeeper keeper(till.filePath(u"ledger.db"_s), till.filePath(u"not-mounted"_s));
    QCOMPARE(keeper.keepUp().error().code, Code::BadInput);
}

void BackupKeeperTest::aDamagedLedgerPushesNoGoodCopyOut()
{
    Shop shop;
    const QTemporaryDir till;
    const QTemporaryDir backups;
    shop.ledger = std::move(Ledger::open(till.path(), shop.clock, shop.random).value());
    BackupKeeper keeper(till.filePath(u"ledger.db"_s), backups.path());
    const auto closeADay = [&] {
        return OpenShift(*shop.ledger, shop.config).run(shop.money(0)).has_value()
            && CloseShift(*shop.ledger).run(shop.money(0)).has_value();
    };
    for (int day = 0; day < BackupKeeper::kKept; ++day)
        QVERIFY(closeADay() && keeper.keepUp());
    const QStringList good = QDir(backups.path()).entryList(QDir::Files, QDir::Name);
    shop.ledger->database().exec(
        "DROP TRIGGER journal_is_never_changed; UPDATE journal SET at=at+1 WHERE seq=2");
    for (int day = 0; day < 3; ++day) {
        QVERIFY(closeADay());
        QCOMPARE(keeper.keepUp().error().code, Code::DamagedFile);
        QCOMPARE(keeper.keepUp().error().code, Code::DamagedFile);
    }
    QCOMPARE(QDir(backups.path()).entryList(QDir::Files, QDir::Name), good);
}

QTEST_GUILESS_MAIN(BackupKeeperTest)
#include "tst_backup_keeper.moc"
