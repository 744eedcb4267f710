#include "core/offers/grant_offers.h"
#include "core/pricing/json/basket_json.h"
#include "tests/core/offers/rules.h"
#include "tests/core/support/test_till.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace evertill;
using namespace Qt::StringLiterals;

namespace {

Promotion promotionOf(const PromotionRow &row)
{
    return readPromotion(QJsonDocument::fromJson(row.rule).object()).value();
}

} // namespace

class GrantOffersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_till.openShift(); }
    void threeForTwoTakesOneOffItsLine();
    void aTicketDiscountIsSharedByTheLinesToTheCent();
    void aGiftCardIsSoldForWhatItIsWorthAndReachesNoThreshold();
    void everyChangeOfTheLinesTakesTheDiscountsOff();
    void theOrderOfScanningDoesNotMatter();
    void withoutPromotionsACartIsAsItWas();
    void aCouponGivesOnlyToWhoHasIt();
    void aCouponThatGivesNothingSaysWhy_data();
    void aCouponThatGivesNothingSaysWhy();
    void aCouponIsKnownAsItIsScannedAndTyped();
    void whatATillCannotHonourIsRefused_data();
    void whatATillCannotHonourIsRefused();
    void aPromotionWithoutANameSaysWhatItDoes();
    void theCartKeepsWhatWasGranted();
    void aCartWhoseDiscountsDoNotAddUpIsRefused_data();
    void aCartWhoseDiscountsDoNotAddUpIsRefused();

private:
    [[nodiscard]] OfferTerms terms(const std::vector<PromotionRow> &rows) const
    {
        OfferTerms terms{{}, m_till.config.store.id, {}, m_till.config.tax.mode};
        for (const PromotionRow &row : rows)
            terms.promotions.push_back(promotionOf(row));
        return terms;
    }
    [[nodiscard]] Cart cartOf(const std::vector<CartLine> &lines)
    {
        Cart cart = m_till.newCart();
        for (const CartLine &line : lines)
            (void)cart.add(line).value();
        return cart;
    }
    [[nodiscard]] CartLine randomLine();

    test::TestTill m_till;
};

void GrantOffersTest::threeForTwoTakesOneOffItsLine()
{
    Cart cart = cartOf({m_till.goods(179, 3), m_till.goods(250, 1, u"B"_s)});
    QVERIFY(grantOffers(cart, terms({test::threeForTwo(u"A"_s)})).refusedCoupons.empty());
    QCOMPARE(cart.discounts,
        (std::vector<GrantedDiscount>{
            {u"three-for-two-A"_s, u"3 for 2"_s, {}, m_till.money(179), {{1, m_till.money(179)}}}}));
    QVERIFY(isOfOneLine(cart.discounts[0]));
    QCOMPARE(cart.taxes(m_till.config.tax).total, m_till.money(2 * 179 + 250));
    QCOMPARE(cart.saved(), m_till.money(179));
}

void GrantOffersTest::aGiftCardIsSoldForWhatItIsWorthAndReachesNoThreshold()
{
    const CartLine load =
        CartLine::giftCardLoad(giftCardWith(u"EVG-7"_s), m_till.money(6000), u"Gift card"_s);
    Cart cart = cartOf({m_till.goods(4000), load});
    QVERIFY(grantOffers(cart, terms({test::tenOffFifty()})).refusedCoupons.empty());
    QCOMPARE(cart.discounts, std::vector<GrantedDiscount>());
    cart = cartOf({load, m_till.goods(6000)});
    QVERIFY(grantOffers(cart, terms({test::tenOffFifty()})).refusedCoupons.empty());
    QCOMPARE(cart.saved(), m_till.money(600));
    QCOMPARE(sharesOf(cart.discounts, 1, m_till.config.currency), m_till.money(0));
    QVERIFY(cart.check());
}

void GrantOffersTest::aTicketDiscountIsSharedByTheLinesToTheCent()
{
    Cart cart = cartOf({m_till.goods(3333), m_till.goods(1001, 2, u"B"_s), m_till.goods(7, 1, u"C"_s)});
    QVERIFY(grantOffers(cart, terms({test::tenOffFifty()})).refusedCoupons.empty());
    QCOMPARE(cart.discounts.size(), std::size_t(1));
    QVERIFY(!isOfOneLine(cart.discounts[0]));
    QCOMPARE(cart.saved(), m_till.money(534)); // of 53.42
    QCOMPARE(cart.taxes(m_till.config.tax).total, m_till.money(5342 - 534));
    QVERIFY(cart.check());
}

