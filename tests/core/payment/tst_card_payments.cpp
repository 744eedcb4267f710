#include "core/payment/card_payments.h"
#include "core/payment/payment_projection.h"
#include "tests/core/support/test_till.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

class CardPaymentsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anAttemptIsAFactBeforeTheTerminalIsAsked();
    void approvalGivesTheTender();
    void approvingTwiceWithTheSameCodeIsOneApproval();
    void anUnknownAttemptStaysOpenUntilItIsSettled();
    void aDeclinedAttemptIsClosed();
    void approvedMoneyIsOpenUntilVoidedOrSold();
    void aVoidKeepsTheApprovalItUndoes();
    void aWaitingAttemptAllowsNoSecond();
    void refusesAnswersThatFitNoAttempt_data();
    void refusesAnswersThatFitNoAttempt();
    void refusesAmountsThatAreNone();
    void refusesWhileTheShiftIsClosed();
    void eventsTellTheTableAgain();

private:
    [[nodiscard]] PaymentId attempt(std::int64_t minor = 1000)
    {
        return CardPayments(*m_till->ledger).attempt(m_cart, m_till->money(minor)).value();
    }
    std::unique_ptr<test::TestTill> m_till;
    SaleId m_cart;
};

void CardPaymentsTest::init()
{
    m_till = std::make_unique<test::TestTill>();
    m_till->openShift();
    m_cart = m_till->newCart().id;
}

void CardPaymentsTest::anAttemptIsAFactBeforeTheTerminalIsAsked()
{
    const PaymentId id = attempt();
    const auto event = Journal(m_till->database()).at(m_till->ledger->head().position);
    QCOMPARE(event->kind, QByteArray("payment.attempted"));
    QCOMPARE(event->subject, id.toLatin1());
    QCOMPARE(event->payload,
        "{\"amount\":1000,\"attempt\":\"" + id.toLatin1() + "\",\"cart\":\"" + m_cart.toLatin1()
            + "\",\"currency\":\"EUR\",\"kind\":\"card\"}");
    const auto open = openAttempts(m_till->database());
    QCOMPARE(open.size(), 1U);
    QCOMPARE(open[0],
        (CardAttempt{id, m_cart, m_till->money(1000), CardState::Attempted, {}, m_till->clock.now()}));
}

void CardPaymentsTest::approvalGivesTheTender()
{
    const PaymentId id = attempt();
    const auto tender = CardPayments(*m_till->ledger).approve(id, u"771204"_s);
    QCOMPARE(*tender, (Tender{TenderKind::Card, m_till->money(1000), u"771204"_s, id}));
    const auto event = Journal(m_till->database()).at(m_till->ledger->head().position);
    QCOMPARE(event->kind, QByteArray("payment.approved"));
    QCOMPARE(event->payload, "{\"approval\":\"771204\",\"attempt\":\"" + id.toLatin1() + "\"}");
}

void CardPaymentsTest::approvingTwiceWithTheSameCodeIsOneApproval()
{
    CardPayments payments(*m_till->ledger);
    const PaymentId id = attempt();
    const Tender first = payments.approve(id, u"771204"_s).value();
    const auto events = m_till->events();
    QCOMPARE(payments.approve(id, u"771204"_s).value(), first);
    QCOMPARE(m_till->events(), events);
    QCOMPARE(payments.approve(id, u"other"_s).error().code, Code::UnknownPayment);
}

void CardPaymentsTest::anUnknownAttemptStaysOpenUntilItIsSettled()
{
    CardPayments payments(*m_till->ledger);
    const PaymentId id = attempt();
    QVERIFY(payments.markUnknown(id));
    QCOMPARE(noOpenMoney(m_till->database(), m_cart).error().code, Code::PaymentOpen);
    QCOMPARE(payments.attempt(m_cart, m_till->money(5)).error().code, Code::PaymentOpen);
    QVERIFY(payments.decline(id));
    QVERIFY(noOpenMoney(m_till->database(), m_cart));
    QVERIFY(openAttempts(m_till->database()).empty());
}

void CardPaymentsTest::aDeclinedAttemptIsClosed()
{
    CardPayments payments(*m_till->ledger);
    const PaymentId id = attempt();
    QVERIFY(payments.decline(id));
    QCOMPARE(payments.approve(id, u"1"_s).error().code, Code::UnknownPayment);
    QVERIFY(payments.attempt(m_cart, m_till->money(1000)));
}

