#include "core/sale/cart.h"
#include "tests/core/support/test_till.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

class CartTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_cart = m_till.newCart(); }
    void theSamePieceAgainIsOneLineMore();
    void whatDiffersIsALineOfItsOwn_data();
    void whatDiffersIsALineOfItsOwn();
    void weighedGoodsCostWhatTheyWeigh();
    void aPrintedPriceCountsAsItIsPrinted();
    void aDiscountComesOffTheLine();
    void refusesLinesThatCannotBe_data();
    void refusesLinesThatCannotBe();
    void refusesQuantitiesThatCannotBe_data();
    void refusesQuantitiesThatCannotBe();
    void refusesDiscountsThatCannotBe();
    void refusesACartBeyondAllReason();
    void comesBackFromJsonAsItWas();
    void readsNoCartFromAnythingElse_data();
    void readsNoCartFromAnythingElse();

private:
    test::TestTill m_till;
    Cart m_cart;
};

void CartTest::theSamePieceAgainIsOneLineMore()
{
    QCOMPARE(m_cart.add(m_till.goods(250)).value(), 0U);
    QCOMPARE(m_cart.add(m_till.goods(100, 1, u"B"_s)).value(), 1U);
    QCOMPARE(m_cart.add(m_till.goods(250, 2)).value(), 0U);
    QCOMPARE(m_cart.lines.size(), 2U);
    QCOMPARE(m_cart.lines[0].quantity, Quantity::pieces(3));
    QCOMPARE(m_cart.lines[0].amount(), m_till.money(750));
    m_cart.remove(0);
    QCOMPARE(m_cart.lines.size(), 1U);
    QCOMPARE(m_cart.lines[0].sku, u"B"_s);
}

void CartTest::whatDiffersIsALineOfItsOwn_data()
{
    QTest::addColumn<int>("difference");
    QTest::newRow("another price") << 0;
    QTest::newRow("a printed price") << 1;
    QTest::newRow("sold by weight") << 2;
    QTest::newRow("a discount on the first") << 3;
    QTest::newRow("another tax") << 4;
}

