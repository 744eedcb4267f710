#include "core/catalog/gtin.h"
#include "core/payment/card_payments.h"
#include "core/sale/cart_store.h"
#include "core/sale/sale_table.h"
#include "tests/ui/counter/counter.h"
#include "ui/sell/sell_room.h"
#include "ui/shell/main_window.h"
#include "ui/ticket/ticket_model.h"
#include "ui/widgets/amount_field.h"
#include "ui/widgets/amount_label.h"
#include "ui/widgets/big_button.h"

#include <QKeyEvent>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace evertill {

/// Selling at the real widgets, in the real window: what a cashier scans and presses is what the journal
/// says.
class SellRoomTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void scansBecomeLinesThatAddUp();
    void anUnknownBarcodeIsRefusedInlineAndChangesNothing();
    void aWrongCheckDigitIsRefusedInlineAndChangesNothing();
    void aTornScanIsRefusedInlineAndChangesNothing();
    void theShiftMustBeOpenAndTheNoticeLeadsToCash();
    void cashWithChangeThenTheNextScanBeginsTheNextSale();
    void aLikelyNotePaysByOnePress();
    void payPressedTwiceIsOneSale();
    void cashPressedTwiceIsOneSale();
    void anAmountOfNothingIsRefused();
    void cardNeedsItsApprovalCode();
    void aScanInTheApprovalFieldIsAnItemNotACode();
    void aDeclinedCardLeavesTheTicketToBePaid();
    void splitsBetweenCashAndCard();
    void moreByCardThanIsDueIsRefused();
    void escLeavesPayingAndLosesNothing();
    void escDoesNotLeaveAnOpenCardPayment();
    void linesGrowShrinkAndGo();
    void weighedGoodsAskForTheirWeight();
    void droppingTheTicketAsksFirst();
    void searchFindsAndEnterPicks();
    void quickKeysPick();
    void theOpenCartIsThereAgainAfterAStop();
    void anOpenCardPaymentIsThereAgainAfterAStop();
    void aReceiptsCodeIsNotForThisRoom();
    void everyControlFitsAFingerAndHasAName();

private:
    void buildWindow();
    void scan(const QString &code);
    void press(const QString &button)
    {
        QTest::mouseClick(part<BigButton>(*m_window, button), Qt::LeftButton);
    }
    void giveCash(const QString &amount);
    [[nodiscard]] int lines() const
    {
        return part<QListView>(*m_window, u"ticketLines"_s)->model()->rowCount();
    }
    [[nodiscard]] Money amount(const QString &name) const
    {
        return part<AmountLabel>(*m_window, name)->amount();
    }
    [[nodiscard]] int sales() { return m_counter->events("sale.completed"); }

    std::unique_ptr<Counter> m_counter;
    std::unique_ptr<MainWindow> m_window;
    SellRoom *m_room = nullptr;
    Counter::Goods m_milk;
    Counter::Goods m_bread;
    quint64 m_now = 100'000;
};

void SellRoomTest::init()
{
    m_window.reset();
    m_counter = std::make_unique<Counter>();
    m_milk = m_counter->stock({u"E1"_s, u"Milk 1 l"_s, u"4006381333931"_s, 149});
    m_bread = m_counter->stock({u"E2"_s, u"Bread 500 g"_s, u"96385074"_s, 281});
    m_counter->openShift();
    buildWindow();
}

void SellRoomTest::buildWindow()
{
    m_window = std::make_unique<MainWindow>(m_counter->clock, m_counter->config);
    m_room = new SellRoom(m_counter->services, m_counter->printer, Theme::light());
    m_window->addRoom(m_room);
    open(*m_window);
    m_room->start();
}

/// As a scanner types it, into whatever has the focus.
void SellRoomTest::scan(const QString &code)
{
    constexpr quint64 kGap = 6;
    const auto key = [this](int which, const QString &text) {
        QWidget *focus = QApplication::focusWidget();
        QVERIFY(focus);
        QKeyEvent event(QEvent::KeyPress, which, Qt::NoModifier, text);
        m_now += kGap;
        event.setTimestamp(m_now);
        QCoreApplication::sendEvent(focus, &event);
    };
    m_now += 1000;
    for (const QChar character : code)
        key(character.toUpper().unicode(), QString(character));
    key(Qt::Key_Return, u"\r"_s);
}

void SellRoomTest::giveCash(const QString &given)
{
    part<AmountField>(*m_window, u"cashAmount"_s)->setText(given);
    press(u"payCash"_s);
}

