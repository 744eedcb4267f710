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

/// What comes back of a receipt, how much of it, why, and in which condition.
class ReturnChoicesTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void refundsRoundToCoinsThatExistInCashOnly();
    void neverMoreThanIsLeft_data();
    void neverMoreThanIsLeft();
    void quantitiesAreChosenByKeysAndFingers();
    void scanningTheGoodsCountsThem();
    void refusesGoodsThatAreNotOnTheReceipt();
    void aReasonIsNeededAndHoldsForAllLines();
    void damagedGoodsDontGoBackOnTheShelf();
    void whatWasReturnedMeanwhileIsNotOffered();
};

void ReturnChoicesTest::refundsRoundToCoinsThatExistInCashOnly()
{
    Sold sold(TenderKind::Card, *Currency::fromCode(u"CHF"));
    ReturnsPresenter presenter(sold.services);
    QVERIFY(presenter.takeScan(sold.sale.receipt.text()));
    presenter.count(0, 1);
    QCOMPARE(presenter.view().refund.card, sold.money(333));
    presenter.refundTo(TenderKind::Cash);
    QCOMPARE(presenter.view().refund.cash, sold.money(335));
    presenter.typeReason(u"faulty"_s);
    presenter.complete();
    QCOMPARE(presenter.view().done->given.cash, sold.money(335));
}

void ReturnChoicesTest::neverMoreThanIsLeft_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("one more than was sold") << u"4"_s;
    QTest::newRow("a broken piece") << u"1.5"_s;
    QTest::newRow("letters") << u"two"_s;
    QTest::newRow("below nothing") << u"-1"_s;
}

void ReturnChoicesTest::neverMoreThanIsLeft()
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
    QCOMPARE(presenter.view().refund.cash, sold.money(3 * 333 + 795));
}

void ReturnChoicesTest::quantitiesAreChosenByKeysAndFingers()
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

void ReturnChoicesTest::scanningTheGoodsCountsThem()
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

void ReturnChoicesTest::refusesGoodsThatAreNotOnTheReceipt()
{
    Sold sold;
    ReturnsRoom room(sold.services, sold.printer);
    open(room);
    find(room, sold.sale.receipt);
    QVERIFY(room.takeScan(sold.soap.gtin));
    QVERIFY2(words(room).contains(u"Soap is not on this receipt"_s), qPrintable(words(room)));
    QVERIFY(part<AmountLabel>(room, u"refundAmount"_s)->amount().isZero());
}

void ReturnChoicesTest::aReasonIsNeededAndHoldsForAllLines()
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

void ReturnChoicesTest::damagedGoodsDontGoBackOnTheShelf()
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

void ReturnChoicesTest::whatWasReturnedMeanwhileIsNotOffered()
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

} // namespace evertill

QTEST_MAIN(evertill::ReturnChoicesTest)
#include "tst_return_choices.moc"
