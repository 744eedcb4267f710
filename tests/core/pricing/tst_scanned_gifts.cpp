#include "tests/core/pricing/gift_tickets.h"

#include <QTest>

using namespace evertill;
using namespace evertill::test;
using namespace Qt::StringLiterals;

/// Gifts that whoever sells them scanned: free as far as the other goods earn them.
class ScannedGiftsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aGiftIsToldUntilItIsScannedAndThenFree();
    void asManyAreFreeAsTheOtherGoodsEarn_data();
    void asManyAreFreeAsTheOtherGoodsEarn();
    void otherRulesDoNotSeeAGift_data();
    void otherRulesDoNotSeeAGift();
    void theDearestOfThemAreFree();
    void twoPromotionsGiveThePiecesOfOneLine();
    void whatIsNotSoldByThePieceIsNoGift_data();
    void whatIsNotSoldByThePieceIsNoGift();
    void withoutTheRuleScannedGoodsCostWhatTheyCost();
    void aFreeLineGivesBackNothing();
};

void ScannedGiftsTest::aGiftIsToldUntilItIsScannedAndThenFree()
{
    const PricedBasket before = price(tea(2, 0));
    QCOMPARE(before.totals.toPay, 4000);
    QVERIFY(before.discounts.empty());
    QCOMPARE(before.freeGoods.size(), std::size_t(1));
    QCOMPARE(before.freeGoods[0].promotion, u"tea"_s);
    QCOMPARE(before.freeGoods[0].sku, u"TOWEL"_s);
    QCOMPARE(before.freeGoods[0].units, 1);
    const PricedBasket after = price(tea(2, 1));
    QCOMPARE(after.totals.toPay, 4000);
    QVERIFY(after.freeGoods.empty());
    QCOMPARE(after.discounts.size(), std::size_t(1));
    QCOMPARE(after.discounts[0].name, u"Tea time"_s);
    QCOMPARE(after.discounts[0].amount, 500);
    QCOMPARE(after.lines[1].toPay, 0);
}

void ScannedGiftsTest::asManyAreFreeAsTheOtherGoodsEarn_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<int>("pots");
    QTest::addColumn<int>("towels");
    QTest::addColumn<int>("free");
    QTest::addColumn<int>("missing");
    const QByteArray tea =
        R"({"id":"t","benefits":[{"kind":"gift","gift_sku":"TOWEL","parts":[{"goods":{"skus":["POT"]},"units":2}]}]})";
    QTest::newRow("none is earned") << tea << 1 << 3 << 0 << 0;
    QTest::newRow("one too many is paid for") << tea << 2 << 2 << 1 << 0;
    QTest::newRow("two earned, one there") << tea << 5 << 1 << 1 << 1;
    QTest::newRow("very many") << tea << 2000 << 100'000 << 1000 << 0;
    const QByteArray own =
        R"({"id":"t","benefits":[{"kind":"gift","gift_sku":"TOWEL","parts":[{"goods":{"skus":["TOWEL"]},"units":2}]}]})";
    QTest::newRow("two of its own kind earn one") << own << 0 << 2 << 0 << 1;
    QTest::newRow("which is there") << own << 0 << 3 << 1 << 0;
    QTest::newRow("a fourth is paid for") << own << 0 << 4 << 1 << 0;
    QTest::newRow("and earns another with a fifth") << own << 0 << 5 << 1 << 1;
    QTest::newRow("six") << own << 0 << 6 << 2 << 0;
    const QByteArray spend =
        R"({"id":"t","when":[{"min_amount":4500}],"benefits":[{"kind":"gift","gift_sku":"TOWEL"}]})";
    QTest::newRow("a gift does not help to reach its amount") << spend << 2 << 1 << 0 << 1;
    QTest::newRow("one that is paid for does") << spend << 2 << 2 << 1 << 0;
    const QByteArray few =
        R"({"id":"t","when":[{"max_amount":4000}],"benefits":[{"kind":"gift","gift_sku":"TOWEL"}]})";
    QTest::newRow("nor to go beyond an amount") << few << 2 << 1 << 1 << 0;
    QTest::newRow("with every ticket")
        << QByteArray(R"({"id":"t","benefits":[{"kind":"gift","gift_sku":"TOWEL","gift_units":2}]})") << 1
        << 2 << 2 << 0;
    QTest::newRow("a gift alone was not bought")
        << QByteArray(R"({"id":"t","benefits":[{"kind":"gift","gift_sku":"TOWEL"}]})") << 0 << 1 << 0 << 1;
    QTest::newRow("at most so often") << QByteArray(
        R"({"id":"t","benefits":[{"kind":"gift","gift_sku":"TOWEL","most_times":1,"parts":[{"goods":{"skus":["POT"]}}]}]})")
                                      << 3 << 2 << 1 << 0;
}

void ScannedGiftsTest::asManyAreFreeAsTheOtherGoodsEarn()
{
    QFETCH(QByteArray, rule);
    QFETCH(int, pots);
    QFETCH(int, towels);
    QFETCH(int, free);
    QFETCH(int, missing);
    const PricedBasket priced = price(tea(pots, towels, rule));
    QCOMPARE(priced.totals.discount, free * 500);
    QCOMPARE(priced.totals.toPay, pots * 2000 + (towels - free) * 500);
    QCOMPARE(test::missing(priced), missing);
}

