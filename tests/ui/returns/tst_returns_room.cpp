#include "core/cash/close_shift.h"
#include "core/returns/complete_return.h"
#include "core/returns/return_table.h"
#include "core/stock/stock_view.h"
#include "tests/ui/counter/counter.h"
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
    void refundsRoundToCoinsThatExistInCashOnly();
    void neverMoreThanIsLeft_data();
    void neverMoreThanIsLeft();
    void quantitiesAreChosenByKeysAndFingers();
    void scanningTheGoodsCountsThem();
    void refusesGoodsThatAreNotOnTheReceipt();
    void aReasonIsNeededAndHoldsForAllLines();
    void damagedGoodsDontGoBackOnTheShelf();
    void aReceiptPaidByCardGoesBackToTheCard();
    void whatWasReturnedMeanwhileIsNotOffered();
    void aReceiptWithNothingLeftIsRefused();
    void refusesWhileNoShiftIsOpen();
    void theReturnIsPrintedAndMakesRoomForTheNext();
    void escGoesOneStepBackAndLosesNothing();
    void everyControlFitsAFingerAndHasAName();

private:
    static void press(QWidget &room, const QString &button)
    {
        QTest::mouseClick(part<QAbstractButton>(room, button), Qt::LeftButton);
    }
    static void find(QWidget &room, const ReceiptNumber &number)
    {
        QTest::keyClicks(part<QLineEdit>(room, u"receiptNumber"_s), number.text().toLower());
        QTest::keyClick(part<QLineEdit>(room, u"receiptNumber"_s), Qt::Key_Return);
    }
    /// The quantity field of the line that \a name is on.
    static QLineEdit *quantity(QWidget &room, const QString &name)
    {
        for (QLineEdit *field : room.findChildren<QLineEdit *>(u"quantity"_s))
            if (field->isVisible() && field->accessibleName() == u"Quantity for "_s + name)
                return field;
        qFatal("no quantity for %s", qPrintable(name));
    }
};

namespace {

/// A counter with an open shift and one sale: three breads and one honey.
struct Sold : Counter {
    explicit Sold(TenderKind kind = TenderKind::Cash, Currency currency = euro()) : Counter(currency)
    {
        openShift();
        sale = sell({{bread, Quantity::pieces(3)}, {honey, Quantity::pieces(1)}}, kind);
    }
    [[nodiscard]] Return lastReturn()
    {
        const auto receipts = ReceiptBook(reader).latest(ReceiptKind::Return, 1);
        const auto back = receipts.empty() ? std::nullopt : ReturnTable(reader).find(receipts.front().number);
        if (!back)
            qFatal("the newest receipt is no return");
        return *back;
    }

    Goods bread = stock({u"B"_s, u"Bread"_s, u"4006381333931"_s, 333});
    Goods honey = stock({u"H"_s, u"Honey"_s, u"5901234123457"_s, 795});
    Goods soap = stock({u"S"_s, u"Soap"_s, u"9780201379624"_s, 199});
    Sale sale;
};

} // namespace

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

void ReturnsRoomTest::refundsRoundToCoinsThatExistInCashOnly()
{
    Sold sold(TenderKind::Card, *Currency::fromCode(u"CHF"));
    ReturnsPresenter presenter(sold.services);
    QVERIFY(presenter.takeScan(sold.sale.receipt.text()));
    presenter.count(0, 1);
    QCOMPARE(presenter.view().refund, sold.money(333));
    presenter.refundTo(TenderKind::Cash);
    QCOMPARE(presenter.view().refund, sold.money(335));
    presenter.typeReason(u"faulty"_s);
    presenter.complete();
    QCOMPARE(presenter.view().done->amount, sold.money(335));
}

void ReturnsRoomTest::neverMoreThanIsLeft_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("one more than was sold") << u"4"_s;
    QTest::newRow("a broken piece") << u"1.5"_s;
    QTest::newRow("letters") << u"two"_s;
    QTest::newRow("below nothing") << u"-1"_s;
}

void ReturnsRoomTest::neverMoreThanIsLeft()
{
    QFETCH(QString, typed);
    Sold sold;
    ReturnsPresenter presenter(sold.services);
    QVERIFY(presenter.takeScan(sold.sale.receipt.text()));
    presenter.count(1, 1);
    presenter.typeReason(u"faulty"_s);
    QVERIFY(presenter.view().canRefund);
    presenter.typeQuantity(0, typed);
    QVERIFY(presenter.view().refusal);
    QVERIFY(!presenter.view().canRefund);
    presenter.complete();
    QCOMPARE(sold.events("return.completed"), 0);
    presenter.typeQuantity(0, u"3"_s);
    QVERIFY(!presenter.view().refusal);
    QCOMPARE(presenter.view().refund, sold.money(3 * 333 + 795));
}

