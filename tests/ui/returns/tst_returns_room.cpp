#include "core/cash/close_shift.h"
#include "core/returns/complete_return.h"
#include "core/returns/return_table.h"
#include "core/stock/stock_view.h"
#include "tests/ui/returns/sold.h"
#include "ui/returns/returns_room.h"
#include "ui/widgets/amount_label.h"
#include "ui/widgets/big_button.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace evertill {

/// Goods come back by their receipt, at the real widgets.
class ReturnsRoomTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsAReceiptByItsTypedNumber();
    void opensAReceiptByItsBarcode();
    void refusesWhatIsNoReceiptOfThisShop_data();
    void refusesWhatIsNoReceiptOfThisShop();
    void givesBackWhatWasChosen();
    void aSecondPressOfRefundBooksNothingMore();
    void aReceiptPaidByCardGoesBackToTheCard();
    void aReceiptWithNothingLeftIsRefused();
    void refusesWhileNoShiftIsOpen();
    void theReturnIsPrintedAndMakesRoomForTheNext();
    void escGoesOneStepBackAndLosesNothing();
    void aCardIsRefundedOnceTheTerminalHasDoneIt();
    void whatWasPaidBothWaysGoesBackBothWays();
    void everyControlFitsAFingerAndHasAName();
};

void ReturnsRoomTest::findsAReceiptByItsTypedNumber()
{
    Sold sold;
    ReturnsRoom room(sold.services, sold.printer);
    open(room);
    room.entered();
    QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Receipt number"_s);
    QVERIFY(!part<BigButton>(room, u"findReceipt"_s)->isEnabled());
    find(room, sold.sale.receipt);
    QVERIFY2(words(room).contains(sold.sale.receipt.text()), qPrintable(words(room)));
    QVERIFY(words(room).contains(u"3 of 3 left"_s));
    QVERIFY(!part<BigButton>(room, u"refund"_s)->isEnabled());
    QCOMPARE(QApplication::focusWidget(), quantity(room, u"Bread"_s));
}

void ReturnsRoomTest::opensAReceiptByItsBarcode()
{
    Sold sold;
    ReturnsRoom room(sold.services, sold.printer);
    open(room);
    QVERIFY(room.takeScan(barcodeText(sold.sale.receipt, sold.sale.id.uuid())));
    QVERIFY(isSeen(room, u"choosePage"_s));
}

void ReturnsRoomTest::refusesWhatIsNoReceiptOfThisShop_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("said");
    QTest::newRow("a number that was never given") << u"BER1T1-1-99"_s << u"knows no receipt"_s;
    QTest::newRow("a till of another shop") << u"HAM2T1-1-1"_s << u"another shop"_s;
    QTest::newRow("made up barcode letters") << u"BER1T1-1-1-0000"_s << u"knows no receipt"_s;
    QTest::newRow("no number at all") << u"hello"_s << u"knows no receipt"_s;
}

void ReturnsRoomTest::refusesWhatIsNoReceiptOfThisShop()
{
    QFETCH(QString, typed);
    QFETCH(QString, said);
    Sold sold;
    ReturnsRoom room(sold.services, sold.printer);
    open(room);
    QTest::keyClicks(part<QLineEdit>(room, u"receiptNumber"_s), typed);
    press(room, u"findReceipt"_s);
    QVERIFY2(words(room).contains(said), qPrintable(words(room)));
    QVERIFY(isSeen(room, u"findPage"_s));
    QCOMPARE(part<QLineEdit>(room, u"receiptNumber"_s)->text(), typed);
}

void ReturnsRoomTest::givesBackWhatWasChosen()
{
    Sold sold;
    ReturnsRoom room(sold.services, sold.printer);
    open(room);
    QSignalSpy grew(&room, &Room::ledgerGrew);
    find(room, sold.sale.receipt);
    QTest::keyClicks(quantity(room, u"Bread"_s), u"2"_s);
    QCOMPARE(part<AmountLabel>(room, u"refundAmount"_s)->amount(), sold.money(666));
    QTest::keyClick(quantity(room, u"Bread"_s), Qt::Key_1, Qt::AltModifier);
    QTest::keyClick(&room, Qt::Key_F12);
    QCOMPARE(part<AmountLabel>(room, u"refunded"_s)->amount(), sold.money(666));
    QCOMPARE(sold.events("return.completed"), 1);
    QCOMPARE(grew.count(), 1);
    press(room, u"done"_s);
    find(room, sold.sale.receipt);
    QVERIFY2(words(room).contains(u"1 of 3 left"_s), qPrintable(words(room)));
}

