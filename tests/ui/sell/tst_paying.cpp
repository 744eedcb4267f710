#include "core/sale/sale_table.h"
#include "tests/ui/sell/sell_window.h"

using namespace Qt::StringLiterals;

namespace evertill {

/// Paying at the real widgets, in the real window: what a cashier presses is what the journal says.
class PayingTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_till = std::make_unique<SellWindow>(); }
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
    void anOpenCardPaymentIsThereAgainAfterAStop();
    void cleanup() { m_till.reset(); }

private:
    std::unique_ptr<SellWindow> m_till;
};

void PayingTest::cashWithChangeThenTheNextScanBeginsTheNextSale()
{
    m_till->scan(m_till->milk.gtin);
    m_till->scan(m_till->bread.gtin);
    m_till->press(u"pay"_s);
    QCOMPARE(m_till->amount(u"amountDue"_s), m_till->counter->money(430));
    m_till->giveCash(u"10"_s);
    QCOMPARE(m_till->sales(), 1);
    QCOMPARE(m_till->amount(u"change"_s), m_till->counter->money(570));
    QVERIFY(words(*m_till->window).contains(u"BER1T1-1-1"_s));
    m_till->scan(m_till->milk.gtin);
    QCOMPARE(m_till->lines(), 1);
    QCOMPARE(m_till->amount(u"total"_s), m_till->counter->money(149));
    QCOMPARE(m_till->sales(), 1);
    QVERIFY(!isSeen(*m_till->window, u"change"_s));
}

void PayingTest::aLikelyNotePaysByOnePress()
{
    m_till->scan(m_till->bread.gtin);
    m_till->press(u"pay"_s);
    m_till->press(u"note1"_s);
    QCOMPARE(m_till->sales(), 1);
    const auto sale = SaleTable(m_till->counter->reader).latest(1);
    QCOMPARE(sale.front().tenders.front().amount, m_till->counter->money(281));
    QVERIFY(sale.front().change.isZero());
    m_till->press(u"nextSale"_s);
    QCOMPARE(m_till->lines(), 0);
}

void PayingTest::payPressedTwiceIsOneSale()
{
    m_till->scan(m_till->milk.gtin);
    QTest::mouseDClick(part<BigButton>(*m_till->window, u"pay"_s), Qt::LeftButton);
    QTest::keyClick(m_till->window.get(), Qt::Key_F12);
    QCOMPARE(m_till->sales(), 0);
    QCOMPARE(m_till->amount(u"amountDue"_s), m_till->counter->money(149));
}

void PayingTest::cashPressedTwiceIsOneSale()
{
    m_till->scan(m_till->milk.gtin);
    m_till->press(u"pay"_s);
    auto *cash = part<BigButton>(*m_till->window, u"payCash"_s);
    cash->click();
    cash->click();
    QTest::keyClick(m_till->window.get(), Qt::Key_F10);
    QCOMPARE(m_till->sales(), 1);
    QCOMPARE(SaleTable(m_till->counter->reader).latest(5).size(), std::size_t(1));
}

void PayingTest::anAmountOfNothingIsRefused()
{
    m_till->scan(m_till->milk.gtin);
    m_till->press(u"pay"_s);
    m_till->giveCash(u"0"_s);
    QCOMPARE(m_till->sales(), 0);
    QVERIFY(words(*m_till->window).contains(u"must be above zero"_s));
    QCOMPARE(m_till->amount(u"amountDue"_s), m_till->counter->money(149));
}

void PayingTest::cardNeedsItsApprovalCode()
{
    m_till->scan(m_till->bread.gtin);
    m_till->press(u"pay"_s);
    m_till->press(u"payCard"_s);
    QCOMPARE(m_till->amount(u"cardAmount"_s), m_till->counter->money(281));
    QVERIFY(!part<BigButton>(*m_till->window, u"approveCard"_s)->isEnabled());
    QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Approval code"_s);
    m_till->approve(u"A1B2C3"_s);
    QCOMPARE(m_till->sales(), 1);
    const auto sale = SaleTable(m_till->counter->reader).latest(1);
    QCOMPARE(sale.front().tenders.front().kind, TenderKind::Card);
    QCOMPARE(sale.front().tenders.front().approval, u"A1B2C3"_s);
    QCOMPARE(m_till->counter->events("payment.attempted"), 1);
    QCOMPARE(m_till->counter->events("payment.approved"), 1);
}