void SellRoomTest::scansBecomeLinesThatAddUp()
{
    scan(m_milk.gtin);
    scan(m_bread.gtin);
    scan(m_milk.gtin);
    QCOMPARE(lines(), 2);
    QCOMPARE(amount(u"total"_s), m_counter->money(579));
    QCOMPARE(part<BigButton>(*m_window, u"pay"_s)->detail(), u"€5.79"_s);
}

void SellRoomTest::anUnknownBarcodeIsRefusedInlineAndChangesNothing()
{
    scan(m_milk.gtin);
    scan(u"5901234123457"_s);
    QCOMPARE(lines(), 1);
    QCOMPARE(amount(u"total"_s), m_counter->money(149));
    QVERIFY(words(*m_window).contains(u"No product has the code"_s));
    scan(m_bread.gtin);
    QVERIFY(!words(*m_window).contains(u"No product has the code"_s));
}

void SellRoomTest::aWrongCheckDigitIsRefusedInlineAndChangesNothing()
{
    scan(u"4006381333932"_s);
    QCOMPARE(lines(), 0);
    QVERIFY(words(*m_window).contains(u"misread or mistyped"_s));
}

void SellRoomTest::aTornScanIsRefusedInlineAndChangesNothing()
{
    scan(u"40063813339"_s);
    QCOMPARE(lines(), 0);
    QVERIFY(words(*m_window).contains(u"came through damaged"_s));
}

void SellRoomTest::theShiftMustBeOpenAndTheNoticeLeadsToCash()
{
    m_window.reset();
    m_counter = std::make_unique<Counter>();
    m_milk = m_counter->stock({u"E1"_s, u"Milk 1 l"_s, u"4006381333931"_s, 149});
    buildWindow();
    QVERIFY(words(*m_window).contains(u"no shift is open"_s));
    scan(m_milk.gtin);
    QVERIFY(!part<BigButton>(*m_window, u"pay"_s)->isEnabled());
    QSignalSpy wanted(m_room, &Room::roomRequested);
    press(u"openShift"_s);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().first().value<RoomName>(), RoomName::Cash);
    m_counter->openShift();
    m_room->dataChanged();
    QVERIFY(!words(*m_window).contains(u"no shift is open"_s));
    QVERIFY(part<BigButton>(*m_window, u"pay"_s)->isEnabled());
}

void SellRoomTest::cashWithChangeThenTheNextScanBeginsTheNextSale()
{
    scan(m_milk.gtin);
    scan(m_bread.gtin);
    press(u"pay"_s);
    QCOMPARE(amount(u"amountDue"_s), m_counter->money(430));
    giveCash(u"10"_s);
    QCOMPARE(sales(), 1);
    QCOMPARE(amount(u"change"_s), m_counter->money(570));
    QVERIFY(words(*m_window).contains(u"BER1T1-1-1"_s));
    scan(m_milk.gtin);
    QCOMPARE(lines(), 1);
    QCOMPARE(amount(u"total"_s), m_counter->money(149));
    QCOMPARE(sales(), 1);
    QVERIFY(!isSeen(*m_window, u"change"_s));
}

void SellRoomTest::aLikelyNotePaysByOnePress()
{
    scan(m_bread.gtin);
    press(u"pay"_s);
    press(u"note1"_s);
    QCOMPARE(sales(), 1);
    const auto sale = SaleTable(m_counter->reader).latest(1);
    QCOMPARE(sale.front().tenders.front().amount, m_counter->money(281));
    QVERIFY(sale.front().change.isZero());
    press(u"nextSale"_s);
    QCOMPARE(lines(), 0);
}

void SellRoomTest::payPressedTwiceIsOneSale()
{
    scan(m_milk.gtin);
    QTest::mouseDClick(part<BigButton>(*m_window, u"pay"_s), Qt::LeftButton);
    QTest::keyClick(m_window.get(), Qt::Key_F12);
    QCOMPARE(sales(), 0);
    QCOMPARE(amount(u"amountDue"_s), m_counter->money(149));
}

void SellRoomTest::cashPressedTwiceIsOneSale()
{
    scan(m_milk.gtin);
    press(u"pay"_s);
    auto *cash = part<BigButton>(*m_window, u"payCash"_s);
    cash->click();
    cash->click();
    QTest::keyClick(m_window.get(), Qt::Key_F10);
    QCOMPARE(sales(), 1);
    QCOMPARE(SaleTable(m_counter->reader).latest(5).size(), std::size_t(1));
}

void SellRoomTest::anAmountOfNothingIsRefused()
{
    scan(m_milk.gtin);
    press(u"pay"_s);
    giveCash(u"0"_s);
    QCOMPARE(sales(), 0);
    QVERIFY(words(*m_window).contains(u"must be above zero"_s));
    QCOMPARE(amount(u"amountDue"_s), m_counter->money(149));
}

