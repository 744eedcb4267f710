#include "core/cash/shift_report.h"
#include "core/payment/card_payments.h"
#include "core/till/current_shift.h"
#include "tests/ui/cash/drawer.h"
#include "ui/cash/cash_room.h"
#include "ui/widgets/amount_field.h"
#include "ui/widgets/amount_label.h"
#include "ui/widgets/big_button.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace evertill {

/// Cash that comes and goes without a sale, at the real widgets.
class CashMovesTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void showsWhatTheShiftTookSoFar();
    void bookingCashNeedsAReason();
    void cashMovesAreBooked_data();
    void cashMovesAreBooked();
    void refusesToDropMoreThanTheDrawerHolds();
};

void CashMovesTest::showsWhatTheShiftTookSoFar()
{
    Counter counter;
    counter.openShift();
    const Counter::Goods milk{u"1"_s, u"Milk"_s, u"4006381333931"_s, 1190};
    CashRoom room(counter.services, counter.printer);
    open(room);
    counter.sell({{milk, Quantity::pieces(2)}});
    counter.sell({{milk, Quantity::pieces(1)}}, TenderKind::Card);
    room.dataChanged();
    QCOMPARE(part<AmountLabel>(room, u"salesTotal"_s)->amount(), counter.money(3570));
    QCOMPARE(part<AmountLabel>(room, u"cash"_s)->amount(), counter.money(2380));
    QCOMPARE(part<AmountLabel>(room, u"card"_s)->amount(), counter.money(1190));
    QCOMPARE(part<AmountLabel>(room, u"tax"_s)->amount(), counter.money(570));
    QVERIFY(words(room).contains(u"Sales (2)"_s));
}

void CashMovesTest::bookingCashNeedsAReason()
{
    Counter counter;
    counter.openShift();
    CashRoom room(counter.services, counter.printer);
    open(room);
    QTest::keyClick(&room, Qt::Key_I, Qt::ControlModifier);
    typeAmount(room, u"20"_s);
    QVERIFY(!part<BigButton>(room, u"confirm"_s)->isEnabled());
    QTest::keyClick(part<AmountField>(room, u"amount"_s), Qt::Key_Return);
    QCOMPARE(counter.events("cash.moved"), 0);
    QTest::keyClick(part<AmountField>(room, u"amount"_s), Qt::Key_1, Qt::AltModifier);
    QVERIFY(part<BigButton>(room, u"confirm"_s)->isEnabled());
}

void CashMovesTest::cashMovesAreBooked_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("figure");
    QTest::addColumn<qint64>("shown");
    QTest::addColumn<QString>("said");
    QTest::newRow("paid in") << u"payIn"_s << u"payIns"_s << qint64(2050) << u"paid in"_s;
    QTest::newRow("paid out") << u"payOut"_s << u"payOuts"_s << qint64(-2050) << u"paid out"_s;
    QTest::newRow("dropped into the safe") << u"drop"_s << u"drops"_s << qint64(-2050) << u"safe"_s;
}

void CashMovesTest::cashMovesAreBooked()
{
    QFETCH(QString, button);
    QFETCH(QString, figure);
    QFETCH(qint64, shown);
    QFETCH(QString, said);
    Counter counter;
    const Shift shift = counter.openShift();
    CashRoom room(counter.services, counter.printer);
    open(room);
    press(room, button);
    typeAmount(room, u"20.50"_s);
    QTest::keyClicks(part<QLineEdit>(room, u"reason"_s), u"for the window cleaner"_s);
    press(room, u"confirm"_s);
    QCOMPARE(part<AmountLabel>(room, figure)->amount(), counter.money(shown));
    QVERIFY2(words(room).contains(said), qPrintable(words(room)));
    const auto report = shiftReport(counter.reader, shift.id, counter.clock.now(), 60);
    QVERIFY(report);
    QCOMPARE(report->moves.size(), std::size_t(1));
    QCOMPARE(report->moves.front().reason, u"for the window cleaner"_s);
}

void CashMovesTest::refusesToDropMoreThanTheDrawerHolds()
{
    Counter counter;
    counter.openShift(5000);
    CashRoom room(counter.services, counter.printer);
    open(room);
    press(room, u"drop"_s);
    typeAmount(room, u"50.01"_s);
    press(room, u"reason1"_s);
    press(room, u"confirm"_s);
    QCOMPARE(counter.events("cash.moved"), 0);
    QVERIFY(isSeen(room, u"movePage"_s));
    QCOMPARE(part<AmountField>(room, u"amount"_s)->text(), u"50.01"_s);
    const QString before = words(room);
    part<AmountField>(room, u"amount"_s)->clear();
    QVERIFY2(
        words(room) != before, "the refusal must be said beside the field, and go once the amount changes");
}

} // namespace evertill

QTEST_MAIN(evertill::CashMovesTest)
#include "tst_cash_moves.moc"