void ReturnsRoomTest::quantitiesAreChosenByKeysAndFingers()
{
    Sold sold;
    ReturnsRoom room(sold.services, sold.printer);
    open(room);
    find(room, sold.sale.receipt);
    QLineEdit *bread = quantity(room, u"Bread"_s);
    QTest::keyClick(bread, Qt::Key_Plus);
    QTest::keyClick(bread, Qt::Key_Plus);
    QCOMPARE(bread->text(), u"2"_s);
    QTest::keyClick(bread, Qt::Key_Minus);
    QCOMPARE(bread->text(), u"1"_s);
    QTest::keyClick(bread, Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget(), quantity(room, u"Honey"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Plus);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Plus);
    QCOMPARE(quantity(room, u"Honey"_s)->text(), u"1"_s);
    press(room, u"more"_s);
    QCOMPARE(bread->text(), u"2"_s);
    QCOMPARE(part<AmountLabel>(room, u"refundAmount"_s)->amount(), sold.money(2 * 333 + 795));
    press(room, u"everything"_s);
    QCOMPARE(part<AmountLabel>(room, u"refundAmount"_s)->amount(), sold.money(3 * 333 + 795));
}

void ReturnsRoomTest::scanningTheGoodsCountsThem()
{
    Sold sold;
    ReturnsRoom room(sold.services, sold.printer);
    open(room);
    QVERIFY(!room.takeScan(sold.honey.gtin));
    find(room, sold.sale.receipt);
    QVERIFY(room.takeScan(sold.honey.gtin));
    QCOMPARE(quantity(room, u"Honey"_s)->text(), u"1"_s);
    QVERIFY(room.takeScan(sold.honey.gtin));
    QCOMPARE(quantity(room, u"Honey"_s)->text(), u"1"_s);
    QVERIFY2(words(room).contains(u"can still come back"_s), qPrintable(words(room)));
}

void ReturnsRoomTest::refusesGoodsThatAreNotOnTheReceipt()
{
    Sold sold;
    ReturnsRoom room(sold.services, sold.printer);
    open(room);
    find(room, sold.sale.receipt);
    QVERIFY(room.takeScan(sold.soap.gtin));
    QVERIFY2(words(room).contains(u"Soap is not on this receipt"_s), qPrintable(words(room)));
    QVERIFY(part<AmountLabel>(room, u"refundAmount"_s)->amount().isZero());
}

void ReturnsRoomTest::aReasonIsNeededAndHoldsForAllLines()
{
    Sold sold;
    ReturnsRoom room(sold.services, sold.printer);
    open(room);
    find(room, sold.sale.receipt);
    press(room, u"everything"_s);
    QVERIFY(!part<BigButton>(room, u"refund"_s)->isEnabled());
    QTest::keyClicks(part<QLineEdit>(room, u"reason"_s), u"too sweet"_s);
    press(room, u"refund"_s);
    const Return back = sold.lastReturn();
    QCOMPARE(back.lines.size(), std::size_t(2));
    for (const ReturnLine &line : back.lines)
        QCOMPARE(line.reason, u"too sweet"_s);
}

void ReturnsRoomTest::damagedGoodsDontGoBackOnTheShelf()
{
    Sold sold;
    ReturnsRoom room(sold.services, sold.printer);
    open(room);
    find(room, sold.sale.receipt);
    const Quantity before = StockView(sold.replica, sold.reader).level(u"B"_s).onHand;
    QTest::keyClick(quantity(room, u"Bread"_s), Qt::Key_Plus);
    QTest::keyClick(quantity(room, u"Bread"_s), Qt::Key_D, Qt::ControlModifier);
    QVERIFY(part<QAbstractButton>(room, u"damaged"_s)->isChecked());
    press(room, u"reason2"_s);
    press(room, u"refund"_s);
    QCOMPARE(StockView(sold.replica, sold.reader).level(u"B"_s).onHand, before);
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

void ReturnsRoomTest::whatWasReturnedMeanwhileIsNotOffered()
{
    Sold sold;
    ReturnsRoom room(sold.services, sold.printer);
    open(room);
    find(room, sold.sale.receipt);
    press(room, u"everything"_s);
    ReturnRequest request{ReturnId(sold.random.uuid(sold.clock.now())), sold.sale.receipt, {}};
    request.lines.push_back({1, Quantity::pieces(2), u"elsewhere"_s});
    QVERIFY(CompleteReturn(*sold.ledger, sold.ledgerReplica, sold.config).run(request));
    room.dataChanged();
    QVERIFY2(words(room).contains(u"1 of 3 left"_s), qPrintable(words(room)));
    QCOMPARE(quantity(room, u"Bread"_s)->text(), u"1"_s);
    QCOMPARE(part<AmountLabel>(room, u"refundAmount"_s)->amount(), sold.money(333 + 795));
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
    QCOMPARE(unfitControls(room), QStringList());
    find(room, sold.sale.receipt);
    press(room, u"refundToCard"_s);
    QCOMPARE(unfitControls(room), QStringList());
    press(room, u"everything"_s);
    press(room, u"reason1"_s);
    press(room, u"refund"_s);
    QCOMPARE(unfitControls(room), QStringList());
}

} // namespace evertill

QTEST_MAIN(evertill::ReturnsRoomTest)
#include "tst_returns_room.moc"