void SellRoomTest::cardNeedsItsApprovalCode()
{
    scan(m_bread.gtin);
    press(u"pay"_s);
    press(u"payCard"_s);
    QCOMPARE(amount(u"cardAmount"_s), m_counter->money(281));
    QVERIFY(!part<BigButton>(*m_window, u"approveCard"_s)->isEnabled());
    QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Approval code"_s);
    part<QLineEdit>(*m_window, u"approvalCode"_s)->setText(u"A1B2C3"_s);
    press(u"approveCard"_s);
    QCOMPARE(sales(), 1);
    const auto sale = SaleTable(m_counter->reader).latest(1);
    QCOMPARE(sale.front().tenders.front().kind, TenderKind::Card);
    QCOMPARE(sale.front().tenders.front().approval, u"A1B2C3"_s);
    QCOMPARE(m_counter->events("payment.attempted"), 1);
    QCOMPARE(m_counter->events("payment.approved"), 1);
}

void SellRoomTest::aScanInTheApprovalFieldIsAnItemNotACode()
{
    scan(m_bread.gtin);
    press(u"pay"_s);
    press(u"payCard"_s);
    auto *approval = part<QLineEdit>(*m_window, u"approvalCode"_s);
    QVERIFY(approval->hasFocus());
    QTest::keyClick(approval, Qt::Key_7);
    QTest::qWait(60);
    scan(m_milk.gtin);
    QCOMPARE(approval->text(), u"7"_s);
    QCOMPARE(lines(), 2);
    QCOMPARE(sales(), 0);
    QCOMPARE(amount(u"cardAmount"_s), m_counter->money(281));
}

void SellRoomTest::aDeclinedCardLeavesTheTicketToBePaid()
{
    scan(m_bread.gtin);
    press(u"pay"_s);
    press(u"payCard"_s);
    press(u"declineCard"_s);
    QCOMPARE(m_counter->events("payment.declined"), 1);
    QCOMPARE(amount(u"amountDue"_s), m_counter->money(281));
    press(u"note1"_s);
    QCOMPARE(sales(), 1);
}

void SellRoomTest::splitsBetweenCashAndCard()
{
    scan(m_bread.gtin);
    press(u"pay"_s);
    giveCash(u"1"_s);
    QCOMPARE(sales(), 0);
    QCOMPARE(amount(u"amountDue"_s), m_counter->money(181));
    press(u"payCard"_s);
    QCOMPARE(amount(u"cardAmount"_s), m_counter->money(181));
    part<QLineEdit>(*m_window, u"approvalCode"_s)->setText(u"777"_s);
    press(u"approveCard"_s);
    QCOMPARE(sales(), 1);
    QCOMPARE(SaleTable(m_counter->reader).latest(1).front().tenders.size(), std::size_t(2));
}

void SellRoomTest::moreByCardThanIsDueIsRefused()
{
    scan(m_bread.gtin);
    press(u"pay"_s);
    part<AmountField>(*m_window, u"cashAmount"_s)->setText(u"5"_s);
    press(u"payCard"_s);
    QVERIFY(words(*m_window).contains(u"can't be charged more"_s));
    QCOMPARE(m_counter->events("payment.attempted"), 0);
}

void SellRoomTest::escLeavesPayingAndLosesNothing()
{
    scan(m_bread.gtin);
    press(u"pay"_s);
    giveCash(u"1"_s);
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QVERIFY(!isSeen(*m_window, u"amountDue"_s));
    QCOMPARE(lines(), 1);
    press(u"pay"_s);
    QCOMPARE(amount(u"amountDue"_s), m_counter->money(181));
}

void SellRoomTest::escDoesNotLeaveAnOpenCardPayment()
{
    scan(m_bread.gtin);
    press(u"pay"_s);
    press(u"payCard"_s);
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QVERIFY(isSeen(*m_window, u"approvalCode"_s));
    QVERIFY(words(*m_window).contains(u"not settled yet"_s));
}

void SellRoomTest::linesGrowShrinkAndGo()
{
    scan(m_milk.gtin);
    scan(m_bread.gtin);
    QTest::qWait(60);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Plus);
    QCOMPARE(amount(u"total"_s), m_counter->money(149 + 2 * 281));
    press(u"decrease"_s);
    press(u"decrease"_s);
    QCOMPARE(lines(), 1);
    QCOMPARE(amount(u"total"_s), m_counter->money(149));
    press(u"quantity"_s);
    part<QLineEdit>(*m_window, u"quantityField"_s)->setText(u"12"_s);
    press(u"takeQuantity"_s);
    QCOMPARE(amount(u"total"_s), m_counter->money(12 * 149));
    press(u"removeLine"_s);
    QCOMPARE(lines(), 0);
    QVERIFY(!part<BigButton>(*m_window, u"pay"_s)->isEnabled());
}

