#include "core/sale/cart_store.h"
#include "tests/ui/sell/sell_window.h"
#include "ui/reasons/reason_field.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace evertill {

/// The ticket at the real widgets, in the real window: what is scanned, picked and changed.
class SellRoomTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_till = std::make_unique<SellWindow>(); }
    void theRoomFitsTheSmallestScreen();
    void scansBecomeLinesThatAddUp();
    void anUnknownBarcodeIsRefusedInlineAndChangesNothing();
    void aWrongCheckDigitIsRefusedInlineAndChangesNothing();
    void aTornScanIsRefusedInlineAndChangesNothing();
    void theShiftMustBeOpenAndTheNoticeLeadsToCash();
    void linesGrowShrinkAndGo();
    void weighedGoodsAskForTheirWeight();
    void expiredGoodsStopUntilSomebodySaysWhy();
    void aPieceIsNotSoldTwiceByItsSerialNumber();
    void calledBackLotsStopAndOthersDoNot();
    void whatIsSetAsideIsNotOnTheTicket();
    void droppingTheTicketAsksFirst();
    void searchFindsAndEnterPicks();
    void quickKeysPick();
    void theOpenCartIsThereAgainAfterAStop();
    void aReceiptsCodeIsNotForThisRoom();
    void everyControlFitsAFingerAndHasAName();
    void cleanup() { m_till.reset(); }

private:
    std::unique_ptr<SellWindow> m_till;
};

void SellRoomTest::theRoomFitsTheSmallestScreen()
{
    m_till->scan(m_till->milk.gtin);
    const QSize least = m_till->window->minimumSizeHint();
    QVERIFY2(least.width() <= 1024 && least.height() <= 768,
        qPrintable(u"%1 x %2"_s.arg(least.width()).arg(least.height())));
}

void SellRoomTest::scansBecomeLinesThatAddUp()
{
    m_till->scan(m_till->milk.gtin);
    m_till->scan(m_till->bread.gtin);
    m_till->scan(m_till->milk.gtin);
    QCOMPARE(m_till->lines(), 2);
    QCOMPARE(m_till->amount(u"total"_s), m_till->counter->money(579));
    QCOMPARE(part<BigButton>(*m_till->window, u"pay"_s)->detail(), u"€5.79"_s);
}

void SellRoomTest::anUnknownBarcodeIsRefusedInlineAndChangesNothing()
{
    m_till->scan(m_till->milk.gtin);
    m_till->scan(u"5901234123457"_s);
    QCOMPARE(m_till->lines(), 1);
    QCOMPARE(m_till->amount(u"total"_s), m_till->counter->money(149));
    QVERIFY(words(*m_till->window).contains(u"No product has the code"_s));
    m_till->scan(m_till->bread.gtin);
    QVERIFY(!words(*m_till->window).contains(u"No product has the code"_s));
}

void SellRoomTest::aWrongCheckDigitIsRefusedInlineAndChangesNothing()
{
    m_till->scan(u"4006381333932"_s);
    QCOMPARE(m_till->lines(), 0);
    QVERIFY(words(*m_till->window).contains(u"misread or mistyped"_s));
}

void SellRoomTest::aTornScanIsRefusedInlineAndChangesNothing()
{
    m_till->scan(u"40063813339"_s);
    QCOMPARE(m_till->lines(), 0);
    QVERIFY(words(*m_till->window).contains(u"came through damaged"_s));
}

void SellRoomTest::theShiftMustBeOpenAndTheNoticeLeadsToCash()
{
    m_till->beginWithoutShift();
    QVERIFY(words(*m_till->window).contains(u"no shift is open"_s));
    m_till->scan(m_till->milk.gtin);
    QVERIFY(!part<BigButton>(*m_till->window, u"pay"_s)->isEnabled());
    QSignalSpy wanted(m_till->room, &Room::roomRequested);
    m_till->press(u"openShift"_s);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().first().value<RoomName>(), RoomName::Cash);
    m_till->counter->openShift();
    m_till->room->dataChanged();
    QVERIFY(!words(*m_till->window).contains(u"no shift is open"_s));
    QVERIFY(part<BigButton>(*m_till->window, u"pay"_s)->isEnabled());
}

