#include "core/payment/card_payments.h"
#include "core/sale/cart_store.h"
#include "core/sale/sale_table.h"
#include "tests/ui/sell/sell_window.h"

#include <QDir>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace evertill {

/// A terminal that says nothing, at the real widgets: the cashier settles it, and is never led to charge
/// twice.
class CardDoubtsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_till = std::make_unique<SellWindow>(); }
    void noAnswerIsSettledByFingersAlone();
    void noAnswerIsSettledByKeysAlone();
    void moneyThatWasNotTakenIsPaidOtherwise();
    void inDoubtNothingLeadsToASecondCharge();
    void aStopWhileTheTerminalWasAskedAsksAboutThatPayment();
    void anUnansweredPaymentIsStillInDoubtAfterAStop();
    void approvedMoneyIsThereAgainAfterAStop();
    void aReceiptThatTheStopKeptBackIsPrintedOnce();
    void moneyGoesBackOnlyOnceTheTerminalHasVoidedIt();
    void moneyGivenBackIsNotOnTheTicketAfterAStop();
    void theLastLineStaysWhileTheTerminalIsAsked();
    void moneyWithoutGoodsSaysWhatToDo();
    void everyControlFitsAFingerAndHasAName();
    void cleanup() { m_till.reset(); }

private:
    [[nodiscard]] MainWindow &window() { return *m_till->window; }
    [[nodiscard]] QString said() { return words(*m_till->window); }
    [[nodiscard]] int events(const QByteArray &kind) { return m_till->counter->events(kind); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    void askTerminal()
    {
        m_till->scan(m_till->bread.gtin);
        m_till->press(u"pay"_s);
        m_till->press(u"payCard"_s);
    }
    void payPartByCard();
    std::unique_ptr<SellWindow> m_till;
};

void CardDoubtsTest::payPartByCard()
{
    m_till->scan(m_till->bread.gtin);
    m_till->press(u"pay"_s);
    part<AmountField>(window(), u"cashAmount"_s)->setText(u"1"_s);
    m_till->press(u"payCard"_s);
    m_till->approve(u"A7"_s);
}

void CardDoubtsTest::noAnswerIsSettledByFingersAlone()
{
    askTerminal();
    m_till->press(u"noAnswer"_s);
    QCOMPARE(events("payment.unknown"), 1);
    QVERIFY2(said().contains(u"Was the card charged?"_s), qPrintable(said()));
    QCOMPARE(m_till->amount(u"cardAmount"_s), m_till->counter->money(281));
    for (const QString &digit : {u"digit7"_s, u"digit1"_s})
        QTest::mouseClick(part<QPushButton>(window(), digit), Qt::LeftButton);
    m_till->press(u"approveCard"_s);
    QCOMPARE(m_till->sales(), 1);
    QCOMPARE(events("payment.attempted"), 1);
    const auto sale = SaleTable(m_till->counter->reader).latest(1).front();
    QCOMPARE(sale.tenders.front().approval, u"71"_s);
}

