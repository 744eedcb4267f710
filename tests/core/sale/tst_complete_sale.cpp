#include "core/cash/close_shift.h"
#include "core/payment/card_payments.h"
#include "core/sale/cart_store.h"
#include "core/sale/sale_event.h"
#include "core/sale/sale_table.h"
#include "tests/core/support/test_till.h"

#include <SQLiteCpp/Exception.h>

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

class CompleteSaleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aSaleIsOneEventAndItsTables();
    void receiptsAreCountedWithoutAGap();
    void goodsLeaveTheStock();
    void aSecondClickOnPayIsTheSameSale();
    void refusesWhatCannotBeSold_data();
    void refusesWhatCannotBeSold();
    void refusesWhileTheShiftIsClosed();
    void refusesACartInAnotherCurrency();
    void approvedMoneyEndsInItsSale();
    void refusesCardMoneyThatIsNotThere_data();
    void refusesCardMoneyThatIsNotThere();
    void refusesToLeaveApprovedMoneyBehind();
    void aFailingDiskLeavesNothingHalfDone();

private:
    std::unique_ptr<test::TestTill> m_till;
};

void CompleteSaleTest::init()
{
    m_till = std::make_unique<test::TestTill>();
    m_till->openShift();
}

void CompleteSaleTest::aSaleIsOneEventAndItsTables()
{
    const Cart cart = m_till->cartOf(1190, {m_till->cash(2000)});
    const auto before = m_till->events();
    const Sale sale = m_till->complete(cart).value();
    QCOMPARE(m_till->events(), before + 1);
    QCOMPARE(sale.id, cart.id);
    QCOMPARE(sale.receipt.text(), u"BER1T1-1-1"_s);
    QCOMPARE(sale.total, m_till->money(1190));
    QCOMPARE(sale.change, m_till->money(810));
    QCOMPARE(sale.lines.at(0).tax, m_till->money(190));
    QCOMPARE(sale.at, m_till->clock.now());
    QCOMPARE(sale.businessDate, QDate(2026, 11, 21));
    QCOMPARE(sale.cashier, u"c7"_s);
    SaleTable table(m_till->database());
    QCOMPARE(table.byId(sale.id).value(), sale);
    QCOMPARE(table.find(sale.receipt).value(), sale);
    QCOMPARE(table.latest(5), std::vector{sale});
    QVERIFY(!table.find({u"BER1T2"_s, 1, 1}));
    const auto event = Journal(m_till->database()).at(m_till->ledger->head().position);
    QCOMPARE(saleFrom(*event).value(), sale);
}

void CompleteSaleTest::receiptsAreCountedWithoutAGap()
{
    for (int n = 1; n <= 20; ++n) {
        QCOMPARE(m_till->complete(m_till->cartOf(100, {})).error().code, Code::NotPaid);
        QCOMPARE(m_till->complete(m_till->cartOf(100, {m_till->cash(100)}))->receipt.number, n);
    }
    QCOMPARE(SaleTable(m_till->database()).latest(3).front().receipt.number, 20);
}

void CompleteSaleTest::goodsLeaveTheStock()
{
    Cart cart = m_till->newCart();
    QVERIFY(cart.add(m_till->goods(100, 3, u"B"_s)));
    cart.tenders = {m_till->cash(300)};
    QVERIFY(m_till->complete(cart));
    QCOMPARE(m_till->database().number("SELECT SUM(quantity) FROM stock_movement WHERE sku='B'"), -3000);
}

void CompleteSaleTest::aSecondClickOnPayIsTheSameSale()
{
    const Cart cart = m_till->cartOf(100, {m_till->cash(100)});
    const Sale sale = m_till->complete(cart).value();
    const auto events = m_till->events();
    const auto again = m_till->complete(cart);
    QCOMPARE(again.error(), (Refusal{Code::AlreadyCompleted, {{u"receipt"_s, u"BER1T1-1-1"_s}}}));
    QCOMPARE(m_till->events(), events);
    QCOMPARE(m_till->database().number("SELECT COUNT(*) FROM receipt"), 1);
    QCOMPARE(m_till->complete(m_till->cartOf(100, {m_till->cash(100)}))->receipt.number, 2);
}

void CompleteSaleTest::refusesWhatCannotBeSold_data()
{
    QTest::addColumn<qint64>("price");
    QTest::addColumn<qint64>("cash");
    QTest::addColumn<qint64>("card");
    QTest::addColumn<int>("code");
    QTest::newRow("not paid") << 100LL << 0LL << 0LL << int(Code::NotPaid);
    QTest::newRow("paid too little") << 100LL << 99LL << 0LL << int(Code::NotPaid);
    QTest::newRow("a negative tender") << 100LL << 200LL << -100LL << int(Code::NegativeTender);
    QTest::newRow("more by card than is due") << 100LL << 0LL << 101LL << int(Code::OverTendered);
    QTest::newRow("absurdly much cash") << 100LL << qint64(Money::kLargest) << 0LL << int(Code::BadAmount);
}

void CompleteSaleTest::refusesWhatCannotBeSold()
{
    QFETCH(qint64, price);
    QFETCH(qint64, cash);
    QFETCH(qint64, card);
    QFETCH(int, code);
    std::vector<Tender> tenders;
    if (cash != 0)
        tenders.push_back(m_till->cash(cash));
    if (card != 0)
        tenders.push_back(m_till->card(card));
    const auto events = m_till->events();
    const auto sold = m_till->complete(m_till->cartOf(price, tenders));
    QVERIFY(!sold);
    QCOMPARE(int(sold.error().code), code);
    QCOMPARE(m_till->complete(m_till->newCart()).error().code, Code::EmptyCart);
    QCOMPARE(m_till->events(), events);
    QCOMPARE(m_till->database().number("SELECT COUNT(*) FROM receipt"), 0);
}

