#include "core/cash/shift_report.h"
#include "core/payment/card_payments.h"
#include "core/till/current_shift.h"
#include "tests/ui/counter/counter.h"
#include "ui/cash/cash_room.h"
#include "ui/widgets/amount_field.h"
#include "ui/widgets/amount_label.h"
#include "ui/widgets/big_button.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace evertill {

/// A shift from its float to its counted drawer, at the real widgets.
class CashRoomTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void typingAFloatAndEnterOpensTheShift();
    void thePadTypesTheFloatWithoutAKeyboard();
    void nothingOpensWithoutAFloat();
    void showsWhatTheShiftTookSoFar();
    void neverTellsTheExpectedDrawerBeforeItIsCounted();
    void bookingCashNeedsAReason();
    void cashMovesAreBooked_data();
    void cashMovesAreBooked();
    void refusesToDropMoreThanTheDrawerHolds();
    void saysInWordsHowTheDrawerCameOut_data();
    void saysInWordsHowTheDrawerCameOut();
    void aClosedShiftIsPrintedAndMakesRoomForTheNext();
    void refusesToCloseWhileACardWaits();
    void escGoesOneStepBackAndBooksNothing();
    void leavingTheRoomKeepsWhatWasTyped();
    void aScanMeansNothingToADrawer();
    void everyControlFitsAFingerAndHasAName();

private:
    static void press(QWidget &room, const QString &button)
    {
        QTest::mouseClick(part<BigButton>(room, button), Qt::LeftButton);
    }
    static void typeAmount(QWidget &room, const QString &amount)
    {
        QTest::keyClicks(part<AmountField>(room, u"amount"_s), amount);
    }
};

void CashRoomTest::typingAFloatAndEnterOpensTheShift()
{
    Counter counter;
    CashRoom room(counter.services, counter.printer);
    open(room);
    room.entered();
    QSignalSpy grew(&room, &Room::ledgerGrew);
    QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Float"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"150.50"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(currentShift(counter.reader));
    QCOMPARE(part<AmountLabel>(room, u"float"_s)->amount(), counter.money(15050));
    QCOMPARE(grew.count(), 1);
    QCOMPARE(counter.events("shift.opened"), 1);
}

void CashRoomTest::thePadTypesTheFloatWithoutAKeyboard()
{
    Counter counter;
    CashRoom room(counter.services, counter.printer);
    open(room);
    for (const QString &key : {u"digit2"_s, u"digit0"_s, u"digit0"_s})
        QTest::mouseClick(part<QPushButton>(room, key), Qt::LeftButton);
    press(room, u"confirm"_s);
    QCOMPARE(part<AmountLabel>(room, u"float"_s)->amount(), counter.money(20000));
}

void CashRoomTest::nothingOpensWithoutAFloat()
{
    Counter counter;
    CashRoom room(counter.services, counter.printer);
    open(room);
    QVERIFY(!part<BigButton>(room, u"confirm"_s)->isEnabled());
    QTest::keyClick(part<AmountField>(room, u"amount"_s), Qt::Key_Return);
    QCOMPARE(counter.events("shift.opened"), 0);
    typeAmount(room, u"0"_s);
    QVERIFY(part<BigButton>(room, u"confirm"_s)->isEnabled());
}

void CashRoomTest::showsWhatTheShiftTookSoFar()
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
    QVERIFY(words(room).contains(u"2 sale"_s));
}

void CashRoomTest::neverTellsTheExpectedDrawerBeforeItIsCounted()
{
    Counter counter;
    counter.openShift(12345);
    CashRoom room(counter.services, counter.printer);
    open(room);
    QVERIFY(!isSeen(room, u"expected"_s));
    press(room, u"closeShift"_s);
    QCOMPARE(part<AmountField>(room, u"amount"_s)->accessibleName(), u"Counted"_s);
    QVERIFY(!isSeen(room, u"expected"_s));
    QVERIFY(!isSeen(room, u"float"_s));
    QVERIFY(!words(room).contains(u"123.45"_s));
    typeAmount(room, u"123.45"_s);
    press(room, u"confirm"_s);
    QCOMPARE(part<AmountLabel>(room, u"expected"_s)->amount(), counter.money(12345));
}

void CashRoomTest::bookingCashNeedsAReason()
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

void CashRoomTest::cashMovesAreBooked_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("figure");
    QTest::addColumn<qint64>("shown");
    QTest::addColumn<QString>("said");
    QTest::newRow("paid in") << u"payIn"_s << u"payIns"_s << qint64(2050) << u"paid in"_s;
    QTest::newRow("paid out") << u"payOut"_s << u"payOuts"_s << qint64(-2050) << u"paid out"_s;
    QTest::newRow("dropped into the safe") << u"drop"_s << u"drops"_s << qint64(-2050) << u"safe"_s;
}

void CashRoomTest::cashMovesAreBooked()
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

void CashRoomTest::refusesToDropMoreThanTheDrawerHolds()
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

