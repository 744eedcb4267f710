#include "core/backup/restore.h"
#include "core/journal/epoch.h"
#include "tests/sync/e2e/shop_account.h"

#include <QDir>
#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace evertill::test {

/// Disks that are restored from a backup, against the reference OMS in a process of its own.
class EpochsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_shop = std::make_unique<ShopAccount>(); }
    void cleanup() { m_shop.reset(); }
    void aRestoredTillLearnsWhatItHadSold();
    void aTillRestoredOnANewDiskIsEnrolledAnew();
    void aLostSealKeyBeginsANewOne();
    void aReplicaThatIsTornOrGoneIsFetchedAgain();

private:
    std::unique_ptr<ShopAccount> m_shop;
};

void EpochsTest::aRestoredTillLearnsWhatItHadSold()
{
    ShopDisk till;
    QVERIFY(till.enrol(u"BER1T1"_s, m_shop->oms()));
    m_shop->sell(till, 3);
    QVERIFY(till.sync());
    const QString copy = till.file(u"copy.db"_s);
    QVERIFY(copyLedger(till.ledger().database(), copy));
    m_shop->sell(till, 4);
    QVERIFY(till.sync());
    till.close();
    QVERIFY(restoreLedger(copy, till.folder(), till.folder()));
    till.open();
    m_shop->sell(till, 2); // offline
    QCOMPARE(m_shop->stockError(till), 0);
    const auto report = till.sync();
    QVERIFY(report);
    QCOMPARE(report->accepted.position, till.ledger().head().position);
    QCOMPARE(m_shop->oms().rows(u"finding"_s).size(), 0);
    QCOMPARE(m_shop->problem(till), QString());
    QVERIFY(!EpochMarks(till.ledger().database()).isRecoveryDue());
    m_shop->sell(till, 1);
    QVERIFY(till.sync());
    QCOMPARE(m_shop->problem(till), QString());
    QCOMPARE(QSet<QString>(m_shop->receipts().begin(), m_shop->receipts().end()).size(), m_shop->sold());
    QCOMPARE(till.ledger().database().number("SELECT count(*) FROM receipt"), m_shop->sold());
}

void EpochsTest::aTillRestoredOnANewDiskIsEnrolledAnew()
{
    ShopDisk till;
    QVERIFY(till.enrol(u"BER1T1"_s, m_shop->oms()));
    m_shop->sell(till, 2);
    const QString copy = till.file(u"copy.db"_s);
    QVERIFY(copyLedger(till.ledger().database(), copy));
    m_shop->sell(till, 3);
    QVERIFY(till.sync());
    ShopDisk fresh;
    QVERIFY(restoreLedger(copy, fresh.folder(), fresh.folder()));
    fresh.open();
    m_shop->sell(fresh, 2); // before anybody has a code
    const auto became = fresh.enrol(u"BER1T1"_s, m_shop->oms());
    QVERIFY(became);
    QCOMPARE(became->joined.how, Joined::GoesOn);
    QVERIFY(fresh.sync());
    QCOMPARE(m_shop->problem(fresh), QString());
    QCOMPARE(till.sync().error().code, Code::Denied); // the lost disk, should it turn up
}

void EpochsTest::aLostSealKeyBeginsANewOne()
{
    ShopDisk till;
    QVERIFY(till.enrol(u"BER1T1"_s, m_shop->oms()));
    m_shop->sell(till, 1);
    QVERIFY(till.ledger().transact([&](Ledger::Transaction &tx) -> Result<> {
        tx.append(sealFact(till.ledger().sealKey(), tx.head(), QDate(2026, 11, 21)));
        return {};
    }));
    const std::int64_t epoch = till.ledger().head().position.epoch;
    till.close();
    QVERIFY(QFile::remove(till.file(u"seal.key"_s)));
    QVERIFY(till.enrol(u"BER1T1"_s, m_shop->oms()));
    QVERIFY(till.ledger().head().position.epoch > epoch);
    m_shop->sell(till, 1);
    QVERIFY(till.sync());
    QCOMPARE(m_shop->problem(till), QString());
    QCOMPARE(m_shop->oms().rows(u"finding"_s).size(), 0); // the seal of the lost key still holds
}

void EpochsTest::aReplicaThatIsTornOrGoneIsFetchedAgain()
{
    ShopDisk till;
    QVERIFY(till.enrol(u"BER1T1"_s, m_shop->oms()));
    m_shop->sell(till, 2);
    QVERIFY(till.sync());
    const auto replicas = [&] { return QDir(till.folder()).entryList({u"replica-*.db"_s}); };
    const auto damage = [&](int how) {
        QFile file(till.file(how == 0 ? u"replica.current"_s : replicas().first()));
        if (how < 2)
            QVERIFY(file.remove());
        else
            QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(how == 2 ? 0 : file.size() / 2)
                && file.write(QByteArray(how == 2 ? 100 : 1 << 16, '\x55')) > 0);
    };
    for (int how = 0; how < 4; ++how) {
        damage(how);
        m_shop->sell(till, 1); // whatever happened to it
        auto report = till.sync();
        if (!report) // damage was met half way: the next run begins anew
            report = till.sync();
        QVERIFY(report);
        QCOMPARE(m_shop->problem(till), QString());
        ReplicaReader replica(till.folder());
        QCOMPARE(replica.database().number("SELECT count(*) FROM product"),
            m_shop->oms().rows(u"product"_s).size());
    }
}

} // namespace evertill::test

QTEST_GUILESS_MAIN(evertill::test::EpochsTest)
#include "tst_epochs.moc"
