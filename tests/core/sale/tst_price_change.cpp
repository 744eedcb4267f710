#include "core/audit/replay.h"
#include "core/sale/approval.h"
#include "core/sale/approval/grant_approval.h"
#include "core/sale/goods_stop.h"
#include "core/sale/sale_event.h"
#include "core/sale/sale_table.h"
#include "tests/core/support/test_till.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

/// A price that was set by hand: on the cart, approved, sold, and read back from the journal.
class PriceChangeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theLineCostsWhatWasTypedAndRemembersWhatItWas();
    void theShopsOwnPriceTakesTheChangeOff();
    void theNextPieceIsALineOfItsOwn();
    void aPrintedPriceCountsNoMore();
    void refusesPricesThatCannotBe_data();
    void refusesPricesThatCannotBe();
    void refusesAChangeWithoutAReason();
    void aSaleNeedsTheApprovalOfThisVeryPrice();
    void anApprovalOfAPriceIsForALineThatHasOne();
    void theSaleSaysItEverywhere();
    void refusesEventsThatCannotBe_data();
    void refusesEventsThatCannotBe();
    void theOpenCartKeepsIt();
    void anOpenPriceIsTypedAnewWithoutAReason();
    void refusesOpenPricesThatCannotBe();

private:
    [[nodiscard]] Cart cartOf(std::int64_t price, std::int64_t pieces = 1);
    [[nodiscard]] Result<> approve(const Cart &cart)
    {
        return GrantApproval(*m_till->ledger)
            .run(cart.id, Code::PriceChanged, cart.lines[0], cart.lines[0].change->reason);
    }

    std::unique_ptr<test::TestTill> m_till;
};

void PriceChangeTest::init()
{
    m_till = std::make_unique<test::TestTill>();
    m_till->openShift();
}

Cart PriceChangeTest::cartOf(std::int64_t price, std::int64_t pieces)
{
    Cart cart = m_till->newCart();
    (void)cart.add(m_till->goods(price, pieces)).value();
    return cart;
}

void PriceChangeTest::theLineCostsWhatWasTypedAndRemembersWhatItWas()
{
    Cart cart = cartOf(499, 3);
    QVERIFY(cart.setPrice(0, m_till->money(350), u"  damaged box "_s));
    QCOMPARE(cart.lines[0].amount(), m_till->money(1050));
    QCOMPARE(cart.lines[0].change, (PriceChange{m_till->money(499), u"damaged box"_s}));
    QVERIFY(cart.setPrice(0, m_till->money(0), u"a gift"_s));
    QCOMPARE(cart.lines[0].change, (PriceChange{m_till->money(499), u"a gift"_s}));
    QCOMPARE(cart.lines[0].amount(), m_till->money(0));
}

void PriceChangeTest::theShopsOwnPriceTakesTheChangeOff()
{
    Cart cart = cartOf(499);
    const Cart before = cart;
    QVERIFY(cart.setPrice(0, m_till->money(350), u"damaged box"_s));
    QVERIFY(cart.setPrice(0, m_till->money(499), {}));
    QCOMPARE(cart, before);
}

void PriceChangeTest::theNextPieceIsALineOfItsOwn()
{
    Cart cart = cartOf(499);
    QVERIFY(cart.setPrice(0, m_till->money(350), u"damaged box"_s));
    QCOMPARE(cart.add(m_till->goods(499)).value(), std::size_t(1));
    QCOMPARE(cart.add(m_till->goods(350)).value(), std::size_t(2));
    QCOMPARE(cart.add(m_till->goods(499)).value(), std::size_t(1));
}

void PriceChangeTest::aPrintedPriceCountsNoMore()
{
    Cart cart = m_till->newCart();
    CartLine cheese = m_till->goods(1999);
    cheese.unit = u"kg"_s;
    cheese.quantity = Quantity::thousandths(500);
    cheese.labelAmount = m_till->money(990);
    QVERIFY(cart.add(cheese));
    QVERIFY(cart.setPrice(0, m_till->money(1000), u"sold off"_s));
    QCOMPARE(cart.lines[0].amount(), m_till->money(500));
}

