#include "core/payment/card_payments.h"
#include "core/sale/cart_store.h"
#include "tests/core/support/test_till.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

class CartStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theOpenCartIsThereAfterAPowerCut();
    void anEmptyTillHasNoOpenCart();
    void theNextCartTakesThePlaceOfTheOneBefore();
    void theSaleForgetsItsCartAndNoOther();
    void aCartWithMoneyCannotBeDropped();
    void keepingACartWritesNoEvent();

private:
    std::unique_ptr<test::TestTill> m_till;
};

void CartStoreTest::init()
{
    m_till = std::make_unique<test::TestTill>();
    m_till->openShift();
}

void CartStoreTest::theOpenCartIsThereAfterAPowerCut()
{
    const QTemporaryDir folder;
    const QTemporaryDir after;
    Cart cart = m_till->cartOf(250, {m_till->cash(100)});
    auto ledger = Ledger::open(folder.path(), m_till->clock, m_till->random).value();
    QVERIFY(CartStore(*ledger).save(cart));
    QVERIFY(cart.add(m_till->goods(99, 1, u"B"_s)));
    QVERIFY(CartStore(*ledger).save(cart));
    // What the disk holds at this instant, with the till still running: nobody closed the file.
    for (const QString &name : QDir(folder.path()).entryList(QDir::Files))
        QVERIFY(QFile::copy(folder.filePath(name), after.filePath(name)));
    auto woken = Ledger::open(after.path(), m_till->clock, m_till->random).value();
    QCOMPARE(CartStore(*woken).load().value(), cart);
}

void CartStoreTest::anEmptyTillHasNoOpenCart()
{
    QVERIFY(!CartStore(*m_till->ledger).load());
    QVERIFY(CartStore(*m_till->ledger).clear());
}

void CartStoreTest::theNextCartTakesThePlaceOfTheOneBefore()
{
    CartStore store(*m_till->ledger);
    QVERIFY(store.save(m_till->cartOf(250, {})));
    const Cart next = m_till->cartOf(99, {});
    QVERIFY(store.save(next));
    QCOMPARE(store.load().value(), next);
    QVERIFY(store.clear());
    QVERIFY(!store.load());
}

void CartStoreTest::theSaleForgetsItsCartAndNoOther()
{
    CartStore store(*m_till->ledger);
    const Cart open = m_till->cartOf(250, {m_till->cash(250)});
    QVERIFY(store.save(open));
    QVERIFY(m_till->complete(m_till->cartOf(99, {m_till->cash(99)})));
    QCOMPARE(store.load().value(), open);
    QVERIFY(m_till->complete(open));
    QVERIFY(!store.load());
}

void CartStoreTest::aCartWithMoneyCannotBeDropped()
{
    CartStore store(*m_till->ledger);
    CardPayments payments(*m_till->ledger);
    const Cart open = m_till->cartOf(250, {});
    QVERIFY(store.save(open));
    const PaymentId attempt = payments.attempt(open.id, m_till->money(250)).value();
    for (const bool isApproved : {false, true}) {
        if (isApproved)
            QVERIFY(payments.approve(attempt, u"1"_s));
        QCOMPARE(store.clear().error().code, Code::PaymentOpen);
        QCOMPARE(store.save(m_till->cartOf(99, {})).error().code, Code::PaymentOpen);
        QCOMPARE(store.load().value(), open);
        QVERIFY(store.save(open)); // itself it may change
    }
    QVERIFY(payments.voidApproved(attempt));
    QVERIFY(store.clear());
}

void CartStoreTest::keepingACartWritesNoEvent()
{
    const auto events = m_till->events();
    QVERIFY(CartStore(*m_till->ledger).save(m_till->cartOf(250, {})));
    QVERIFY(CartStore(*m_till->ledger).clear());
    QCOMPARE(m_till->events(), events);
}

QTEST_APPLESS_MAIN(CartStoreTest)
#include "tst_cart_store.moc"