void CardDoubtsTest::noAnswerIsSettledByKeysAlone()
{
    m_till->scan(m_till->bread.gtin);
    key(Qt::Key_F12);
    key(Qt::Key_F11);
    key(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(events("payment.unknown"), 1);
    QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Approval code"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"A71"_s);
    key(Qt::Key_Return);
    QCOMPARE(m_till->sales(), 1);
    QCOMPARE(events("payment.attempted"), 1);
}

void CardDoubtsTest::moneyThatWasNotTakenIsPaidOtherwise()
{
    askTerminal();
    key(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(part<BigButton>(window(), u"declineCard"_s)->accessibleName(), u"Not taken"_s);
    key(Qt::Key_F9);
    QCOMPARE(events("payment.declined"), 1);
    QCOMPARE(m_till->amount(u"amountDue"_s), m_till->counter->money(281));
    m_till->press(u"note1"_s);
    QCOMPARE(m_till->sales(), 1);
}

void CardDoubtsTest::inDoubtNothingLeadsToASecondCharge()
{
    askTerminal();
    m_till->press(u"noAnswer"_s);
    for (const Qt::Key pressed : {Qt::Key_Escape, Qt::Key_F11, Qt::Key_F12, Qt::Key_F10})
        QTest::keyClick(&window(), pressed);
    QTest::keyClick(&window(), Qt::Key_N, Qt::ControlModifier);
    m_till->scan(m_till->milk.gtin);
    QCOMPARE(events("payment.attempted"), 1);
    QCOMPARE(events("payment.unknown"), 1);
    QVERIFY(isSeen(window(), u"approvalCode"_s));
    QVERIFY2(said().contains(u"Don't charge the card again"_s), qPrintable(said()));
    QVERIFY(!said().contains(u"Enter this amount"_s));
    QVERIFY(!isSeen(window(), u"noAnswer"_s));
}

void CardDoubtsTest::aStopWhileTheTerminalWasAskedAsksAboutThatPayment()
{
    askTerminal();
    QVERIFY(said().contains(u"Enter this amount"_s));
    m_till->restart();
    QCOMPARE(m_till->amount(u"cardAmount"_s), m_till->counter->money(281));
    QVERIFY2(said().contains(u"The till stopped while the terminal was asked"_s), qPrintable(said()));
    QVERIFY(!said().contains(u"Enter this amount"_s));
    QCOMPARE(m_till->lines(), 1);
    QTest::keyClicks(part<QLineEdit>(window(), u"approvalCode"_s), u"A9"_s);
    key(Qt::Key_Return);
    QCOMPARE(m_till->sales(), 1);
    QCOMPARE(events("payment.attempted"), 1);
}

void CardDoubtsTest::anUnansweredPaymentIsStillInDoubtAfterAStop()
{
    askTerminal();
    m_till->press(u"noAnswer"_s);
    m_till->restart();
    QVERIFY2(said().contains(u"The terminal gave no answer"_s), qPrintable(said()));
    m_till->press(u"declineCard"_s);
    QCOMPARE(m_till->amount(u"amountDue"_s), m_till->counter->money(281));
}

void CardDoubtsTest::approvedMoneyIsThereAgainAfterAStop()
{
    askTerminal();
    const auto attempt = openAttempts(m_till->counter->ledgerTables()).front().id;
    // The approval is durable, and the power goes before the sale.
    QVERIFY(CardPayments(*m_till->counter->ledger).approve(attempt, u"A5"_s));
    m_till->restart();
    QVERIFY2(said().contains(u"Card, approved A5"_s), qPrintable(said()));
    QTest::keyClick(&window(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_till->sales(), 1);
    QCOMPARE(events("payment.attempted"), 1);
}

void CardDoubtsTest::aReceiptThatTheStopKeptBackIsPrintedOnce()
{
    askTerminal();
    m_till->approve(u"A5"_s);
    const QDir papers(m_till->counter->folder() + u"/receipts"_s);
    const auto receipts = [&] { return papers.entryList({u"*.pdf"_s}); };
    QCOMPARE(receipts(), QStringList(u"BER1T1-1-1.pdf"_s));
    QVERIFY(QFile::remove(papers.filePath(u"BER1T1-1-1.pdf"_s)));
    m_till->restart();
    QCOMPARE(receipts(), QStringList(u"BER1T1-1-1.pdf"_s));
    QFile paper(papers.filePath(u"BER1T1-1-1.pdf"_s));
    QVERIFY(paper.open(QIODevice::WriteOnly));
    paper.write("on the customer's way home");
    paper.close();
    m_till->restart();
    QCOMPARE(paper.size(), 26);
}

void CardDoubtsTest::moneyGoesBackOnlyOnceTheTerminalHasVoidedIt()
{
    payPartByCard();
    m_till->press(u"giveBack1"_s);
    QCOMPARE(events("payment.voided"), 0);
    QCOMPARE(m_till->amount(u"voidAmount"_s), m_till->counter->money(100));
    QVERIFY2(said().contains(u"approval code A7"_s), qPrintable(said()));
    QTest::keyClick(&window(), Qt::Key_Escape);
    QVERIFY(said().contains(u"Card, approved A7"_s));
    m_till->press(u"giveBack1"_s);
    m_till->press(u"keepCharge"_s);
    QVERIFY(said().contains(u"Card, approved A7"_s));
    m_till->press(u"giveBack1"_s);
    key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(events("payment.voided"), 1);
    QCOMPARE(m_till->amount(u"amountDue"_s), m_till->counter->money(281));
    QVERIFY(!said().contains(u"A7"_s));
}

void CardDoubtsTest::moneyGivenBackIsNotOnTheTicketAfterAStop()
{
    payPartByCard();
    const auto attempt = openAttempts(m_till->counter->ledgerTables()).front().id;
    // The void is durable, and the power goes before the cart is kept without it.
    QVERIFY(CardPayments(*m_till->counter->ledger).voidApproved(attempt));
    m_till->restart();
    QVERIFY(!said().contains(u"A7"_s));
    m_till->press(u"pay"_s);
    QCOMPARE(m_till->amount(u"amountDue"_s), m_till->counter->money(281));
    m_till->press(u"note1"_s);
    QCOMPARE(m_till->sales(), 1);
}

void CardDoubtsTest::theLastLineStaysWhileTheTerminalIsAsked()
{
    askTerminal();
    m_till->press(u"removeLine"_s);
    QCOMPARE(m_till->lines(), 1);
    m_till->approve(u"A1"_s);
    QCOMPARE(m_till->sales(), 1);
}

void CardDoubtsTest::moneyWithoutGoodsSaysWhatToDo()
{
    Cart cart;
    cart.id = SaleId(m_till->counter->random.uuid(m_till->counter->clock.now()));
    cart.currency = m_till->counter->config.currency;
    CardPayments cards(*m_till->counter->ledger);
    const PaymentId attempt = cards.attempt(cart.id, m_till->counter->money(281)).value();
    cart.tenders = {cards.approve(attempt, u"A3"_s).value()};
    QVERIFY(CartStore(*m_till->counter->ledger).save(cart));
    m_till->restart();
    QVERIFY2(said().contains(u"€2.81 is paid already"_s), qPrintable(said()));
    QCOMPARE(unfitControls(window()).join(u'\n'), QString());
    QVERIFY(!part<BigButton>(window(), u"pay"_s)->isEnabled());
    m_till->press(u"showPayment"_s);
    QVERIFY(said().contains(u"Card, approved A3"_s));
    QTest::keyClick(&window(), Qt::Key_Escape);
    key(Qt::Key_F12);
    QVERIFY(said().contains(u"Card, approved A3"_s));
    QTest::keyClick(&window(), Qt::Key_Escape);
    m_till->scan(m_till->bread.gtin);
    QVERIFY(!said().contains(u"is paid already"_s));
    m_till->press(u"pay"_s);
    m_till->press(u"finishSale"_s);
    QCOMPARE(m_till->sales(), 1);
}

void CardDoubtsTest::everyControlFitsAFingerAndHasAName()
{
    askTerminal();
    QCOMPARE(unfitControls(window()).join(u'\n'), QString());
    m_till->press(u"noAnswer"_s);
    QCOMPARE(unfitControls(window()).join(u'\n'), QString());
    m_till->press(u"declineCard"_s);
    part<AmountField>(window(), u"cashAmount"_s)->setText(u"1"_s);
    m_till->press(u"payCard"_s);
    m_till->approve(u"A7"_s);
    m_till->press(u"giveBack1"_s);
    QCOMPARE(unfitControls(window()).join(u'\n'), QString());
}

} // namespace evertill

QTEST_MAIN(evertill::CardDoubtsTest)
#include "tst_card_doubts.moc"