void ReturnsRoomTest::aSecondPressOfRefundBooksNothingMore()
{
    Sold sold;
    ReturnsPresenter presenter(sold.services);
    QVERIFY(presenter.takeScan(sold.sale.receipt.text()));
    presenter.chooseAll();
    presenter.typeReason(u"faulty"_s);
    presenter.complete();
    presenter.complete();
    QCOMPARE(sold.events("return.completed"), 1);
}

void ReturnsRoomTest::aReceiptPaidByCardGoesBackToTheCard()
{
    Sold sold(TenderKind::Card);
    ReturnsRoom room(sold.services, sold.printer);
    open(room);
    find(room, sold.sale.receipt);
    QTest::keyClick(quantity(room, u"Honey"_s), Qt::Key_Plus);
    press(room, u"reason1"_s);
    QTest::keyClicks(part<QLineEdit>(room, u"approvalCode"_s), u"R-7788"_s);
    press(room, u"refund"_s);
    const Return back = sold.lastReturn();
    QCOMPARE(back.tenders.size(), std::size_t(1));
    QCOMPARE(back.tenders.front().kind, TenderKind::Card);
    QCOMPARE(back.tenders.front().amount, sold.money(795));
    QCOMPARE(back.tenders.front().approval, u"R-7788"_s);
    QVERIFY(words(room).contains(u"card"_s));
}

void ReturnsRoomTest::aReceiptWithNothingLeftIsRefused()
{
    Sold sold;
    ReturnsRoom room(sold.services, sold.printer);
    open(room);
    find(room, sold.sale.receipt);
    press(room, u"everything"_s);
    press(room, u"reason1"_s);
    press(room, u"refund"_s);
    press(room, u"done"_s);
    find(room, sold.sale.receipt);
    QVERIFY(isSeen(room, u"findPage"_s));
    QVERIFY2(words(room).contains(u"Nothing is left"_s), qPrintable(words(room)));
}

void ReturnsRoomTest::refusesWhileNoShiftIsOpen()
{
    Sold sold;
    QVERIFY(CloseShift(*sold.ledger).run(sold.money(0)));
    ReturnsRoom room(sold.services, sold.printer);
    open(room);
    find(room, sold.sale.receipt);
    press(room, u"everything"_s);
    press(room, u"reason1"_s);
    const QString before = words(room);
    press(room, u"refund"_s);
    QCOMPARE(sold.events("return.completed"), 0);
    QVERIFY(isSeen(room, u"choosePage"_s));
    QVERIFY(words(room) != before);
    QCOMPARE(quantity(room, u"Bread"_s)->text(), u"3"_s);
}

void ReturnsRoomTest::theReturnIsPrintedAndMakesRoomForTheNext()
{
    Sold sold;
    ReturnsRoom room(sold.services, sold.printer);
    open(room);
    QSignalSpy printed(&sold.printer, &ReceiptPrinter::printed);
    find(room, sold.sale.receipt);
    press(room, u"everything"_s);
    press(room, u"reason1"_s);
    press(room, u"refund"_s);
    QCOMPARE(printed.count(), 1);
    QVERIFY(QFile::exists(printed.first().at(1).toString()));
    QTest::keyClick(&room, Qt::Key_Return);
    QVERIFY(part<QLineEdit>(room, u"receiptNumber"_s)->text().isEmpty());
}

void ReturnsRoomTest::escGoesOneStepBackAndLosesNothing()
{
    Sold sold;
    ReturnsRoom room(sold.services, sold.printer);
    open(room);
    QVERIFY(!room.goBack());
    find(room, sold.sale.receipt);
    QTest::keyClicks(quantity(room, u"Bread"_s), u"2"_s);
    QVERIFY(room.goBack());
    QCOMPARE(part<QLineEdit>(room, u"receiptNumber"_s)->text(), sold.sale.receipt.text());
    press(room, u"findReceipt"_s);
    QCOMPARE(quantity(room, u"Bread"_s)->text(), u"2"_s);
    QCOMPARE(sold.events("return.completed"), 0);
}