void ScannedGiftsTest::otherRulesDoNotSeeAGift_data()
{
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<int>("off"); // of two teapots for 40.00 and a free towel
    QTest::newRow("a part of the ticket")
        << QByteArray(R"({"id":"o","benefits":[{"kind":"percent_total","ppm":100000}]})") << 400;
    QTest::newRow("a part before it")
        << QByteArray(R"({"id":"o","priority":5,"benefits":[{"kind":"percent","ppm":100000}]})") << 400;
    QTest::newRow("an amount to reach") << QByteArray(
        R"({"id":"o","when":[{"min_amount":4001}],"benefits":[{"kind":"amount_total","amount":99}]})")
                                        << 0;
    QTest::newRow("any three") << QByteArray(
        R"({"id":"o","benefits":[{"kind":"group","parts":[{"units":3}],"amount":300,"reduction":"amount_total"}]})")
                               << 0;
    QTest::newRow("any two") << QByteArray(
        R"({"id":"o","benefits":[{"kind":"group","parts":[{"units":2}],"amount":300,"reduction":"amount_total"}]})")
                             << 300;
}

void ScannedGiftsTest::otherRulesDoNotSeeAGift()
{
    QFETCH(QByteArray, other);
    QFETCH(int, off);
    const QByteArray rule =
        R"({"id":"tea","benefits":[{"kind":"gift","gift_sku":"TOWEL","parts":[{"goods":{"skus":["POT"]},"units":2}]}]},)";
    const PricedBasket priced = price(tea(2, 1, rule + other));
    QCOMPARE(priced.lines[1].toPay, 0);
    QCOMPARE(priced.totals.toPay, 4000 - off);
    QCOMPARE(price(tea(2, 0, rule + other)).totals.toPay, 4000 - off);
}

void ScannedGiftsTest::theDearestOfThemAreFree()
{
    const PricedBasket priced = price(R"({"currency":"EUR","gifts_are":"scanned","lines":[
        {"sku":"T","price":500},{"sku":"T","price":700,"quantity":2000},{"sku":"POT","price":2000}],
        "promotions":[{"id":"t","benefits":[{"kind":"gift","gift_sku":"T","parts":[{"goods":{"skus":["POT"]}}]}]}]})");
    QCOMPARE(priced.totals.toPay, 500 + 700 + 2000);
    QCOMPARE(priced.lines[1].toPay, 700);
}

void ScannedGiftsTest::twoPromotionsGiveThePiecesOfOneLine()
{
    const auto ticket = [](int towels) {
        return price(QByteArray(R"({"currency":"EUR","gifts_are":"scanned","lines":[
            {"sku":"POT","price":2000},{"sku":"T","price":"333.5","quantity":)")
            + QByteArray::number(towels * 1000) + R"(}],"promotions":[
            {"id":"a","benefits":[{"kind":"gift","gift_sku":"T"}]},
            {"id":"b","benefits":[{"kind":"gift","gift_sku":"T","gift_units":2},{"kind":"amount_total","amount":10}]}]})");
    };
    const PricedBasket priced = ticket(3);
    QCOMPARE(priced.totals.toPay, 1990);
    QCOMPARE(priced.discounts.size(), std::size_t(2));
    QCOMPARE(priced.discounts[0].amount + priced.discounts[1].amount, 1001 + 10);
    QVERIFY(priced.freeGoods.empty());
    const PricedBasket one = ticket(1);
    QCOMPARE(one.freeGoods.size(), std::size_t(1));
    QCOMPARE(one.freeGoods[0].promotion, u"b"_s);
    QCOMPARE(one.freeGoods[0].units, 2);
}

void ScannedGiftsTest::whatIsNotSoldByThePieceIsNoGift_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::newRow("weighed") << QByteArray(R"("unit":"kg","price":500)");
    QTest::newRow("with a price on its label") << QByteArray(R"("label_amount":500)");
    QTest::newRow("reduced by hand") << QByteArray(
        R"("price":600,"discount":{"amount":100,"reason":"torn"})");
    QTest::newRow("that takes no discount") << QByteArray(R"("price":500,"takes_discount":false)");
    QTest::newRow("with a least price") << QByteArray(R"("price":500,"min_price":100)");
}

void ScannedGiftsTest::whatIsNotSoldByThePieceIsNoGift()
{
    QFETCH(QByteArray, more);
    const PricedBasket priced =
        price(R"({"currency":"EUR","gifts_are":"scanned","lines":[{"sku":"POT","price":2000},{"sku":"T",)"
            + more + R"(}],"promotions":[{"id":"t","benefits":[{"kind":"gift","gift_sku":"T"}]}]})");
    QCOMPARE(priced.totals.toPay, 2500);
    QCOMPARE(missing(priced), 1);
}

void ScannedGiftsTest::withoutTheRuleScannedGoodsCostWhatTheyCost()
{
    const PricedBasket priced = price(tea(2, 1).replace(R"("gifts_are":"scanned",)", ""));
    QCOMPARE(priced.totals.toPay, 4500);
    QCOMPARE(missing(priced), 1);
}

void ScannedGiftsTest::aFreeLineGivesBackNothing()
{
    const QByteArray returns =
        R"("returns":[{"lines":[{"line":1}]},{"lines":[{"line":0}]},{"lines":[{"line":0}]}],"gifts_are")";
    const PricedBasket asPaid = price(tea(2, 1).replace(R"("gifts_are")", returns));
    QCOMPARE(asPaid.returns[0].amount, 0);
    QCOMPARE(asPaid.returns[1].amount, 2000);
    QCOMPARE(asPaid.returns[2].amount, 2000);
    // With the gift still there it is paid for, out of the teapot's money.
    const PricedBasket kept = price(tea(2, 1).replace(R"("gifts_are")",
        R"("returns_are":"repriced","returns":[{"lines":[{"line":0}]},{"lines":[{"line":0},{"line":1}]}],"gifts_are")"));
    QCOMPARE(kept.returns[0].amount, 1500);
    QCOMPARE(kept.returns[1].amount, 2500);
}

QTEST_GUILESS_MAIN(ScannedGiftsTest)
#include "tst_scanned_gifts.moc"
