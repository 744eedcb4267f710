#include "core/cards/take_up_cart.h"
#include "core/cards/unsettled_cards.h"
#include "core/cash/close_shift.h"
#include "core/sale/cart_store.h"
#include "core/sale/sale_table.h"
#include "tests/core/support/test_till.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

class UnsettledCardsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theOpenCartComesBackWithItsCardMoney();
    void moneyThatWentBackIsOnNoCart();
    void aPaymentIsStrayOnceItsCartIsGone();
    void anUnreadableCartLeavesItsPaymentStray();
    void noShiftClosesOverAnUnsettledPayment();
    void aStrayPaymentPaysForItsSaleRungUpAgain();
    void anEmptyTicketGivesWay();
    void takingUpTwiceIsOneCart();
    void takingUpIsRefused_data();
    void takingUpIsRefused();

private:
    [[nodiscard]] Database &ledger() { return m_till->database(); }
    [[nodiscard]] CardPayments cards() { return CardPayments(*m_till->ledger); }
    /// As a backup leaves it: the payment, and no cart.
    PaymentId stray(std::int64_t minor = 1000)
    {
        return cards().attempt(m_till->newCart().id, m_till->money(minor)).value();
    }
    std::unique_ptr<test::TestTill> m_till;
};

void UnsettledCardsTest::init()
{
    m_till = std::make_unique<test::TestTill>();
    m_till->openShift();
}

void UnsettledCardsTest::theOpenCartComesBackWithItsCardMoney()
{
    const Cart cart = m_till->cartOf(3000, {m_till->cash(500)});
    QVERIFY(CartStore(*m_till->ledger).save(cart));
    const PaymentId taken = cards().attempt(cart.id, m_till->money(1000)).value();
    QVERIFY(cards().approve(taken, u"A1"_s));
    const PaymentId asked = cards().attempt(cart.id, m_till->money(1500)).value();
    const OpenCart open = findOpenCart(ledger());
    QVERIFY(*open.cart == cart);
    QCOMPARE(open.attempts.size(), 2U);
    QCOMPARE(open.attempts[0].id, taken);
    QCOMPARE(open.attempts[1].id, asked);
    QVERIFY(strayCards(ledger()).empty());
    QCOMPARE(unsettledCards(ledger()).size(), 2U);
}

void UnsettledCardsTest::moneyThatWentBackIsOnNoCart()
{
    Cart cart = m_till->cartOf(3000, {m_till->cash(500)});
    const PaymentId taken = cards().attempt(cart.id, m_till->money(1000)).value();
    cart.tenders.push_back(cards().approve(taken, u"A1"_s).value());
    QVERIFY(CartStore(*m_till->ledger).save(cart));
    QCOMPARE(findOpenCart(ledger()).cart->tenders.size(), 2U);
    QVERIFY(findOpenCart(ledger()).attempts.empty());
    QVERIFY(cards().voidApproved(taken));
    // The till stopped before the cart was kept without it.
    const OpenCart open = findOpenCart(ledger());
    QCOMPARE(open.cart->tenders, std::vector{m_till->cash(500)});
    QVERIFY(open.attempts.empty());
}

void UnsettledCardsTest::aPaymentIsStrayOnceItsCartIsGone()
{
    const Cart cart = m_till->cartOf(3000, {});
    QVERIFY(CartStore(*m_till->ledger).save(cart));
    const PaymentId asked = cards().attempt(cart.id, m_till->money(3000)).value();
    QVERIFY(strayCards(ledger()).empty());
    {
        WriteTransaction backup(ledger());
        leaveOutOpenCart(ledger());
        backup.commit();
    }
    QCOMPARE(strayCards(ledger()).size(), 1U);
    QCOMPARE(strayCards(ledger()).front().id, asked);
    QVERIFY(cards().markUnknown(asked));
    QVERIFY(cards().approve(asked, u"A1"_s));
    QCOMPARE(strayCards(ledger()).front().state, CardState::Approved);
    QVERIFY(cards().voidApproved(asked));
    QVERIFY(strayCards(ledger()).empty());
}

void UnsettledCardsTest::anUnreadableCartLeavesItsPaymentStray()
{
    const Cart cart = m_till->cartOf(3000, {});
    QVERIFY(CartStore(*m_till->ledger).save(cart));
    const PaymentId asked = cards().attempt(cart.id, m_till->money(3000)).value();
    ledger().exec("UPDATE open_cart SET cart='{}'");
    QCOMPARE(strayCards(ledger()).size(), 1U);
    QVERIFY(!findOpenCart(ledger()).cart);
    const auto taken = TakeUpCart(*m_till->ledger).run(asked);
    QCOMPARE(taken->cart->id, cart.id);
    QVERIFY(strayCards(ledger()).empty());
}