void CardPaymentsTest::approvedMoneyIsOpenUntilVoidedOrSold()
{
    CardPayments payments(*m_till->ledger);
    const Tender tender = payments.approve(attempt(), u"1"_s).value();
    QCOMPARE(noOpenMoney(m_till->database(), m_cart).error().code, Code::PaymentOpen);
    QVERIFY(noOpenMoney(m_till->database(), m_cart, std::vector{tender}));
    QVERIFY(noOpenMoney(m_till->database(), m_till->newCart().id));
    QVERIFY(payments.voidApproved(tender.attempt));
    QVERIFY(noOpenMoney(m_till->database(), m_cart));
    QCOMPARE(payments.voidApproved(tender.attempt).error().code, Code::UnknownPayment);
}

void CardPaymentsTest::aVoidKeepsTheApprovalItUndoes()
{
    CardPayments payments(*m_till->ledger);
    const PaymentId id = attempt();
    payments.approve(id, u"771204"_s).value();
    QVERIFY(payments.voidApproved(id));
    const auto voided = cardAttempt(m_till->database(), id);
    QCOMPARE(voided->state, CardState::Voided);
    QCOMPARE(voided->approval, u"771204"_s);
}

void CardPaymentsTest::aWaitingAttemptAllowsNoSecond()
{
    const PaymentId id = attempt();
    const auto second = CardPayments(*m_till->ledger).attempt(m_cart, m_till->money(1000));
    QCOMPARE(second.error().code, Code::PaymentOpen);
    QCOMPARE(second.error().facts.value(u"attempt"_s).toString(), QString::fromLatin1(id.toLatin1()));
}

void CardPaymentsTest::refusesAnswersThatFitNoAttempt_data()
{
    QTest::addColumn<int>("answer");
    QTest::newRow("approved") << 0;
    QTest::newRow("declined") << 1;
    QTest::newRow("unknown") << 2;
    QTest::newRow("voided") << 3;
}

void CardPaymentsTest::refusesAnswersThatFitNoAttempt()
{
    QFETCH(int, answer);
    CardPayments payments(*m_till->ledger);
    const PaymentId nobody{m_till->random.uuid(m_till->clock.now())};
    const auto events = m_till->events();
    const Code code = answer == 0 ? payments.approve(nobody, u"1"_s).error().code
        : answer == 1             ? payments.decline(nobody).error().code
        : answer == 2             ? payments.markUnknown(nobody).error().code
                                  : payments.voidApproved(nobody).error().code;
    QCOMPARE(code, Code::UnknownPayment);
    QCOMPARE(m_till->events(), events);
}

void CardPaymentsTest::refusesAmountsThatAreNone()
{
    CardPayments payments(*m_till->ledger);
    QCOMPARE(payments.attempt(m_cart, m_till->money(0)).error().code, Code::BadAmount);
    QCOMPARE(payments.attempt(m_cart, m_till->money(-5)).error().code, Code::BadAmount);
    const Money dollars = Money::minor(5, Currency::fromCode(u"USD").value());
    QCOMPARE(payments.attempt(m_cart, dollars).error().code, Code::BadAmount);
}

void CardPaymentsTest::refusesWhileTheShiftIsClosed()
{
    test::TestTill till;
    QCOMPARE(CardPayments(*till.ledger).attempt(m_cart, till.money(5)).error().code, Code::ShiftClosed);
}

void CardPaymentsTest::eventsTellTheTableAgain()
{
    CardPayments payments(*m_till->ledger);
    const PaymentId declined = attempt();
    QVERIFY(payments.decline(declined));
    const PaymentId approved = attempt();
    payments.approve(approved, u"9"_s).value();
    const PaymentId voided = [&] {
        m_cart = m_till->newCart().id;
        return attempt();
    }();
    payments.approve(voided, u"10"_s).value();
    QVERIFY(payments.voidApproved(voided));
    QVERIFY(payments.markUnknown(attempt()));

    const test::TestTill scratch;
    Database &copy = scratch.ledger->database();
    for (const Event &event : Journal(m_till->database()).after({}, 100))
        if (event.kind.startsWith("payment."))
            QVERIFY(replayPayment(event, copy));
    for (const PaymentId id : {declined, approved, voided})
        QCOMPARE(cardAttempt(copy, id), cardAttempt(m_till->database(), id));
    QCOMPARE(openAttempts(copy), openAttempts(m_till->database()));
    QCOMPARE(openAttempts(copy).size(), 2U);
}

QTEST_APPLESS_MAIN(CardPaymentsTest)
#include "tst_card_payments.moc"
