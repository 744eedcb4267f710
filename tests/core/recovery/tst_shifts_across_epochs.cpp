#include "core/cash/close_shift.h"
#include "core/cash/shift_report.h"
#include "core/till/current_shift.h"
#include "tests/core/recovery/restored_till.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

/// The drawer's shifts where a till went on from a backup.
class ShiftsAcrossEpochsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_till = std::make_unique<RestoredTill>(); }
    void theShiftThatWasOpenAtTheEndIsTheOneThatGoesOn();
    void lateReceiptsKeepTheirShift();
    void ofTwoClosingsTheLaterStands();

private:
    std::unique_ptr<RestoredTill> m_till;
};

void ShiftsAcrossEpochsTest::theShiftThatWasOpenAtTheEndIsTheOneThatGoesOn()
{
    Shop &lost = m_till->lost;
    m_till->copyNow();
    QVERIFY(CloseShift(*lost.ledger).run(lost.money(10000)));
    const Shift second = OpenShift(*lost.ledger, lost.config).run(lost.money(700)).value();
    lost.sell({lost.line(u"MUG"_s, Quantity::pieces(1), 250)});
    m_till->restore();
    const Sale offline = m_till->sell(); // in the shift that the backup had open
    QVERIFY(m_till->recordAgain());
    Database &database = m_till->ledger->database();
    QCOMPARE(currentShift(database)->id, second.id);
    const Sale next = m_till->sell(990);
    QCOMPARE(next.shift, second.id);
    QCOMPARE(shiftReport(database, second.id, lost.clock.now(), 0)->takings.salesTotal, lost.money(1240));
    QCOMPARE(shiftReport(database, offline.shift, lost.clock.now(), 0)->takings.sales, 1);
    QVERIFY(CloseShift(*m_till->ledger).run(lost.money(1000)));
    QVERIFY(!currentShift(database));
    QCOMPARE(OpenShift(*m_till->ledger, lost.config).run(lost.money(0))->number, 3);
    QVERIFY(m_till->isSound());
}

void ShiftsAcrossEpochsTest::lateReceiptsKeepTheirShift()
{
    Shop &lost = m_till->lost;
    m_till->copyNow();
    lost.sell({lost.line(u"MUG"_s, Quantity::pieces(1), 250)});
    m_till->restore();
    // Before the OMS is heard of, the shift is closed and another opened; two of one number may come of it.
    const Sale offline = m_till->sell(400);
    QVERIFY(CloseShift(*m_till->ledger).run(lost.money(10400)));
    const Shift second = OpenShift(*m_till->ledger, lost.config).run(lost.money(0)).value();
    (void)m_till->sell(500);
    QVERIFY(m_till->recordAgain());
    Database &database = m_till->ledger->database();
    const auto first = shiftReport(database, offline.shift, lost.clock.now(), 0);
    QCOMPARE(first->takings.salesTotal, lost.money(650));
    QCOMPARE(first->counted, lost.money(10400));
    QCOMPARE(shiftReport(database, second.id, lost.clock.now(), 0)->takings.salesTotal, lost.money(500));
    QCOMPARE(currentShift(database)->id, second.id);
    QVERIFY(m_till->isSound());
}

void ShiftsAcrossEpochsTest::ofTwoClosingsTheLaterStands()
{
    Shop &lost = m_till->lost;
    m_till->copyNow();
    QVERIFY(CloseShift(*lost.ledger).run(lost.money(9000)));
    const Shift theirs = OpenShift(*lost.ledger, lost.config).run(lost.money(1)).value();
    m_till->restore();
    QVERIFY(CloseShift(*m_till->ledger).run(lost.money(9500)));
    const Shift ours = OpenShift(*m_till->ledger, lost.config).run(lost.money(2)).value();
    QCOMPARE(theirs.number, ours.number);
    QVERIFY(m_till->recordAgain());
    Database &database = m_till->ledger->database();
    QCOMPARE(shiftReport(database, lost.shift.id, lost.clock.now(), 0)->counted, lost.money(9500));
    QCOMPARE(currentShift(database)->id, ours.id);
    QVERIFY(CloseShift(*m_till->ledger).run(lost.money(2)));
    QVERIFY(!currentShift(database)); // nobody counts the drawer of the lost disk's shift any more
    QVERIFY(m_till->isSound());
}

QTEST_GUILESS_MAIN(ShiftsAcrossEpochsTest)
#include "tst_shifts_across_epochs.moc"
