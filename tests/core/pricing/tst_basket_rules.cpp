#include "core/pricing/json/basket_json.h"
#include "core/pricing/price_basket.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

namespace {

/// The basket that \a lines and \a rest describe, priced; an empty object where it is refused.
QJsonObject price(const QByteArray &lines, const QByteArray &rest)
{
    const QByteArray json = R"({"currency":"EUR","moment":"2026-11-21T18:30","lines":[)" + lines + "]"
        + (rest.isEmpty() ? QByteArray() : "," + rest) + "}";
    const auto basket = readBasket(QJsonDocument::fromJson(json).object());
    if (!basket) {
        qWarning("%s", qPrintable(basket.error().facts.value(u"problem"_s).toString()));
        return {};
    }
    const auto priced = priceBasket(*basket);
    return priced ? writePriced(*basket, *priced) : QJsonObject();
}

// Saturday; a tea for 4.00, three cakes at 3.00, a wine for 10.00, cheese by weight for 5.00, a reduced jam
// for 2.00.
constexpr auto kShop = R"({"sku":"TEA","price":400,"categories":["hot"]},
    {"sku":"CAKE","price":300,"quantity":3000,"categories":["sweet"]},{"sku":"WINE","price":1000,"min_price":900},
    {"sku":"CHEESE","price":2000,"quantity":250,"unit":"kg"},{"sku":"JAM","price":200,"marked_down":true,"categories":["sweet"]})";
constexpr int kFull = 3000;

} // namespace

class BasketRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPromotionGivesWhatItSays_data();
    void aPromotionGivesWhatItSays();
    void aCouponSaysWhyItIsRefused_data();
    void aCouponSaysWhyItIsRefused();
    void aTaxHoldsWhereAndWhenItSays_data();
    void aTaxHoldsWhereAndWhenItSays();
    void aMakersCouponLeavesTheTaxAsItIs();
    void depositsTakeNoDiscountAndGoBackWithTheirGoods();
};