void PriceChangeTest::refusesPricesThatCannotBe_data()
{
    QTest::addColumn<qint64>("price");
    QTest::newRow("negative") << -1LL;
    QTest::newRow("a barcode in the wrong field") << 4'006'381'333'931LL;
    QTest::newRow("beyond all reason") << qint64(Money::kLargest);
}

void PriceChangeTest::refusesPricesThatCannotBe()
{
    QFETCH(qint64, price);
    Cart cart = cartOf(499);
    const Cart before = cart;
    const auto set = cart.setPrice(0, m_till->money(price), u"damaged box"_s);
    QVERIFY(!set);
    QCOMPARE(set.error().code, Code::BadAmount);
    QCOMPARE(cart, before);
}

void PriceChangeTest::refusesAChangeWithoutAReason()
{
    Cart cart = cartOf(499);
    const Cart before = cart;
    for (const QString &reason : {u""_s, u" \t"_s, QString(201, u'a')})
        QCOMPARE(cart.setPrice(0, m_till->money(350), reason).error().code, Code::BadInput);
    QCOMPARE(cart, before);
    cart.lines[0].discount = m_till->money(100);
    QCOMPARE(cart.setPrice(0, m_till->money(99), u"sold off"_s).error().code, Code::BadAmount);
}

void PriceChangeTest::aSaleNeedsTheApprovalOfThisVeryPrice()
{
    Cart cart = cartOf(499);
    QVERIFY(cart.setPrice(0, m_till->money(350), u"damaged box"_s));
    QVERIFY(approve(cart));
    QVERIFY(cart.setPrice(0, m_till->money(1), u"damaged box"_s));
    cart.tenders = {m_till->cash(1)};
    const auto refused = m_till->complete(cart);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Code::PriceChanged);
    QCOMPARE(refused.error().facts.value(u"price"_s).toLongLong(), 1);
    QCOMPARE(refused.error().facts.value(u"was"_s).toLongLong(), 499);
    const auto events = m_till->events();
    QVERIFY(approve(cart));
    QVERIFY(approve(cart)); // changes nothing
    QCOMPARE(m_till->events(), events + 1);
    QVERIFY(m_till->complete(cart));
    // Another cart's approval is its own.
    Cart other = cartOf(499);
    QVERIFY(other.setPrice(0, m_till->money(1), u"damaged box"_s));
    other.tenders = {m_till->cash(1)};
    QCOMPARE(m_till->complete(other).error().code, Code::PriceChanged);
}

void PriceChangeTest::anApprovalOfAPriceIsForALineThatHasOne()
{
    const Cart cart = cartOf(499);
    const auto events = m_till->events();
    const auto granted =
        GrantApproval(*m_till->ledger).run(cart.id, Code::PriceChanged, cart.lines[0], u"why not"_s);
    QVERIFY(!granted);
    QCOMPARE(granted.error().code, Code::BadInput);
    QCOMPARE(m_till->events(), events);
}

void PriceChangeTest::theSaleSaysItEverywhere()
{
    Cart cart = cartOf(499, 2);
    QVERIFY(cart.setPrice(0, m_till->money(350), u"damaged box"_s));
    QVERIFY(approve(cart));
    cart.tenders = {m_till->cash(700)};
    const auto granted = Journal(m_till->database()).at(m_till->ledger->head().position);
    QCOMPARE(approvalFrom(*granted)->price, (Approval::Price{350, 499}));
    QVERIFY(granted->payload.contains("\"was\":499,\"why\":\"PriceChanged\""));
    const auto sale = m_till->complete(cart);
    QVERIFY(sale);
    QCOMPARE(sale->total, m_till->money(700));
    QCOMPARE(sale->lines[0].change, cart.lines[0].change);
    const auto event = Journal(m_till->database()).at(m_till->ledger->head().position);
    QVERIFY(
        event->payload.contains("\"price\":350,\"price_change\":{\"reason\":\"damaged box\",\"was\":499}"));
    QCOMPARE(saleFrom(*event).value(), *sale);
    QCOMPARE(SaleTable(m_till->database()).byId(sale->id).value(), *sale);
    test::TestTill copy;
    QVERIFY(replay(*granted, copy.database()));
    QVERIFY(isApproved(copy.database(), cart.id, Code::PriceChanged, cart.lines[0]));
    QVERIFY(replay(*event, copy.database()));
    QCOMPARE(SaleTable(copy.database()).byId(sale->id).value(), *sale);
}

