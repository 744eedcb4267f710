#include "tests/sync/e2e/shop_account.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace evertill::test {

/// Disks that are cloned or lost, against the reference OMS in a process of its own.
class DisksTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_shop = std::make_unique<ShopAccount>(); }
    void cleanup() { m_shop.reset(); }
    void aClonedDiskGoesOnUnderItsOwnName();
    void aClonedDiskBecomesAnotherTill();
    void aLostTillIsRebuiltFromTheOms();
    void anEnrolmentThatWasCutOffIsDoneAgain();
    void anotherTillsCodeHarmsNeitherTill();

private:
    std::unique_ptr<ShopAccount> m_shop;
};

void DisksTest::aClonedDiskGoesOnUnderItsOwnName()
{
    ShopDisk till;
    QVERIFY(till.enrol(u"BER1T1"_s, m_shop->oms()));
    m_shop->sell(till, 2);
    QVERIFY(till.sync());
    till.close();
    ShopDisk clone;
    till.cloneTo(clone);
    till.open();
    clone.open();
    m_shop->sell(till, 1);
    QVERIFY(till.sync());
    m_shop->sell(clone, 3);
    QCOMPARE(clone.sync().error().facts.value(u"error"_s).toString(), u"fork"_s);
    m_shop->sell(clone, 1); // it sells on
    const auto became = clone.enrol(u"BER1T1"_s, m_shop->oms());
    QVERIFY(became);
    QCOMPARE(became->joined.how, Joined::Rebased);
    QCOMPARE(became->joined.carried, 4);
    m_shop->sell(clone, 1);
    QVERIFY(clone.sync());
    QCOMPARE(m_shop->problem(clone), QString());
    QVERIFY(QFile::exists(clone.file(u"ledger-replaced-1.db"_s)));
    QVERIFY(!till.sync()); // cut off
    QVERIFY(clone.sync());
    QCOMPARE(m_shop->problem(clone), QString());
}

void DisksTest::aClonedDiskBecomesAnotherTill()
{
    ShopDisk till;
    QVERIFY(till.enrol(u"BER1T1"_s, m_shop->oms()));
    m_shop->sell(till, 2);
    QVERIFY(till.sync());
    m_shop->sell(till, 1); // sent by the one disk; the other does not know it is
    till.close();
    ShopDisk clone;
    till.cloneTo(clone);
    till.open();
    clone.open();
    m_shop->sell(till, 1);
    QVERIFY(till.sync());
    m_shop->sell(clone, 2);
    QVERIFY(!clone.sync());
    const auto became = clone.enrol(u"BER1T2"_s, m_shop->oms());
    QVERIFY(became);
    QCOMPARE(became->joined.how, Joined::Moved);
    QCOMPARE(became->joined.carried, 2);
    m_shop->sell(clone, 1);
    QVERIFY(m_shop->receipts().last().startsWith(u"BER1T2-"_s));
    QVERIFY(clone.sync());
    QCOMPARE(m_shop->problem(clone), QString());
    m_shop->sell(till, 1); // and the first goes on as it was
    QVERIFY(till.sync());
    QVERIFY(clone.sync());
    QCOMPARE(m_shop->problem(clone), QString());
    QCOMPARE(m_shop->problem(till), QString());
}

void DisksTest::aLostTillIsRebuiltFromTheOms()
{
    ShopDisk till;
    QVERIFY(till.enrol(u"BER1T1"_s, m_shop->oms()));
    m_shop->sell(till, 5);
    QVERIFY(till.sync());
    const Head head = till.ledger().head();
    till.close();
    ShopDisk fresh;
    const auto became = fresh.enrol(u"BER1T1"_s, m_shop->oms());
    QVERIFY(became);
    QCOMPARE(became->joined.how, Joined::Rebuilt);
    QCOMPARE(became->joined.common, head);
    QCOMPARE(fresh.ledger().database().number("SELECT count(*) FROM receipt"), m_shop->sold());
    QVERIFY(fresh.ledger().head().position.epoch > head.position.epoch);
    m_shop->sell(fresh, 2); // in the shift that was open
    QVERIFY(fresh.sync());
    QCOMPARE(m_shop->problem(fresh), QString());
    QCOMPARE(fresh.ledger().database().number("SELECT count(*) FROM shift"), 1);
}

void DisksTest::anEnrolmentThatWasCutOffIsDoneAgain()
{
    ShopDisk till;
    QVERIFY(till.enrol(u"BER1T1"_s, m_shop->oms()));
    m_shop->sell(till, 3);
    QVERIFY(till.sync());
    till.close();
    // The machine stopped after the certificate was kept, and somebody started the till: a ledger of its own.
    ShopDisk fresh;
    SystemClock clock;
    SystemRandom random;
    static_cast<void>(Ledger::open(fresh.folder(), clock, random).value());
    const auto became = fresh.enrol(u"BER1T1"_s, m_shop->oms());
    QVERIFY(became);
    QCOMPARE(became->joined.how, Joined::Rebuilt);
    m_shop->sell(fresh, 1);
    QVERIFY(fresh.sync());
    QCOMPARE(m_shop->problem(fresh), QString());
}

void DisksTest::anotherTillsCodeHarmsNeitherTill()
{
    ShopDisk till;
    QVERIFY(till.enrol(u"BER1T1"_s, m_shop->oms()));
    m_shop->sell(till, 1);
    QVERIFY(till.sync());
    ShopDisk other;
    QVERIFY(other.enrol(u"BER1T2"_s, m_shop->oms()));
    m_shop->sell(other, 1);
    const Head head = other.ledger().head();
    const QString code = m_shop->oms().codeFor(u"BER1T1"_s);
    const auto refused = other.enrolWith(code, m_shop->oms());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Code::BadInput);
    other.open();
    QCOMPARE(other.ledger().head(), head);
    m_shop->sell(other, 1);
    m_shop->sell(till, 1);
    QVERIFY(other.sync());
    QVERIFY(till.sync());
    QVERIFY(other.sync());
    QCOMPARE(m_shop->problem(till), QString());
    QCOMPARE(m_shop->problem(other), QString());
    till.close();
    ShopDisk meant; // and the code is still there for the machine that it was meant for
    QVERIFY(meant.enrolWith(code, m_shop->oms()));
    QVERIFY(meant.sync());
    QCOMPARE(m_shop->problem(meant), QString());
}

} // namespace evertill::test

QTEST_GUILESS_MAIN(evertill::test::DisksTest)
#include "tst_disks.moc"