void CompleteSaleTest::refusesWhileTheShiftIsClosed()
{
    QVERIFY(CloseShift(*m_till->ledger).run(m_till->money(20'000)));
    const Cart cart = m_till->cartOf(100, {m_till->cash(100)});
    QCOMPARE(m_till->complete(cart).error().code, Code::ShiftClosed);
    m_till->openShift();
    QVERIFY(m_till->complete(cart));
    QVERIFY(CloseShift(*m_till->ledger).run(m_till->money(20'100)));
    QCOMPARE(m_till->complete(cart).error().code, Code::AlreadyCompleted); // whichever shift it is
}

void CompleteSaleTest::refusesACartInAnotherCurrency()
{
    test::TestTill francs(u"CHF");
    QCOMPARE(m_till->complete(francs.cartOf(100, {francs.cash(100)})).error().code, Code::BadAmount);
}

void CompleteSaleTest::approvedMoneyEndsInItsSale()
{
    Cart cart = m_till->cartOf(1000, {m_till->cash(400)});
    CardPayments payments(*m_till->ledger);
    const PaymentId attempt = payments.attempt(cart.id, m_till->money(600)).value();
    cart.tenders.push_back(payments.approve(attempt, u"771204"_s).value());
    const Sale sale = m_till->complete(cart).value();
    QCOMPARE(sale.tenders, cart.tenders);
    QCOMPARE(cardAttempt(m_till->database(), attempt)->state, CardState::Settled);
    QVERIFY(openAttempts(m_till->database()).empty());
    QCOMPARE(payments.voidApproved(attempt).error().code, Code::UnknownPayment);
    QCOMPARE(SaleTable(m_till->database()).byId(sale.id).value(), sale);
}

void CompleteSaleTest::refusesCardMoneyThatIsNotThere_data()
{
    QTest::addColumn<int>("wrong");
    QTest::newRow("never attempted") << 0;
    QTest::newRow("not approved yet") << 1;
    QTest::newRow("approved for another amount") << 2;
    QTest::newRow("approved for another cart") << 3;
    QTest::newRow("spent twice in one cart") << 4;
}

void CompleteSaleTest::refusesCardMoneyThatIsNotThere()
{
    QFETCH(int, wrong);
    CardPayments payments(*m_till->ledger);
    Cart cart = m_till->cartOf(1000, {});
    const SaleId payer = wrong == 3 ? m_till->newCart().id : cart.id;
    const Money amount = m_till->money(wrong == 2 ? 400 : wrong == 4 ? 500 : 1000);
    Tender tender{TenderKind::Card, m_till->money(wrong == 4 ? 500 : 1000), u"1"_s,
        payments.attempt(payer, amount).value()};
    if (wrong == 0)
        tender.attempt = PaymentId(m_till->random.uuid(m_till->clock.now()));
    else if (wrong != 1)
        QVERIFY(payments.approve(tender.attempt, u"1"_s));
    cart.tenders.assign(wrong == 4 ? 2 : 1, tender);
    QCOMPARE(m_till->complete(cart).error().code, Code::UnknownPayment);
    QCOMPARE(m_till->database().number("SELECT COUNT(*) FROM receipt"), 0);
}

void CompleteSaleTest::refusesToLeaveApprovedMoneyBehind()
{
    CardPayments payments(*m_till->ledger);
    const Cart cart = m_till->cartOf(1000, {m_till->cash(1000)});
    const PaymentId attempt = payments.attempt(cart.id, m_till->money(1000)).value();
    QCOMPARE(m_till->complete(cart).error().code, Code::PaymentOpen);
    QVERIFY(payments.approve(attempt, u"1"_s));
    QCOMPARE(m_till->complete(cart).error().code, Code::PaymentOpen);
    QVERIFY(payments.voidApproved(attempt));
    QVERIFY(m_till->complete(cart));
}

void CompleteSaleTest::aFailingDiskLeavesNothingHalfDone()
{
    const Cart cart = m_till->cartOf(100, {m_till->cash(100)});
    QVERIFY(CartStore(*m_till->ledger).save(cart));
    for (const char *table :
        {"journal", "receipt", "receipt_tender", "receipt_tax", "sale_line", "stock_movement"}) {
        const auto events = m_till->events();
        const Head head = m_till->ledger->head();
        m_till->database().exec(QByteArray("CREATE TEMP TRIGGER full BEFORE INSERT ON ") + table
            + " BEGIN SELECT RAISE(ABORT, 'disk full'); END");
        QVERIFY_THROWS_EXCEPTION(SQLite::Exception, (void)m_till->complete(cart));
        m_till->database().exec("DROP TRIGGER full");
        QCOMPARE(m_till->events(), events);
        QCOMPARE(m_till->ledger->head(), head);
        QVERIFY(!SaleTable(m_till->database()).byId(cart.id));
        QCOMPARE(m_till->database().number("SELECT COUNT(*) FROM receipt_tender"), 0);
        QCOMPARE(CartStore(*m_till->ledger).load().value(), cart);
    }
    QCOMPARE(m_till->complete(cart)->receipt.number, 1);
    QVERIFY(!CartStore(*m_till->ledger).load());
}

QTEST_APPLESS_MAIN(CompleteSaleTest)
#include "tst_complete_sale.moc"