void PriceChangeTest::refusesEventsThatCannotBe_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("no reason") << QByteArray("\"reason\":\"damaged box\"") << QByteArray("\"reason\":\"\"");
    QTest::newRow("a negative price before") << QByteArray("\"was\":499") << QByteArray("\"was\":-499");
    QTest::newRow("a price before that is a text")
        << QByteArray("\"was\":499") << QByteArray("\"was\":\"499\"");
    QTest::newRow("no price before") << QByteArray("\"was\":499") << QByteArray("\"is\":499");
}

void PriceChangeTest::refusesEventsThatCannotBe()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    Cart cart = cartOf(499);
    QVERIFY(cart.setPrice(0, m_till->money(350), u"damaged box"_s));
    QVERIFY(approve(cart));
    cart.tenders = {m_till->cash(350)};
    QVERIFY(m_till->complete(cart));
    Event event = *Journal(m_till->database()).at(m_till->ledger->head().position);
    const QByteArray right = event.payload;
    event.payload = QByteArray(right).replace(from, to);
    QVERIFY(event.payload != right);
    const auto read = saleFrom(event);
    QVERIFY(!read);
    const QString problem = read.error().facts.value(u"problem"_s).toString();
    QVERIFY2(problem.contains(u"price_change."_s), qPrintable(problem));
}

void PriceChangeTest::theOpenCartKeepsIt()
{
    Cart cart = cartOf(499);
    QVERIFY(cart.setPrice(0, m_till->money(350), u"damaged \"box\""_s));
    QCOMPARE(Cart::fromJson(cart.toJson()), cart);
    QVERIFY(!Cart::fromJson(cart.toJson().replace("\"was\":499", "\"was\":-1")));
}

void PriceChangeTest::anOpenPriceIsTypedAnewWithoutAReason()
{
    Cart cart = m_till->newCart();
    CartLine flowers = m_till->goods(1500);
    flowers.isOpenPrice = true;
    QVERIFY(cart.add(flowers));
    QCOMPARE(cart.add(flowers).value(), std::size_t(0));
    flowers.price = m_till->money(1700);
    QCOMPARE(cart.add(flowers).value(), std::size_t(1));
    QVERIFY(cart.setPrice(0, m_till->money(1600), {}));
    QVERIFY(!cart.lines[0].change);
    QCOMPARE(cart.lines[0].amount(), m_till->money(3200));
    QCOMPARE(Cart::fromJson(cart.toJson()), cart);
    cart.tenders = {m_till->cash(4900)};
    const auto sale = m_till->complete(cart);
    QVERIFY(sale);
    QCOMPARE(sale->lines[0].price, m_till->money(1600));
}

void PriceChangeTest::refusesOpenPricesThatCannotBe()
{
    Cart cart = m_till->newCart();
    CartLine flowers = m_till->goods(0);
    flowers.isOpenPrice = true;
    for (const std::int64_t minor : {std::int64_t(0), std::int64_t(-5), std::int64_t(4'006'381'333'931)}) {
        flowers.price = m_till->money(minor);
        const auto added = cart.add(flowers);
        QVERIFY(!added);
        QCOMPARE(added.error().code, Code::BadAmount);
    }
    QVERIFY(cart.isEmpty());
    flowers.price = m_till->money(100);
    QVERIFY(cart.add(flowers));
    QCOMPARE(cart.setPrice(0, m_till->money(0), {}).error().code, Code::BadAmount);
    // What a label says needs no other price.
    flowers.price = m_till->money(0);
    flowers.labelAmount = m_till->money(890);
    QVERIFY(cart.add(flowers));
    QCOMPARE(cart.setQuantity(1, Quantity::pieces(2)).error().code, Code::BadAmount);
}

QTEST_GUILESS_MAIN(PriceChangeTest)
#include "tst_price_change.moc"