void CartTest::whatDiffersIsALineOfItsOwn()
{
    QFETCH(int, difference);
    QVERIFY(m_cart.add(m_till.goods(250)));
    CartLine other = m_till.goods(difference == 0 ? 240 : 250);
    if (difference == 1)
        other.labelAmount = m_till.money(250);
    if (difference == 2)
        other.unit = m_cart.lines[0].unit = u"kg"_s;
    if (difference == 3)
        m_cart.lines[0].discount = m_till.money(1);
    if (difference == 4)
        other.taxRate = Percentage::partsPerMillion(70'000);
    QCOMPARE(m_cart.add(other).value(), 1U);
}

void CartTest::weighedGoodsCostWhatTheyWeigh()
{
    CartLine apples = m_till.goods(299);
    apples.unit = u"kg"_s;
    apples.quantity = Quantity::thousandths(1255);
    QVERIFY(m_cart.add(apples));
    QCOMPARE(m_cart.lines[0].amount(), m_till.money(375)); // 3.75245
    QVERIFY(m_cart.setQuantity(0, Quantity::thousandths(500)));
    QCOMPARE(m_cart.lines[0].amount(), m_till.money(150)); // 1.495 goes up
}

void CartTest::aPrintedPriceCountsAsItIsPrinted()
{
    CartLine cheese = m_till.goods(1999);
    cheese.unit = u"kg"_s;
    cheese.quantity = Quantity::thousandths(312);
    cheese.labelAmount = m_till.money(620);
    QVERIFY(m_cart.add(cheese));
    QCOMPARE(m_cart.lines[0].amount(), m_till.money(620));
    QVERIFY(m_cart.setQuantity(0, Quantity::thousandths(312)));
    QCOMPARE(m_cart.lines[0].amount(), m_till.money(624)); // typed by hand, the label counts no more
}

void CartTest::aDiscountComesOffTheLine()
{
    QVERIFY(m_cart.add(m_till.goods(250, 2)));
    m_cart.lines[0].discount = m_till.money(500);
    QCOMPARE(m_cart.lines[0].amount(), m_till.money(0));
    QCOMPARE(m_cart.taxes(m_till.config.tax).total, m_till.money(0));
    // Three pieces less would be worth less than the discount.
    QCOMPARE(m_cart.setQuantity(0, Quantity::pieces(1)).error().code, Code::BadAmount);
    QCOMPARE(m_cart.lines[0].quantity, Quantity::pieces(2));
}

void CartTest::refusesLinesThatCannotBe_data()
{
    QTest::addColumn<qint64>("price");
    QTest::addColumn<qint64>("thousandths");
    QTest::addColumn<qint64>("discount");
    QTest::addColumn<int>("code");
    QTest::newRow("nothing of it") << 100LL << 0LL << 0LL << int(Code::BadQuantity);
    QTest::newRow("less than nothing of it") << 100LL << -1000LL << 0LL << int(Code::BadQuantity);
    QTest::newRow("half a piece") << 100LL << 500LL << 0LL << int(Code::BadQuantity);
    QTest::newRow("a negative price") << -100LL << 1000LL << 0LL << int(Code::BadAmount);
    QTest::newRow("a price that overflows")
        << qint64(Money::kLargest) << 1'000'000'000LL << 0LL << int(Code::BadAmount);
    QTest::newRow("a discount of more than its worth") << 100LL << 1000LL << 101LL << int(Code::BadAmount);
    QTest::newRow("a negative discount") << 100LL << 1000LL << -1LL << int(Code::BadAmount);
}

void CartTest::refusesLinesThatCannotBe()
{
    QFETCH(qint64, price);
    QFETCH(qint64, thousandths);
    QFETCH(qint64, discount);
    QFETCH(int, code);
    CartLine line = m_till.goods(price);
    line.quantity = Quantity::thousandths(thousandths);
    line.discount = m_till.money(discount);
    const auto added = m_cart.add(line);
    QVERIFY(!added);
    QCOMPARE(int(added.error().code), code);
    QVERIFY(m_cart.isEmpty());
}

void CartTest::refusesQuantitiesThatCannotBe_data()
{
    QTest::addColumn<qint64>("thousandths");
    QTest::newRow("none") << 0LL;
    QTest::newRow("negative") << -1000LL;
    QTest::newRow("broken pieces") << 1500LL;
    QTest::newRow("more than a million") << 1'000'001'000LL;
}

void CartTest::refusesQuantitiesThatCannotBe()
{
    QFETCH(qint64, thousandths);
    QVERIFY(m_cart.add(m_till.goods(100)));
    const Cart before = m_cart;
    const auto changed = m_cart.setQuantity(0, Quantity::thousandths(thousandths));
    QCOMPARE(changed.error().code, Code::BadQuantity);
    QCOMPARE(changed.error().facts.value(u"quantity"_s).toLongLong(), thousandths);
    QCOMPARE(m_cart, before);
}

void CartTest::refusesDiscountsThatCannotBe()
{
    QVERIFY(m_cart.add(m_till.goods(100)));
    for (const std::int64_t minor : {101, -1}) {
        m_cart.lines[0].discount = m_till.money(minor);
        QCOMPARE(m_cart.check().error().code, Code::BadAmount);
    }
    m_cart.lines[0].discount = m_till.money(100);
    QVERIFY(m_cart.check());
}

void CartTest::refusesACartBeyondAllReason()
{
    QVERIFY(m_cart.add(m_till.goods(Cart::kLargestTotal)));
    QCOMPARE(m_cart.add(m_till.goods(1, 1, u"B"_s)).error().code, Code::BadAmount);
    QCOMPARE(m_cart.add(m_till.goods(Cart::kLargestTotal)).error().code, Code::BadAmount);
    QCOMPARE(m_cart.lines.size(), 1U);
    QCOMPARE(m_cart.lines[0].quantity, Quantity::pieces(1));
}

void CartTest::comesBackFromJsonAsItWas()
{
    QVERIFY(m_cart.add(m_till.goods(250, 2)));
    m_cart.lines[0].discount = m_till.money(7);
    CartLine cheese = m_till.goods(1999, 1, u"Käse \"alt\""_s);
    cheese.unit = u"kg"_s;
    cheese.gtin = u"02012345006208"_s;
    cheese.quantity = Quantity::thousandths(312);
    cheese.labelAmount = m_till.money(620);
    QVERIFY(m_cart.add(cheese));
    m_cart.tenders = {m_till.cash(500), m_till.card(613)};
    m_cart.tenders[1].attempt = PaymentId(m_till.random.uuid(m_till.clock.now()));
    QCOMPARE(Cart::fromJson(m_cart.toJson()).value(), m_cart);
    const Cart empty = m_till.newCart();
    QCOMPARE(Cart::fromJson(empty.toJson()).value(), empty);
}

void CartTest::readsNoCartFromAnythingElse_data()
{
    QVERIFY(m_cart.add(m_till.goods(250, 2)));
    const QByteArray good = m_cart.toJson();
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("cut short") << good.chopped(5);
    QTest::newRow("no such currency") << QByteArray(good).replace("EUR", "EU?");
    QTest::newRow("a price in fractions") << QByteArray(good).replace("\"price\":250", "\"price\":2.5");
    QTest::newRow("a negative price") << QByteArray(good).replace("\"price\":250", "\"price\":-250");
    QTest::newRow("half a piece") << QByteArray(good).replace("\"quantity\":2000", "\"quantity\":2500");
    QTest::newRow("no tenders") << QByteArray(good).replace("tenders", "tender");
}

void CartTest::readsNoCartFromAnythingElse()
{
    QFETCH(QByteArray, json);
    QVERIFY(!Cart::fromJson(json));
}

QTEST_APPLESS_MAIN(CartTest)
#include "tst_cart.moc"
