#include "core/offers/shop_offers.h"
#include "core/replica/replica_generation.h"
#include "tests/core/offers/rules.h"
#include "tests/core/shop/shop.h"

#include <QRegularExpression>
#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

/// What the OMS tells becomes what the till takes off.
class ShopOffersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shop = std::make_unique<Shop>();
        m_offers = std::make_unique<ShopOffers>(
            m_shop->replica, m_shop->ledger->database(), m_shop->config, m_shop->clock);
    }
    void aNewPromotionCountsForTheNextScan();
    void aPromotionThatIsGoneGivesNothing();
    void aRuleThatCannotBeReadHoldsUpNoOther_data();
    void aRuleThatCannotBeReadHoldsUpNoOther();
    void happyHoursFollowTheWallClock();
    void aSingleUseIsUsedOnceByWhatThisTillKnows();
    void aBudgetIsSpentOnceByWhatThisTillKnows();
    void aNewSnapshotTakesItsPlace();
    void cleanup()
    {
        m_offers.reset();
        m_shop.reset();
    }

private:
    [[nodiscard]] Cart cart(std::int64_t price, std::int64_t pieces)
    {
        Cart cart;
        cart.id = SaleId(m_shop->newId());
        cart.currency = m_shop->config.currency;
        cart.lines = {m_shop->line(u"A"_s, Quantity::pieces(pieces), price)};
        return cart;
    }
    [[nodiscard]] std::int64_t saved(std::int64_t price, std::int64_t pieces, const QStringList &coupons = {})
    {
        Cart one = cart(price, pieces);
        one.coupons = coupons;
        (void)m_offers->grant(one);
        return one.saved().minor();
    }

    std::unique_ptr<Shop> m_shop;
    std::unique_ptr<ShopOffers> m_offers;
};

void ShopOffersTest::aNewPromotionCountsForTheNextScan()
{
    QCOMPARE(saved(200, 3), 0);
    m_shop->tell(test::threeForTwo(u"A"_s));
    QCOMPARE(saved(200, 3), 200);
    // The same row again, and a row of something else, change nothing.
    m_shop->tell(test::threeForTwo(u"A"_s));
    m_shop->tell(StockRow{u"A"_s, Quantity::pieces(1), {}});
    QCOMPARE(saved(200, 3), 200);
    m_shop->tell(test::rule(u"three-for-two-A"_s, R"("benefits":[{"kind":"percent","ppm":500000}])"));
    QCOMPARE(saved(200, 3), 300);
}

void ShopOffersTest::aPromotionThatIsGoneGivesNothing()
{
    m_shop->tell(test::threeForTwo(u"A"_s));
    QCOMPARE(saved(200, 3), 200);
    QVERIFY(m_shop->writer.apply(
        {{{FeedChange::Drop, Entity::Promotion, u"three-for-two-A"_s, {}, {}}}, "c2", {}, false}));
    QCOMPARE(saved(200, 3), 0);
}

void ShopOffersTest::aRuleThatCannotBeReadHoldsUpNoOther_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::newRow("of a newer OMS") << QByteArray(
        R"({"id":"odd","benefits":[{"kind":"teleport","ppm":100000}]})");
    QTest::newRow("a field that nobody knows")
        << QByteArray(R"({"id":"odd","colour":"red","benefits":[{"kind":"percent","ppm":100000}]})");
    QTest::newRow("another one's id")
        << QByteArray(R"({"id":"even","benefits":[{"kind":"percent","ppm":100000}]})");
    QTest::newRow("more than everything")
        << QByteArray(R"({"id":"odd","benefits":[{"kind":"percent","ppm":1100000}]})");
    QTest::newRow("no JSON") << QByteArray("{");
}

void ShopOffersTest::aRuleThatCannotBeReadHoldsUpNoOther()
{
    QFETCH(QByteArray, rule);
    m_shop->tell(PromotionRow{u"odd"_s, rule});
    m_shop->tell(test::threeForTwo(u"A"_s));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^promotion odd is kept aside: .+"_s));
    QCOMPARE(saved(200, 3), 200);
    QCOMPARE(saved(200, 6), 400);
}

void ShopOffersTest::happyHoursFollowTheWallClock()
{
    // One o'clock of a Saturday in Berlin.
    m_shop->tell(test::rule(u"lunch"_s,
        R"("from":"2026-11-21","until":"2026-11-21","hours":[{"weekdays":[6],"from":"13:00","until":"14:00"}],)"
        R"("benefits":[{"kind":"percent","ppm":500000}])"));
    QCOMPARE(saved(200, 1), 100);
    m_shop->clock.advance(std::chrono::minutes(59));
    QCOMPARE(saved(200, 1), 100);
    m_shop->clock.advance(std::chrono::minutes(1));
    QCOMPARE(saved(200, 1), 0);
    m_shop->clock.advance(std::chrono::hours(24 * 7 - 1));
    QCOMPARE(saved(200, 1), 0);
}

void ShopOffersTest::aSingleUseIsUsedOnceByWhatThisTillKnows()
{
    const PromotionRow once = test::fiveWithCode(R"(,"uses_left":1)");
    m_shop->tell(once);
    Cart bought = cart(3000, 1);
    bought.coupons = {u"WELCOME5"_s};
    QVERIFY(m_offers->grant(bought).refusedCoupons.empty());
    bought.tenders = {{TenderKind::Cash, m_shop->money(2500)}};
    QVERIFY(CompleteSale(*m_shop->ledger, m_shop->config).run(bought));
    // Offline: the OMS does not know yet.
    Cart again = cart(3000, 1);
    again.coupons = {u"WELCOME5"_s};
    QCOMPARE(
        m_offers->grant(again).refusedCoupons, (std::vector<RefusedCoupon>{{u"WELCOME5"_s, u"used_up"_s}}));
    // The OMS has counted it, and the office gives one more: nothing is counted twice.
    m_shop->tell(once, m_shop->now());
    QCOMPARE(saved(3000, 1, {u"WELCOME5"_s}), 500);
}

void ShopOffersTest::aBudgetIsSpentOnceByWhatThisTillKnows()
{
    m_shop->tell(test::rule(u"pot"_s,
        R"("budget_left":800,"budget_is_cap":true,"benefits":[{"kind":"amount_total","amount":500}])"));
    Cart bought = cart(3000, 1);
    (void)m_offers->grant(bought);
    QCOMPARE(bought.saved().minor(), 500);
    bought.tenders = {{TenderKind::Cash, m_shop->money(2500)}};
    QVERIFY(CompleteSale(*m_shop->ledger, m_shop->config).run(bought));
    QCOMPARE(saved(3000, 1), 300);
}

void ShopOffersTest::aNewSnapshotTakesItsPlace()
{
    m_shop->tell(test::threeForTwo(u"A"_s));
    QCOMPARE(saved(200, 3), 200);
    auto next = m_shop->writer.startGeneration({});
    const PromotionRow row = test::tenOffFifty();
    QVERIFY(next->add(
        std::vector<FeedChange>{{FeedChange::Put, Entity::Promotion, row.promotion, {}, FeedRow(row)}}));
    QVERIFY(next->finish("c9", {}));
    QCOMPARE(saved(200, 3), 0);
    QCOMPARE(saved(2000, 3), 600);
}

QTEST_GUILESS_MAIN(ShopOffersTest)
#include "tst_shop_offers.moc"