void ReturnsRoomTest::everyControlFitsAFingerAndHasAName()
{
    Sold sold;
    ReturnsRoom room(sold.services, sold.printer);
    open(room);
    QCOMPARE(unfitControls(room).join(u'\n'), QString());
    find(room, sold.sale.receipt);
    press(room, u"refundToCard"_s);
    QCOMPARE(unfitControls(room).join(u'\n'), QString());
    press(room, u"everything"_s);
    press(room, u"reason1"_s);
    part<QLineEdit>(room, u"approvalCode"_s)->setFocus();
    QTest::keyClicks(part<QLineEdit>(room, u"approvalCode"_s), u"R7"_s);
    press(room, u"refund"_s);
    QVERIFY(isSeen(room, u"refunded"_s));
    QCOMPARE(unfitControls(room).join(u'\n'), QString());
}

void ReturnsRoomTest::aCardIsRefundedOnceTheTerminalHasDoneIt()
{
    Sold sold;
    ReturnsRoom room(sold.services, sold.printer);
    open(room);
    find(room, sold.sale.receipt);
    press(room, u"everything"_s);
    press(room, u"reason1"_s);
    press(room, u"refundToCard"_s);
    QVERIFY(!part<BigButton>(room, u"refund"_s)->isEnabled());
    QTest::keyClicks(part<QLineEdit>(room, u"approvalCode"_s), u"R7"_s);
    press(room, u"refund"_s);
    QCOMPARE(
        sold.lastReturn().tenders, (std::vector<Tender>{{TenderKind::Card, sold.sale.total, u"R7"_s, {}}}));
}

void ReturnsRoomTest::whatWasPaidBothWaysGoesBackBothWays()
{
    Sold sold;
    Cart cart;
    cart.id = SaleId(sold.random.uuid(sold.clock.now()));
    cart.currency = sold.config.currency;
    cart.lines = {{.sku = u"B"_s,
        .name = u"Bread"_s,
        .quantity = Quantity::pieces(3),
        .price = sold.money(333),
        .taxCode = u"A"_s,
        .taxRate = {},
        .discount = sold.money(0)}};
    cart.tenders = {{TenderKind::Card, sold.money(500), u"A1"_s}, sold.cashOf(1000)};
    const Sale sale = CompleteSale(*sold.ledger, sold.config).run(cart).value();
    ReturnsRoom room(sold.services, sold.printer);
    open(room);
    find(room, sale.receipt);
    QVERIFY2(words(room).contains(u"€4.99 in cash · €5.00 by card"_s), qPrintable(words(room)));
    press(room, u"everything"_s);
    press(room, u"reason1"_s);
    QVERIFY2(words(room).contains(u"€5.00 to the card, €4.99 in cash"_s), qPrintable(words(room)));
    QCOMPARE(part<AmountLabel>(room, u"refundAmount"_s)->amount(), sold.money(999));
    QTest::keyClick(&room, Qt::Key_F10);
    QVERIFY(!words(room).contains(u"to the card"_s));
    QVERIFY(!isSeen(room, u"approvalCode"_s));
    QTest::keyClick(&room, Qt::Key_F9);
    QCOMPARE(unfitControls(room).join(u'\n'), QString());
    QVERIFY(!part<BigButton>(room, u"refund"_s)->isEnabled());
    QTest::keyClicks(part<QLineEdit>(room, u"approvalCode"_s), u"R7"_s);
    QTest::keyClick(&room, Qt::Key_F12);
    QCOMPARE(sold.lastReturn().tenders,
        (std::vector<Tender>{{TenderKind::Card, sold.money(500), u"R7"_s, {}}, sold.cashOf(499)}));
    QCOMPARE(part<AmountLabel>(room, u"refunded"_s)->amount(), sold.money(499));
    QVERIFY2(words(room).contains(u"€5.00 went to the card"_s), qPrintable(words(room)));
}

} // namespace evertill

QTEST_MAIN(evertill::ReturnsRoomTest)
#include "tst_returns_room.moc"