void GrantOffersTest::everyChangeOfTheLinesTakesTheDiscountsOff()
{
    const auto granted = [&] {
        Cart cart = cartOf({m_till.goods(179, 3), m_till.goods(250, 1, u"B"_s)});
        grantOffers(cart, terms({test::threeForTwo(u"A"_s)}));
        return cart;
    };
    Cart more = granted();
    QVERIFY(more.add(m_till.goods(100, 1, u"C"_s)));
    QVERIFY(more.discounts.empty());
    Cart fewer = granted();
    QVERIFY(fewer.setQuantity(0, Quantity::pieces(2)));
    QVERIFY(fewer.discounts.empty());
    Cart gone = granted();
    gone.remove(0);
    QVERIFY(gone.discounts.empty());
    Cart refused = granted();
    QVERIFY(!refused.setQuantity(0, Quantity::pieces(-1)));
    QVERIFY(!refused.discounts.empty());
}

CartLine GrantOffersTest::randomLine()
{
    const std::uint64_t which = m_till.random.next64() % 6;
    return m_till.goods(100 + std::int64_t(which) * 77, 1 + std::int64_t(m_till.random.next64() % 3),
        QString(QChar(u'A' + char16_t(which))));
}

void GrantOffersTest::theOrderOfScanningDoesNotMatter()
{
    const OfferTerms offers = terms({test::threeForTwo(u"A"_s), test::threeForTwo(u"B"_s),
        test::rule(u"pair"_s,
            R"("benefits":[{"kind":"group","parts":[{"goods":{"skus":["A","B","C"]},"units":2}],)"
            R"("reduction":"price_total","amount":150}])"),
        test::rule(
            u"dear"_s, R"("when":[{"min_amount":900}],"benefits":[{"kind":"percent_total","ppm":70000}])")});
    for (int n = 0; n < 100; ++n) {
        std::vector<CartLine> lines;
        for (auto left = 2 + m_till.random.next64() % 6; left > 0; --left)
            lines.push_back(randomLine());
        Cart first = cartOf(lines);
        grantOffers(first, offers);
        for (std::size_t i = lines.size(); i > 1; --i)
            std::swap(lines[i - 1], lines[m_till.random.next64() % i]);
        Cart second = cartOf(lines);
        grantOffers(second, offers);
        QCOMPARE(second.saved(), first.saved());
        QCOMPARE(second.taxes(m_till.config.tax).total, first.taxes(m_till.config.tax).total);
        for (std::size_t i = 0; i < first.lines.size(); ++i) {
            const auto same = std::find_if(second.lines.begin(), second.lines.end(),
                [&](const CartLine &line) { return line.sku == first.lines[i].sku; });
            QCOMPARE(second.priceOf(std::size_t(same - second.lines.begin())), first.priceOf(i));
        }
    }
}

void GrantOffersTest::withoutPromotionsACartIsAsItWas()
{
    Cart cart = cartOf({m_till.goods(179, 3)});
    const Cart before = cart;
    QVERIFY(grantOffers(cart, terms({})).refusedCoupons.empty());
    QCOMPARE(cart, before);
    QVERIFY(
        grantOffers(cart, terms({test::threeForTwo(u"Z"_s), test::tenOffFifty()})).refusedCoupons.empty());
    QCOMPARE(cart, before);
}

void GrantOffersTest::aCouponGivesOnlyToWhoHasIt()
{
    Cart cart = cartOf({m_till.goods(2500)});
    const OfferTerms offers = terms({test::fiveWithCode()});
    QVERIFY(grantOffers(cart, offers).refusedCoupons.empty());
    QVERIFY(cart.discounts.empty());
    cart.coupons = {u"WELCOME5"_s};
    QVERIFY(grantOffers(cart, offers).refusedCoupons.empty());
    QCOMPARE(cart.discounts.size(), std::size_t(1));
    QCOMPARE(cart.discounts[0].coupon, u"WELCOME5"_s);
    QCOMPARE(cart.saved(), m_till.money(500));
}

void GrantOffersTest::aCouponThatGivesNothingSaysWhy_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<qint64>("price");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("why");
    QTest::newRow("too little on the ticket") << QByteArray() << 1999LL << u"WELCOME5"_s << u"not_reached"_s;
    QTest::newRow("not one of ours") << QByteArray() << 3000LL << u"WELCOME6"_s << u"unknown"_s;
    QTest::newRow("used up") << QByteArray(R"(,"uses_left":0)") << 3000LL << u"WELCOME5"_s << u"used_up"_s;
    QTest::newRow("over") << QByteArray(R"(,"until":"2020-01-01")") << 3000LL << u"WELCOME5"_s
                          << u"not_now"_s;
    QTest::newRow("nothing on the ticket") << QByteArray() << 0LL << u"WELCOME5"_s << u"no_goods"_s;
}

void GrantOffersTest::aCouponThatGivesNothingSaysWhy()
{
    QFETCH(QByteArray, more);
    QFETCH(qint64, price);
    QFETCH(QString, code);
    QFETCH(QString, why);
    Cart cart = price > 0 ? cartOf({m_till.goods(price)}) : m_till.newCart();
    cart.coupons = {code};
    OfferTerms offers = terms({test::fiveWithCode(more)});
    offers.moment = {std::int64_t(QDate(2026, 11, 21).toJulianDay()) * 1440};
    QCOMPARE(grantOffers(cart, offers).refusedCoupons, (std::vector<RefusedCoupon>{{code, why}}));
    QVERIFY(cart.discounts.empty());
}

