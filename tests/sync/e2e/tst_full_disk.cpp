#include "tests/sync/e2e/filling_disk.h"
#include "tests/sync/e2e/shop_account.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace evertill::test {

/// Enrolling on a disk that fills up in the midst of it, against the reference OMS.
class FullDiskTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_shop = std::make_unique<ShopAccount>(); }
    void cleanup() { m_shop.reset(); }
    void enrollingAgainOnAFillingDiskNeverTearsTheLedger();
    void aMoveThatWasBrokenOffGoesOnByTheSameCode();

private:
    FillingDisk m_disk;
    std::unique_ptr<ShopAccount> m_shop;
};

void FullDiskTest::enrollingAgainOnAFillingDiskNeverTearsTheLedger()
{
    ShopDisk till;
    QVERIFY(till.enrol(u"BER1T1"_s, m_shop->oms()));
    m_shop->sell(till, 2);
    QVERIFY(till.sync());
    till.close();
    ShopDisk forked;
    till.cloneTo(forked);
    till.open();
    m_shop->sell(till, 1);
    QVERIFY(till.sync());
    forked.open();
    m_shop->sell(forked, 40);
    QVERIFY(!forked.sync());
    forked.close();
    int refused = 0;
    for (int room = 0;; room += 1 + room / 6) {
        ShopDisk disk;
        forked.cloneTo(disk);
        m_disk.fillAfter(room);
        const auto became = disk.enrol(u"BER1T1"_s, m_shop->oms());
        m_disk.makeRoom();
        if (!became) {
            QCOMPARE(codeName(became.error().code), codeName(Code::DiskFull));
            QVERIFY(!QFile::exists(disk.file(u"ledger-part.db"_s)));
            ++refused;
            disk.open();
        }
        QVERIFY2(disk.isSound(), qPrintable(u"room for %1 writes"_s.arg(room)));
        QCOMPARE(disk.ledger().database().number("SELECT count(*) FROM receipt"), 42);
        if (became) {
            QCOMPARE(became->joined.carried, 40);
            QVERIFY(disk.sync());
            QCOMPARE(m_shop->problem(disk), QString());
            break;
        }
    }
    QVERIFY(refused > 10);
}

void FullDiskTest::aMoveThatWasBrokenOffGoesOnByTheSameCode()
{
    ShopDisk till;
    QVERIFY(till.enrol(u"BER1T1"_s, m_shop->oms()));
    m_shop->sell(till, 2);
    QVERIFY(till.sync());
    m_shop->sell(till, 10);
    till.close();
    const QString code = m_shop->oms().codeFor(u"BER1T2"_s);
    int refused = 0;
    for (int room = 0;; room += 1 + room / 6) {
        ShopDisk disk;
        till.cloneTo(disk);
        m_disk.fillAfter(room);
        auto became = disk.enrolWith(code, m_shop->oms());
        m_disk.makeRoom();
        const bool isDone = became.has_value();
        if (!isDone) {
            QCOMPARE(codeName(became.error().code), codeName(Code::DiskFull));
            ++refused;
            became = disk.enrolWith(code, m_shop->oms());
        }
        QVERIFY2(became, qPrintable(u"room for %1 writes"_s.arg(room)));
        QVERIFY(disk.isSound());
        QCOMPARE(disk.ledger().database().number("SELECT count(*) FROM receipt"), 10);
        if (isDone) {
            QVERIFY(disk.sync());
            QCOMPARE(m_shop->problem(disk), QString());
            break;
        }
    }
    QVERIFY(refused > 10);
}

} // namespace evertill::test

QTEST_GUILESS_MAIN(evertill::test::FullDiskTest)
#include "tst_full_disk.moc"
