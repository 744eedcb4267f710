#include "core/cash/shift_report.h"
#include "core/payment/card_payments.h"
#include "core/sale/cart_store.h"
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

/// A shift from its float to its counted drawer, at the real widgets.
class CashRoomTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void typingAFloatAndEnterOpensTheShift();
    void thePadTypesTheFloatWithoutAKeyboard();
    void nothingOpensWithoutAFloat();
    void neverTellsTheExpectedDrawerBeforeItIsCounted();
    void saysInWordsHowTheDrawerCameOut_data();
    void saysInWordsHowTheDrawerCameOut();
    void aClosedShiftIsPrintedAndMakesRoomForTheNext();
    void aBackupThatWasNotMadeIsSaidAfterClosing();
    void anUnsettledCardIsSaidBeforeTheDrawerIsCounted_data();
    void anUnsettledCardIsSaidBeforeTheDrawerIsCounted();
    void refusesToCloseWhileACardWaits();
    void escGoesOneStepBackAndBooksNothing();
    void leavingTheRoomKeepsWhatWasTyped();
    void aScanMeansNothingToADrawer();
    void everyControlFitsAFingerAndHasAName();
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

void CashRoomTest::aBackupThatWasNotMadeIsSaidAfterClosing()
{
    Counter counter;
    counter.openShift();
    CashRoom room(counter.services, counter.printer);
    open(room);
    press(room, u"closeShift"_s);
    typeAmount(room, u"100"_s);
    press(room, u"confirm"_s);
    auto *said = room.findChild<QLabel *>(u"backupTrouble"_s);
    QVERIFY(!said->isVisible());
    room.showBackup(Refusal{Code::DiskFull, {}});
    QVERIFY(said->isVisible());
    QVERIFY(said->text().contains(u"disk is full"_s));
    room.showBackup(Refusal{Code::DamagedFile, {}});
    QVERIFY(said->text().contains(u"damaged"_s));
    room.showBackup(std::nullopt);
    QVERIFY(!said->isVisible());
}

void CashRoomTest::anUnsettledCardIsSaidBeforeTheDrawerIsCounted_data()
{
    QTest::addColumn<bool>("ticketIsOpen");
    QTest::addColumn<RoomName>("settledIn");
    QTest::newRow("its ticket is gone") << false << RoomName::Tasks;
    QTest::newRow("its ticket is open") << true << RoomName::Sell;
}

void CashRoomTest::anUnsettledCardIsSaidBeforeTheDrawerIsCounted()
{
    QFETCH(bool, ticketIsOpen);
    QFETCH(RoomName, settledIn);
    Counter counter;
    counter.openShift();
    Cart cart;
    cart.id = SaleId(counter.random.uuid(counter.clock.now()));
    cart.currency = counter.config.currency;
    if (ticketIsOpen)
        QVERIFY(CartStore(*counter.ledger).save(cart));
    const auto attempt = CardPayments(*counter.ledger).attempt(cart.id, counter.money(500));
    CashRoom room(counter.services, counter.printer);
    open(room);
    RoomName opened = RoomName::Cash;
    connect(&room, &Room::roomRequested, this, [&](RoomName name) { opened = name; });
    press(room, u"closeShift"_s);
    QVERIFY(isSeen(room, u"shiftPage"_s));
    QVERIFY2(words(room).contains(u"A card payment of €5.00 is not settled yet."_s), qPrintable(words(room)));
    QCOMPARE(unfitControls(room).join(u'\n'), QString());
    press(room, u"goToPayment"_s);
    QCOMPARE(opened, settledIn);
    QVERIFY(CardPayments(*counter.ledger).decline(*attempt));
    room.dataChanged();
    QVERIFY(!words(room).contains(u"not settled yet"_s));
    press(room, u"closeShift"_s);
    QVERIFY(isSeen(room, u"countPage"_s));
}

void CashRoomTest::refusesToCloseWhileACardWaits()
{
    Counter counter;
    counter.openShift();
    CashRoom room(counter.services, counter.printer);
    open(room);
    press(room, u"closeShift"_s);
    QVERIFY(CardPayments(*counter.ledger)
                .attempt(SaleId(counter.random.uuid(counter.clock.now())), counter.money(500)));
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
    QCOMPARE(unfitControls(room).join(u'\n'), QString());
    typeAmount(room, u"100"_s);
    press(room, u"confirm"_s);
    QCOMPARE(unfitControls(room).join(u'\n'), QString());
    press(room, u"payOut"_s);
    QCOMPARE(unfitControls(room).join(u'\n'), QString());
    QVERIFY(room.goBack());
    press(room, u"closeShift"_s);
    typeAmount(room, u"100"_s);
    press(room, u"confirm"_s);
    QCOMPARE(unfitControls(room).join(u'\n'), QString());
}

} // namespace evertill

QTEST_MAIN(evertill::CashRoomTest)
#include "tst_cash_room.moc"