void BasketRulesTest::aPromotionGivesWhatItSays_data()
{
    QTest::addColumn<QByteArray>("promotion");
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<int>("off");
    const auto row = [](const char *name, const char *promotion, int off, const char *rest = "") {
        QTest::newRow(name) << QByteArray(promotion) << QByteArray(rest) << off;
    };
    row("a tenth of the ticket stops at the wine's least price",
        R"("benefits":[{"kind":"percent_total","ppm":100000}])", 300);
    row("a tenth off the bill, and the wine with its least price is none of it",
        R"("benefits":[{"kind":"percent_bill","ppm":100000}])", 200);
    row("a fifth goes on to the others", R"("benefits":[{"kind":"percent_total","ppm":200000}])", 600);
    row("a fifth off each line stops there", R"("benefits":[{"kind":"percent","ppm":200000}])", 500);
    row("sweets but not what is reduced",
        R"("benefits":[{"kind":"percent","ppm":500000,"goods":{"categories":["sweet"],"only_full_price":true}}])",
        450);
    row("the cheapest piece is free", R"("benefits":[{"kind":"percent","ppm":1000000,"pick":"cheapest"}])",
        200);
    row("the dearest piece for 9.50", R"("benefits":[{"kind":"price_each","amount":950,"pick":"dearest"}])",
        50);
    row("two cakes for 5.00",
        R"("benefits":[{"kind":"group","reduction":"price_total","amount":500,"parts":[{"goods":{"skus":["CAKE"]},"units":2}]}])",
        100);
    row("a tea and a cake for 5.50",
        R"("benefits":[{"kind":"group","reduction":"price_total","amount":550,"parts":[{"goods":{"skus":["TEA"]}},{"goods":{"skus":["CAKE"]}}]}])",
        150);
    row("buy two cakes, get tea at half price",
        R"("benefits":[{"kind":"group","ppm":500000,"parts":[{"goods":{"skus":["CAKE"]},"units":2},{"goods":{"skus":["TEA"]},"got":true}]}])",
        200);
    row("three cakes, the cheapest free",
        R"("benefits":[{"kind":"group","ppm":1000000,"got_are_cheapest":true,"parts":[{"goods":{"skus":["CAKE"]},"units":2},{"goods":{"skus":["CAKE"]},"got":true}]}])",
        300);
    row("2.00 for every 10.00 spent",
        R"("benefits":[{"kind":"amount_total","amount":200,"every_amount":1000}])", 600);
    row("from 25.00 on a fifth, below a tenth",
        R"("benefits":[{"kind":"amount_total","amount":100,"tiers":[{"from":2500,"amount":500},{"from":5000,"amount":900}]}])",
        500);
    row("not before 30.01",
        R"("when":[{"min_amount":3001}],"benefits":[{"kind":"amount_total","amount":100}])", 0);
    row("from 30.00", R"("when":[{"min_amount":3000}],"benefits":[{"kind":"amount_total","amount":100}])",
        100);
    row("four sweets make it",
        R"("when":[{"min_units":4,"goods":{"categories":["sweet"]}}],"benefits":[{"kind":"amount_total","amount":100}])",
        100);
    row("five would",
        R"("when":[{"min_units":5,"goods":{"categories":["sweet"]}}],"benefits":[{"kind":"amount_total","amount":100}])",
        0);
    row("happy hour",
        R"("hours":[{"weekdays":[6],"from":"18:00","until":"19:00"}],"benefits":[{"kind":"amount_total","amount":100}])",
        100);
    row("over",
        R"("hours":[{"weekdays":[6],"from":"17:00","until":"18:30"}],"benefits":[{"kind":"amount_total","amount":100}])",
        0);
    row("another day's",
        R"("hours":[{"weekdays":[5],"from":"18:00","until":"19:00"}],"benefits":[{"kind":"amount_total","amount":100}])",
        0);
    row("on its last day",
        R"("from":"2026-11-01","until":"2026-11-21","benefits":[{"kind":"amount_total","amount":100}])", 100);
    row("over since yesterday", R"("until":"2026-11-20","benefits":[{"kind":"amount_total","amount":100}])",
        0);
    row("begun this minute", R"("from":"2026-11-21T18:30","benefits":[{"kind":"amount_total","amount":100}])",
        100);
    row("for the club", R"("customer_groups":["club"],"benefits":[{"kind":"amount_total","amount":100}])",
        100, R"("customer":{"groups":["club"]})");
    row("not of the club", R"("customer_groups":["club"],"benefits":[{"kind":"amount_total","amount":100}])",
        0);
    row("another store", R"("stores":["B"],"benefits":[{"kind":"amount_total","amount":100}])", 0,
        R"("store":"A")");
    row("the second purchase", R"("on_order_number":2,"benefits":[{"kind":"amount_total","amount":100}])",
        100, R"("customer":{"orders_before":1})");
    row("used up", R"("uses_left":0,"benefits":[{"kind":"amount_total","amount":100}])", 0);
    row("over its budget", R"("budget_left":99,"benefits":[{"kind":"amount_total","amount":100}])", 0);
    row("cut to its budget",
        R"("budget_left":99,"budget_is_cap":true,"benefits":[{"kind":"amount_total","amount":100}])", 99);
    row("capped", R"("max_discount":70,"benefits":[{"kind":"amount_total","amount":100}])", 70);
    row("a code by hand", R"("coupons":["TEN"],"benefits":[{"kind":"amount_total","amount":100}])", 100,
        R"("coupons":["TEN"])");
    row("a GS1 coupon, whichever copy",
        R"("coupon_prefixes":["8110106141410001"],"benefits":[{"kind":"amount_total","amount":100}])", 100,
        R"("coupons":["811010614141000123"])");
}

void BasketRulesTest::aPromotionGivesWhatItSays()
{
    QFETCH(QByteArray, promotion);
    QFETCH(QByteArray, rest);
    QFETCH(int, off);
    const QJsonObject priced = price(
        kShop, "\"promotions\":[{\"id\":\"p\"," + promotion + "}]" + (rest.isEmpty() ? "" : "," + rest));
    QCOMPARE(priced["totals"_L1]["discount"_L1].toInt(), off);
    QCOMPARE(priced["totals"_L1]["to_pay"_L1].toInt(), kFull - off);
}

void BasketRulesTest::aCouponSaysWhyItIsRefused_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<QString>("why");
    const auto row = [](const char *name, const char *rest, const QString &why) {
        QTest::newRow(name) << QByteArray(rest) << why;
    };
    row("nobody knows it", "", u"unknown"_s);
    row("spent",
        R"(,"spent_coupons":["C"],"promotions":[{"id":"p","coupons":["C"],"benefits":[{"kind":"amount_total","amount":1}]}])",
        u"spent"_s);
    row("expired",
        R"(,"promotions":[{"id":"p","coupons":["C"],"until":"2026-11-20","benefits":[{"kind":"amount_total","amount":1}]}])",
        u"not_now"_s);
    row("too little",
        R"(,"promotions":[{"id":"p","coupons":["C"],"when":[{"min_amount":9999}],"benefits":[{"kind":"amount_total","amount":1}]}])",
        u"not_reached"_s);
    row("no such goods",
        R"(,"promotions":[{"id":"p","coupons":["C"],"benefits":[{"kind":"amount_total","amount":1,"goods":{"skus":["X"]}}]}])",
        u"no_goods"_s);
    row("all used",
        R"(,"promotions":[{"id":"p","coupons":["C"],"uses_left":0,"benefits":[{"kind":"amount_total","amount":1}]}])",
        u"used_up"_s);
    row("a better one is given",
        R"(,"promotions":[{"id":"p","coupons":["C"],"exclusive":true,"benefits":[{"kind":"amount_total","amount":1}]},{"id":"q","benefits":[{"kind":"amount_total","amount":2}]}])",
        u"not_combinable"_s);
}