void SellRoomTest::weighedGoodsAskForTheirWeight()
{
    const auto apples = m_counter->stock({u"E3"_s, u"Apples"_s, u"4000417025005"_s, 299, u"kg"_s});
    scan(apples.gtin);
    QCOMPARE(lines(), 0);
    QVERIFY(words(*m_window).contains(u"How much of Apples?"_s));
    press(u"takeQuantity"_s);
    QVERIFY(words(*m_window).contains(u"can't be sold"_s));
    part<QLineEdit>(*m_window, u"quantityField"_s)->setText(u"0.340"_s);
    press(u"takeQuantity"_s);
    QCOMPARE(lines(), 1);
    QCOMPARE(amount(u"total"_s), m_counter->money(102));
    QVERIFY(!isSeen(*m_window, u"quantityField"_s));
}

void SellRoomTest::droppingTheTicketAsksFirst()
{
    scan(m_milk.gtin);
    press(u"dropTicket"_s);
    QCOMPARE(lines(), 1);
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QVERIFY(!isSeen(*m_window, u"confirmDrop"_s));
    press(u"dropTicket"_s);
    press(u"confirmDrop"_s);
    QCOMPARE(lines(), 0);
    QVERIFY(!CartStore(*m_counter->ledger).load());
}

void SellRoomTest::searchFindsAndEnterPicks()
{
    auto *field = part<QLineEdit>(*m_window, u"scanField"_s);
    field->setText(u"bre"_s);
    QTRY_VERIFY(isSeen(*m_window, u"searchResults"_s));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(lines(), 1);
    QCOMPARE(amount(u"total"_s), m_counter->money(281));
    QVERIFY(field->text().isEmpty());
    field->setText(u"zzz"_s);
    QTRY_VERIFY(isSeen(*m_window, u"nothingFound"_s));
}

void SellRoomTest::quickKeysPick()
{
    ProductRow bread;
    bread.sku = m_bread.sku;
    bread.name = m_bread.name;
    bread.unit = m_bread.unit;
    bread.price = m_bread.price;
    bread.tax = u"A"_s;
    bread.category = u"Bakery"_s;
    m_counter->tell(bread.sku, Entity::Product, bread);
    m_room->dataChanged();
    auto *key = part<QPushButton>(*m_window, u"product_E2"_s);
    QTest::mouseClick(key, Qt::LeftButton);
    QCOMPARE(lines(), 1);
    QCOMPARE(amount(u"total"_s), m_counter->money(281));
}

void SellRoomTest::theOpenCartIsThereAgainAfterAStop()
{
    scan(m_milk.gtin);
    scan(m_bread.gtin);
    press(u"pay"_s);
    giveCash(u"1"_s);
    m_window.reset();
    buildWindow();
    QCOMPARE(lines(), 2);
    QCOMPARE(amount(u"amountDue"_s), m_counter->money(330));
}

void SellRoomTest::anOpenCardPaymentIsThereAgainAfterAStop()
{
    scan(m_milk.gtin);
    press(u"pay"_s);
    press(u"payCard"_s);
    m_window.reset();
    buildWindow();
    QCOMPARE(amount(u"cardAmount"_s), m_counter->money(149));
    part<QLineEdit>(*m_window, u"approvalCode"_s)->setText(u"123456"_s);
    press(u"approveCard"_s);
    QCOMPARE(sales(), 1);
    QCOMPARE(m_counter->events("payment.attempted"), 1);
}

void SellRoomTest::aReceiptsCodeIsNotForThisRoom()
{
    QVERIFY(!m_room->takeScan(u"BER1T1-1-42-K7QX"_s));
    QCOMPARE(lines(), 0);
}

void SellRoomTest::everyControlFitsAFingerAndHasAName()
{
    scan(m_milk.gtin);
    QCOMPARE(unfitControls(*m_window), QStringList());
    press(u"pay"_s);
    QCOMPARE(unfitControls(*m_window), QStringList());
    press(u"payCard"_s);
    QCOMPARE(unfitControls(*m_window), QStringList());
    part<QLineEdit>(*m_window, u"approvalCode"_s)->setText(u"1"_s);
    press(u"approveCard"_s);
    QCOMPARE(unfitControls(*m_window), QStringList());
}

} // namespace evertill

QTEST_MAIN(evertill::SellRoomTest)
#include "tst_sell_room.moc"