void GrantOffersTest::aCouponIsKnownAsItIsScannedAndTyped()
{
    const std::vector<Promotion> promotions =
        terms({test::fiveWithCode(),
                  test::rule(u"maker"_s,
                      R"("coupon_prefixes":["8110106141416543213500110000310123"],)"
                      R"("benefits":[{"kind":"percent","ppm":1}])")})
            .promotions;
    QCOMPARE(couponIn(promotions, u"WELCOME5"_s), u"WELCOME5"_s);
    QCOMPARE(couponIn(promotions, u" welcome5 "_s), u"WELCOME5"_s);
    QCOMPARE(couponIn(promotions, u"]C0WELCOME5"_s), u"WELCOME5"_s);
    QCOMPARE(couponIn(promotions, u"]e08110106141416543213500110000310123196000"_s),
        u"8110106141416543213500110000310123196000"_s);
    QVERIFY(!couponIn(promotions, u"WELCOME"_s));
    QVERIFY(!couponIn(promotions, u"4006381333931"_s));
    QVERIFY(!couponIn(promotions, {}));
}

void GrantOffersTest::whatATillCannotHonourIsRefused_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::newRow("goods, as long as money is left")
        << QByteArray(R"("budget_left":9900,"benefits":[{"kind":"gift","gift_sku":"CUP"}])");
    QTest::newRow("goods up to an amount")
        << QByteArray(R"("max_discount":100,"benefits":[{"kind":"gift","gift_sku":"CUP"}])");
    QTest::newRow("goods without a name") << QByteArray(R"("benefits":[{"kind":"gift","gift_sku":""}])");
    QTest::newRow("off the bill") << QByteArray(R"("benefits":[{"kind":"percent_bill","ppm":100000}])");
    QTest::newRow("a maker's coupon that is paid money")
        << QByteArray(R"("lowers_tax":false,"benefits":[{"kind":"amount_total","amount":100}])");
    QTest::newRow("more than everything") << QByteArray(R"("benefits":[{"kind":"percent","ppm":1200000}])");
    QTest::newRow("nothing at all") << QByteArray(R"("benefits":[])");
}

void GrantOffersTest::whatATillCannotHonourIsRefused()
{
    QFETCH(QByteArray, rest);
    const auto honoured = canHonour(promotionOf(test::rule(u"odd"_s, rest)));
    QVERIFY(!honoured);
    QCOMPARE(honoured.error().code, Code::BadInput);
    QVERIFY(canHonour(promotionOf(test::tenOffFifty())));
}

void GrantOffersTest::aPromotionWithoutANameSaysWhatItDoes()
{
    Cart cart = cartOf({m_till.goods(1000)});
    grantOffers(cart, terms({test::rule(u"p7"_s, R"("benefits":[{"kind":"percent","ppm":200000}])")}));
    QCOMPARE(cart.discounts.at(0).name, u"20 % off"_s);
}

void GrantOffersTest::theCartKeepsWhatWasGranted()
{
    Cart cart = cartOf({m_till.goods(4000), m_till.goods(2000, 1, u"B"_s)});
    cart.lines[0].category = u"Tea"_s;
    cart.coupons = {u"WELCOME5"_s, u"\"odd\" code"_s};
    grantOffers(cart, terms({test::fiveWithCode(), test::tenOffFifty()}));
    QCOMPARE(cart.discounts.size(), std::size_t(2));
    QCOMPARE(Cart::fromJson(cart.toJson()), cart);
}

void GrantOffersTest::aCartWhoseDiscountsDoNotAddUpIsRefused_data()
{
    QTest::addColumn<qint64>("amount");
    QTest::addColumn<int>("line");
    QTest::addColumn<qint64>("share");
    QTest::newRow("shares are less than the discount") << 100LL << 1 << 99LL;
    QTest::newRow("more than the line costs") << 1001LL << 1 << 1001LL;
    QTest::newRow("off a line that is not there") << 100LL << 2 << 100LL;
    QTest::newRow("something added") << -100LL << 1 << -100LL;
}

void GrantOffersTest::aCartWhoseDiscountsDoNotAddUpIsRefused()
{
    QFETCH(qint64, amount);
    QFETCH(int, line);
    QFETCH(qint64, share);
    Cart cart = m_till.cartOf(1000, {m_till.cash(1000)});
    cart.discounts = {{u"p"_s, u"p"_s, {}, m_till.money(amount), {{line, m_till.money(share)}}}};
    const std::int64_t before = m_till.events();
    const auto sold = m_till.complete(cart);
    QVERIFY(!sold);
    QCOMPARE(sold.error().code, Code::BadAmount);
    QCOMPARE(m_till.events(), before);
    QVERIFY(!Cart::fromJson(cart.toJson()));
}

QTEST_APPLESS_MAIN(GrantOffersTest)
#include "tst_grant_offers.moc"