void SellRoomTest::linesGrowShrinkAndGo()
{
    m_till->scan(m_till->milk.gtin);
    m_till->scan(m_till->bread.gtin);
    QTest::qWait(60);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Plus);
    QCOMPARE(m_till->amount(u"total"_s), m_till->counter->money(149 + 2 * 281));
    m_till->press(u"decrease"_s);
    m_till->press(u"decrease"_s);
    QCOMPARE(m_till->lines(), 1);
    QCOMPARE(m_till->amount(u"total"_s), m_till->counter->money(149));
    m_till->press(u"quantity"_s);
    part<QLineEdit>(*m_till->window, u"quantityField"_s)->setText(u"12"_s);
    m_till->press(u"takeQuantity"_s);
    QCOMPARE(m_till->amount(u"total"_s), m_till->counter->money(12 * 149));
    m_till->press(u"removeLine"_s);
    QCOMPARE(m_till->lines(), 0);
    QVERIFY(!part<BigButton>(*m_till->window, u"pay"_s)->isEnabled());
}

void SellRoomTest::expiredGoodsStopUntilSomebodySaysWhy()
{
    m_till->scan(u"(01)04006381333931(17)261121"_s); // today is its last day
    QCOMPARE(m_till->lines(), 1);
    m_till->scan(u"(01)04006381333931(17)261120"_s);
    QCOMPARE(m_till->lines(), 1);
    QVERIFY(words(*m_till->window).contains(u"may not be sold any more"_s));
    QVERIFY(!part<BigButton>(*m_till->window, u"approve"_s)->isEnabled());
    part<ReasonField>(*m_till->window, u"approvalReason"_s)->setReason(u"Checked: all right"_s);
    m_till->press(u"approve"_s);
    QTRY_COMPARE(m_till->lines(), 2);
    QCOMPARE(m_till->counter->events("approval.granted"), 1);
    m_till->press(u"pay"_s);
    m_till->giveCash(u"10"_s);
    QTRY_COMPARE(m_till->sales(), 1);
}

void SellRoomTest::aPieceIsNotSoldTwiceByItsSerialNumber()
{
    m_till->scan(u"(01)04006381333931(21)S-1"_s);
    m_till->scan(u"(01)04006381333931(21)S-2"_s);
    QCOMPARE(m_till->lines(), 2);
    m_till->scan(u"(01)04006381333931(21)S-1"_s);
    QCOMPARE(m_till->lines(), 2);
    QVERIFY(words(*m_till->window).contains(u"is on this ticket already"_s));
    QVERIFY(m_till->room->goBack());
    m_till->press(u"pay"_s);
    m_till->giveCash(u"10"_s);
    QTRY_COMPARE(m_till->sales(), 1);
    m_till->press(u"nextSale"_s);
    m_till->scan(u"(01)04006381333931(21)S-2"_s);
    QCOMPARE(m_till->lines(), 0);
    QVERIFY(words(*m_till->window).contains(u"was sold before: receipt BER1T1-1-1"_s));
}

void SellRoomTest::calledBackLotsStopAndOthersDoNot()
{
    ProductRow cheese{u"E4"_s, u"Cheese"_s, {}, u"ea"_s, 399, u"A"_s, {}, 0, {u"4000417025005"_s}, {}};
    cheese.recalledLots = QStringList{u"L7"_s};
    m_till->counter->tell(cheese.sku, Entity::Product, cheese);
    m_till->scan(u"(01)04000417025005(10)L8"_s);
    QCOMPARE(m_till->lines(), 1);
    m_till->scan(u"(01)04000417025005(10)L7"_s);
    QVERIFY(words(*m_till->window).contains(u"Lot L7 of Cheese was called back"_s));
    m_till->scan(u"4000417025005"_s); // the lot is not known
    QVERIFY(words(*m_till->window).contains(u"Some lots of Cheese were called back"_s));
    QCOMPARE(m_till->lines(), 1);
}

void SellRoomTest::whatIsSetAsideIsNotOnTheTicket()
{
    m_till->scan(u"(01)04006381333931(17)261120"_s);
    QVERIFY(words(*m_till->window).contains(u"may not be sold any more"_s));
    m_till->press(u"approvalBack"_s);
    QCOMPARE(m_till->lines(), 0);
    QCOMPARE(m_till->counter->events("approval.granted"), 0);
    m_till->scan(m_till->milk.gtin);
    QCOMPARE(m_till->lines(), 1);
}