void CashRoomTest::saysInWordsHowTheDrawerCameOut_data()
{
    QTest::addColumn<QString>("counted");
    QTest::addColumn<QString>("verdict");
    QTest::newRow("one euro is missing") << u"99"_s << u"€1.00 short"_s;
    QTest::newRow("ten cents too much") << u"100.10"_s << u"€0.10 over"_s;
    QTest::newRow("to the cent") << u"100"_s << u"The drawer is right"_s;
    QTest::newRow("an empty drawer") << u"0"_s << u"€100.00 short"_s;
}

void CashRoomTest::saysInWordsHowTheDrawerCameOut()
{
    QFETCH(QString, counted);
    QFETCH(QString, verdict);
    Counter counter;
    counter.openShift();
    CashRoom room(counter.services, counter.printer);
    open(room);
    QTest::keyClick(&room, Qt::Key_F12);
    typeAmount(room, counted);
    QTest::keyClick(part<AmountField>(room, u"amount"_s), Qt::Key_Return);
    QCOMPARE(part<QLabel>(room, u"overShort"_s)->text(), verdict);
    QVERIFY(!currentShift(counter.reader));
    QCOMPARE(counter.events("journal.sealed"), 1);
}

void CashRoomTest::aClosedShiftIsPrintedAndMakesRoomForTheNext()
{
    Counter counter;
    counter.openShift();
    CashRoom room(counter.services, counter.printer);
    open(room);
    QSignalSpy printed(&counter.printer, &ReceiptPrinter::printed);
    press(room, u"closeShift"_s);
    typeAmount(room, u"100"_s);
    press(room, u"confirm"_s);
    QCOMPARE(printed.count(), 1);
    QVERIFY(QFile::exists(printed.first().at(1).toString()));
    press(room, u"done"_s);
    QCOMPARE(part<AmountField>(room, u"amount"_s)->accessibleName(), u"Float"_s);
    QVERIFY(part<AmountField>(room, u"amount"_s)->text().isEmpty());
}

void CashRoomTest::refusesToCloseWhileACardWaits()
{
    Counter counter;
    counter.openShift();
    Cart cart;
    cart.id = SaleId(counter.random.uuid(counter.clock.now()));
    cart.currency = counter.config.currency;
    QVERIFY(CardPayments(*counter.ledger).attempt(cart.id, counter.money(500)));
    CashRoom room(counter.services, counter.printer);
    open(room);
    press(room, u"closeShift"_s);
    typeAmount(room, u"100"_s);
    const QString before = words(room);
    press(room, u"confirm"_s);
    QVERIFY(currentShift(counter.reader));
    QVERIFY(isSeen(room, u"countPage"_s));
    QVERIFY(words(room) != before);
    QCOMPARE(counter.events("shift.closed"), 0);
}

void CashRoomTest::escGoesOneStepBackAndBooksNothing()
{
    Counter counter;
    counter.openShift();
    CashRoom room(counter.services, counter.printer);
    open(room);
    QVERIFY(!room.goBack());
    press(room, u"closeShift"_s);
    typeAmount(room, u"100"_s);
    QVERIFY(room.goBack());
    QVERIFY(isSeen(room, u"shiftPage"_s));
    press(room, u"payOut"_s);
    QVERIFY(room.goBack());
    QVERIFY(!room.goBack());
    QCOMPARE(counter.events("shift.closed") + counter.events("cash.moved"), 0);
}

void CashRoomTest::leavingTheRoomKeepsWhatWasTyped()
{
    Counter counter;
    counter.openShift();
    CashRoom room(counter.services, counter.printer);
    open(room);
    press(room, u"closeShift"_s);
    typeAmount(room, u"77.7"_s);
    room.hide();
    room.dataChanged();
    room.show();
    room.entered();
    QCOMPARE(part<AmountField>(room, u"amount"_s)->text(), u"77.7"_s);
    QVERIFY(part<BigButton>(room, u"confirm"_s)->isEnabled());
}

void CashRoomTest::aScanMeansNothingToADrawer()
{
    Counter counter;
    CashRoom room(counter.services, counter.printer);
    open(room);
    QVERIFY(!room.takeScan(u"4006381333931"_s));
    room.refuseScan(u"4006381333931"_s);
    QVERIFY2(words(room).contains(u"4006381333931"_s), qPrintable(words(room)));
}

void CashRoomTest::everyControlFitsAFingerAndHasAName()
{
    Counter counter;
    CashRoom room(counter.services, counter.printer);
    open(room);
    QCOMPARE(unfitControls(room), QStringList());
    typeAmount(room, u"100"_s);
    press(room, u"confirm"_s);
    QCOMPARE(unfitControls(room), QStringList());
    press(room, u"payOut"_s);
    QCOMPARE(unfitControls(room), QStringList());
    QVERIFY(room.goBack());
    press(room, u"closeShift"_s);
    typeAmount(room, u"100"_s);
    press(room, u"confirm"_s);
    QCOMPARE(unfitControls(room), QStringList());
}

} // namespace evertill

QTEST_MAIN(evertill::CashRoomTest)
#include "tst_cash_room.moc"