void UnsettledCardsTest::noShiftClosesOverAnUnsettledPayment()
{
    const PaymentId lost = stray(281);
    const auto closed = CloseShift(*m_till->ledger).run(m_till->money(20'000));
    QCOMPARE(closed.error().code, Code::PaymentOpen);
    QCOMPARE(closed.error().facts.value(u"minor"_s).toLongLong(), 281);
    QVERIFY(closed.error().facts.value(u"stray"_s).toBool());
    QVERIFY(cards().decline(lost));
    const Cart cart = m_till->cartOf(281, {});
    QVERIFY(CartStore(*m_till->ledger).save(cart));
    const PaymentId asked = cards().attempt(cart.id, m_till->money(281)).value();
    const auto again = CloseShift(*m_till->ledger).run(m_till->money(20'000));
    QVERIFY(!again.error().facts.value(u"stray"_s).toBool());
    QVERIFY(cards().decline(asked));
    QVERIFY(CloseShift(*m_till->ledger).run(m_till->money(20'000)));
}

void UnsettledCardsTest::aStrayPaymentPaysForItsSaleRungUpAgain()
{
    const PaymentId lost = stray(3000);
    const Tender tender = cards().approve(lost, u"A1"_s).value();
    auto open = TakeUpCart(*m_till->ledger).run(lost);
    QVERIFY(open);
    QVERIFY(open->cart->isEmpty());
    QCOMPARE(open->attempts.size(), 1U);
    QVERIFY(strayCards(ledger()).empty());
    Cart cart = *open->cart;
    QVERIFY(cart.add(m_till->goods(3000)));
    cart.tenders = {tender};
    QVERIFY(m_till->complete(cart));
    QVERIFY(unsettledCards(ledger()).empty());
    QCOMPARE(cardAttempt(ledger(), lost)->state, CardState::Settled);
}

void UnsettledCardsTest::anEmptyTicketGivesWay()
{
    QVERIFY(CartStore(*m_till->ledger).save(m_till->newCart()));
    const PaymentId lost = stray();
    QVERIFY(TakeUpCart(*m_till->ledger).run(lost));
    QCOMPARE(loadOpenCart(ledger())->id, cardAttempt(ledger(), lost)->cart);
}

void UnsettledCardsTest::takingUpTwiceIsOneCart()
{
    const PaymentId lost = stray();
    Cart cart = *TakeUpCart(*m_till->ledger).run(lost)->cart;
    QVERIFY(cart.add(m_till->goods(1000)));
    QVERIFY(CartStore(*m_till->ledger).save(cart));
    const auto events = m_till->events();
    QVERIFY(*TakeUpCart(*m_till->ledger).run(lost)->cart == cart);
    QCOMPARE(m_till->events(), events);
}

void UnsettledCardsTest::takingUpIsRefused_data()
{
    QTest::addColumn<int>("why");
    QTest::addColumn<Code>("code");
    QTest::newRow("nobody knows it") << 0 << Code::UnknownPayment;
    QTest::newRow("it was not taken") << 1 << Code::UnknownPayment;
    QTest::newRow("it was voided") << 2 << Code::UnknownPayment;
    QTest::newRow("other goods are on the ticket") << 3 << Code::CartOpen;
    QTest::newRow("the open ticket holds other money") << 4 << Code::PaymentOpen;
}

void UnsettledCardsTest::takingUpIsRefused()
{
    QFETCH(int, why);
    QFETCH(Code, code);
    PaymentId lost = stray();
    Cart other = m_till->newCart();
    if (why == 0)
        lost = PaymentId(m_till->random.uuid(m_till->clock.now()));
    if (why == 1)
        QVERIFY(cards().decline(lost));
    if (why == 2)
        QVERIFY(cards().approve(lost, u"A1"_s) && cards().voidApproved(lost));
    if (why == 3)
        QVERIFY(other.add(m_till->goods(100)));
    if (why >= 3)
        QVERIFY(CartStore(*m_till->ledger).save(other));
    if (why == 4)
        QVERIFY(cards().attempt(other.id, m_till->money(5)));
    const auto before = loadOpenCart(ledger());
    QCOMPARE(TakeUpCart(*m_till->ledger).run(lost).error().code, code);
    QVERIFY(loadOpenCart(ledger()) == before);
}

QTEST_APPLESS_MAIN(UnsettledCardsTest)
#include "tst_unsettled_cards.moc"