void PayingTest::aScanInTheApprovalFieldIsAnItemNotACode()
{
    m_till->scan(m_till->bread.gtin);
    m_till->press(u"pay"_s);
    m_till->press(u"payCard"_s);
    auto *approval = part<QLineEdit>(*m_till->window, u"approvalCode"_s);
    QVERIFY(approval->hasFocus());
    QTest::keyClick(approval, Qt::Key_7);
    QTest::qWait(60);
    m_till->scan(m_till->milk.gtin);
    QCOMPARE(approval->text(), u"7"_s);
    QCOMPARE(m_till->lines(), 2);
    QCOMPARE(m_till->sales(), 0);
    QCOMPARE(m_till->amount(u"cardAmount"_s), m_till->counter->money(281));
}

void PayingTest::aDeclinedCardLeavesTheTicketToBePaid()
{
    m_till->scan(m_till->bread.gtin);
    m_till->press(u"pay"_s);
    m_till->press(u"payCard"_s);
    m_till->press(u"declineCard"_s);
    QCOMPARE(m_till->counter->events("payment.declined"), 1);
    QCOMPARE(m_till->amount(u"amountDue"_s), m_till->counter->money(281));
    m_till->press(u"note1"_s);
    QCOMPARE(m_till->sales(), 1);
}

void PayingTest::splitsBetweenCashAndCard()
{
    m_till->scan(m_till->bread.gtin);
    m_till->press(u"pay"_s);
    m_till->giveCash(u"1"_s);
    QCOMPARE(m_till->sales(), 0);
    QCOMPARE(m_till->amount(u"amountDue"_s), m_till->counter->money(181));
    m_till->press(u"payCard"_s);
    QCOMPARE(m_till->amount(u"cardAmount"_s), m_till->counter->money(181));
    m_till->approve(u"777"_s);
    QCOMPARE(m_till->sales(), 1);
    QCOMPARE(SaleTable(m_till->counter->reader).latest(1).front().tenders.size(), std::size_t(2));
}

void PayingTest::moreByCardThanIsDueIsRefused()
{
    m_till->scan(m_till->bread.gtin);
    m_till->press(u"pay"_s);
    part<AmountField>(*m_till->window, u"cashAmount"_s)->setText(u"5"_s);
    m_till->press(u"payCard"_s);
    QVERIFY(words(*m_till->window).contains(u"can't be charged more"_s));
    QCOMPARE(m_till->counter->events("payment.attempted"), 0);
}

void PayingTest::escLeavesPayingAndLosesNothing()
{
    m_till->scan(m_till->bread.gtin);
    m_till->press(u"pay"_s);
    m_till->giveCash(u"1"_s);
    QTest::keyClick(m_till->window.get(), Qt::Key_Escape);
    QVERIFY(!isSeen(*m_till->window, u"amountDue"_s));
    QCOMPARE(m_till->lines(), 1);
    m_till->press(u"pay"_s);
    QCOMPARE(m_till->amount(u"amountDue"_s), m_till->counter->money(181));
}

void PayingTest::escDoesNotLeaveAnOpenCardPayment()
{
    m_till->scan(m_till->bread.gtin);
    m_till->press(u"pay"_s);
    m_till->press(u"payCard"_s);
    QTest::keyClick(m_till->window.get(), Qt::Key_Escape);
    QVERIFY(isSeen(*m_till->window, u"approvalCode"_s));
    QVERIFY(words(*m_till->window).contains(u"not settled yet"_s));
}

void PayingTest::anOpenCardPaymentIsThereAgainAfterAStop()
{
    m_till->scan(m_till->milk.gtin);
    m_till->press(u"pay"_s);
    m_till->press(u"payCard"_s);
    m_till->restart();
    QCOMPARE(m_till->amount(u"cardAmount"_s), m_till->counter->money(149));
    m_till->approve(u"123456"_s);
    QCOMPARE(m_till->sales(), 1);
    QCOMPARE(m_till->counter->events("payment.attempted"), 1);
}

} // namespace evertill

QTEST_MAIN(evertill::PayingTest)
#include "tst_paying.moc"