void BasketRulesTest::aCouponSaysWhyItIsRefused()
{
    QFETCH(QByteArray, rest);
    const QJsonObject priced = price(kShop, R"("coupons":["C"])" + rest);
    QCOMPARE(priced["refused_coupons"_L1].toArray().size(), 1);
    QTEST(priced["refused_coupons"_L1][0]["why"_L1].toString(), "why");
}

void BasketRulesTest::aTaxHoldsWhereAndWhenItSays_data()
{
    QTest::addColumn<QByteArray>("rate");
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<int>("tax");
    const auto row = [](const char *name, const char *rate, int tax,
                         const char *rest = R"("region":"DE-BE")") {
        QTest::newRow(name) << QByteArray(rate) << QByteArray(rest) << tax;
    };
    row("everywhere", "", 100);
    row("in its region", R"(,"regions":["DE-BE"])", 100);
    row("a country speaks for its regions", R"(,"regions":["DE"])", 100);
    row("not by half a name", R"(,"regions":["D"])", 0);
    row("where the goods go", R"(,"regions":["FR"])", 100, R"("region":"DE-BE","ship_to":"FR")");
    row("not where they come from", R"(,"regions":["DE"])", 0, R"("region":"DE-BE","ship_to":"FR")");
    row("in its store", R"(,"stores":["A"])", 0, R"("store":"B")");
    row("since today", R"(,"from":"2026-11-21")", 100);
    row("until yesterday", R"(,"until":"2026-11-20")", 0);
    row("for another category", R"(,"categories":["b"])", 0);
}

void BasketRulesTest::aTaxHoldsWhereAndWhenItSays()
{
    QFETCH(QByteArray, rate);
    QFETCH(QByteArray, rest);
    const QByteArray category = rate.contains("categories") ? "" : R"(,"categories":["a"])";
    const QJsonObject priced = price(R"({"sku":"A","price":1000,"tax_category":"a"})",
        R"("prices_are":"exclusive","taxes":{"rates":[{"id":"t","ppm":100000)" + rate + category + "}]},"
            + rest);
    QTEST(priced["totals"_L1]["tax"_L1].toInt(), "tax");
}

void BasketRulesTest::aMakersCouponLeavesTheTaxAsItIs()
{
    const QByteArray taxes =
        R"("prices_are":"exclusive","taxes":{"rates":[{"id":"t","ppm":100000,"categories":["a"]}]},
        "promotions":[{"id":"p","lowers_tax":%1,"benefits":[{"kind":"amount_total","amount":300}]}])";
    const auto paid = [&](const char *lowers) {
        return price(
            R"({"sku":"A","price":1000,"tax_category":"a"})", QByteArray(taxes).replace("%1", lowers));
    };
    QCOMPARE(paid("true")["totals"_L1]["to_pay"_L1].toInt(), 770);
    QCOMPARE(paid("false")["totals"_L1]["to_pay"_L1].toInt(), 800);
    QCOMPARE(paid("false")["totals"_L1]["tax"_L1].toInt(), 100);
}

void BasketRulesTest::depositsTakeNoDiscountAndGoBackWithTheirGoods()
{
    const QJsonObject priced = price(
        R"({"sku":"COLA","price":100,"quantity":2000,"deposit":{"sku":"D","amount":25}})",
        R"("promotions":[{"id":"p","benefits":[{"kind":"percent","ppm":500000}]}],"returns":[{"lines":[{"line":0}]},{"lines":[{"line":0}]}])");
    QCOMPARE(priced["totals"_L1]["to_pay"_L1].toInt(), 150);
    QCOMPARE(priced["lines"_L1][1]["deposit_of"_L1].toInt(-1), 0);
    for (const int at : {0, 1})
        QCOMPARE(priced["returns"_L1][at]["amount"_L1].toInt(), 75);
}

QTEST_GUILESS_MAIN(BasketRulesTest)
#include "tst_basket_rules.moc"