void SellRoomTest::weighedGoodsAskForTheirWeight()
{
    const auto apples = m_till->counter->stock({u"E3"_s, u"Apples"_s, u"4000417025005"_s, 299, u"kg"_s});
    m_till->scan(apples.gtin);
    QCOMPARE(m_till->lines(), 0);
    QVERIFY(words(*m_till->window).contains(u"How much of Apples?"_s));
    m_till->press(u"takeQuantity"_s);
    QVERIFY(words(*m_till->window).contains(u"can't be sold"_s));
    part<QLineEdit>(*m_till->window, u"quantityField"_s)->setText(u"0.340"_s);
    m_till->press(u"takeQuantity"_s);
    QCOMPARE(m_till->lines(), 1);
    QCOMPARE(m_till->amount(u"total"_s), m_till->counter->money(102));
    QVERIFY(!isSeen(*m_till->window, u"quantityField"_s));
}

void SellRoomTest::droppingTheTicketAsksFirst()
{
    m_till->scan(m_till->milk.gtin);
    m_till->press(u"dropTicket"_s);
    QCOMPARE(m_till->lines(), 1);
    QTest::keyClick(m_till->window.get(), Qt::Key_Escape);
    QVERIFY(!isSeen(*m_till->window, u"confirmDrop"_s));
    m_till->press(u"dropTicket"_s);
    m_till->press(u"confirmDrop"_s);
    QCOMPARE(m_till->lines(), 0);
    QVERIFY(!CartStore(*m_till->counter->ledger).load());
}

void SellRoomTest::searchFindsAndEnterPicks()
{
    auto *field = part<QLineEdit>(*m_till->window, u"scanField"_s);
    field->setText(u"bre"_s);
    QTRY_VERIFY(isSeen(*m_till->window, u"searchResults"_s));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_till->lines(), 1);
    QCOMPARE(m_till->amount(u"total"_s), m_till->counter->money(281));
    QVERIFY(field->text().isEmpty());
    field->setText(u"zzz"_s);
    QTRY_VERIFY(isSeen(*m_till->window, u"nothingFound"_s));
}

void SellRoomTest::quickKeysPick()
{
    ProductRow bread;
    bread.sku = m_till->bread.sku;
    bread.name = m_till->bread.name;
    bread.unit = m_till->bread.unit;
    bread.price = m_till->bread.price;
    bread.tax = u"A"_s;
    bread.category = u"Bakery"_s;
    m_till->counter->tell(bread.sku, Entity::Product, bread);
    m_till->room->dataChanged();
    auto *key = part<QPushButton>(*m_till->window, u"product_E2"_s);
    QTest::mouseClick(key, Qt::LeftButton);
    QCOMPARE(m_till->lines(), 1);
    QCOMPARE(m_till->amount(u"total"_s), m_till->counter->money(281));
}

void SellRoomTest::theOpenCartIsThereAgainAfterAStop()
{
    m_till->scan(m_till->milk.gtin);
    m_till->scan(m_till->bread.gtin);
    m_till->press(u"pay"_s);
    m_till->giveCash(u"1"_s);
    m_till->restart();
    QCOMPARE(m_till->lines(), 2);
    QCOMPARE(m_till->amount(u"amountDue"_s), m_till->counter->money(330));
}

void SellRoomTest::aReceiptsCodeIsNotForThisRoom()
{
    QVERIFY(!m_till->room->takeScan(u"BER1T1-1-42-K7QX"_s));
    QCOMPARE(m_till->lines(), 0);
}

void SellRoomTest::everyControlFitsAFingerAndHasAName()
{
    m_till->scan(m_till->milk.gtin);
    QCOMPARE(unfitControls(*m_till->window), QStringList());
    m_till->press(u"pay"_s);
    QCOMPARE(unfitControls(*m_till->window), QStringList());
    m_till->press(u"payCard"_s);
    QCOMPARE(unfitControls(*m_till->window), QStringList());
    m_till->approve(u"1"_s);
    QCOMPARE(unfitControls(*m_till->window), QStringList());
}

} // namespace evertill

QTEST_MAIN(evertill::SellRoomTest)
#include "tst_sell_room.moc"
