#include "core/pricing/price_basket.h"
#include "tests/core/pricing/random_basket.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <numeric>

using namespace evertill;
using namespace evertill::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRounds = 150;

std::uint64_t seed()
{
    const QByteArray given = qgetenv("EVERTILL_SEED");
    return given.isEmpty() ? 20261121 : given.toULongLong();
}

/// What each line pays, whatever its place: lines alike are alike.
std::multimap<QString, std::int64_t> paidByGoods(const Basket &basket, const PricedBasket &priced)
{
    std::multimap<QString, std::int64_t> paid;
    for (std::size_t i = 0; i < basket.lines.size(); ++i) {
        const BasketLine &line = basket.lines[i];
        paid.emplace(u"%1 %2 %3 %4"_s.arg(line.sku, line.taxCategory)
                         .arg(line.quantity.thousandths())
                         .arg(priced.lines[i].amount),
            priced.lines[i].toPay);
    }
    return paid;
}

bool isSame(std::multimap<QString, std::int64_t> a, std::multimap<QString, std::int64_t> b)
{
    std::vector<std::pair<QString, std::int64_t>> left(a.begin(), a.end());
    std::vector<std::pair<QString, std::int64_t>> right(b.begin(), b.end());
    std::sort(left.begin(), left.end());
    std::sort(right.begin(), right.end());
    return left == right;
}

void shuffle(SeededRandom &random, std::vector<BasketLine> &lines)
{
    for (std::size_t i = lines.size(); i > 1; --i)
        std::swap(lines[i - 1], lines[std::size_t(below(random, int(i)))]);
}

/// Sometimes staff buy, who get something off the bill, and sometimes there is a fee for each piece.
Basket withStaff(SeededRandom &random, Basket basket)
{
    if (below(random, 2) == 0) {
        Benefit benefit;
        benefit.kind = BenefitKind::PercentBill;
        benefit.rate = Percentage::partsPerMillion(10'000 * (1 + below(random, 100)));
        if (below(random, 3) == 0)
            benefit.goods.categories = {u"even"_s};
        Promotion promotion;
        promotion.id = u"STAFF"_s;
        promotion.benefits = {benefit};
        basket.promotions.push_back(std::move(promotion));
    }
    if (below(random, 3) == 0 && !basket.taxes.rules.empty()) {
        TaxRule &fee = basket.taxes.rules.front();
        fee.rate.kind = TaxKind::FixedPerUnit;
        fee.rate.amount = Fraction::of(1 + below(random, 30));
        fee.isIncluded = false;
    }
    return basket;
}

/// All of \a basket's goods as returns, cut into random parts in a random order.
std::vector<std::vector<ReturnedLine>> randomReturns(SeededRandom &random, const Basket &basket)
{
    std::vector<ReturnedLine> parts;
    for (std::size_t i = 0; i < basket.lines.size(); ++i) {
        std::int64_t left = basket.lines[i].quantity.thousandths();
        const std::int64_t step = basket.lines[i].unit == u"ea"_s ? 1000 : 1;
        while (left > 0) {
            const std::int64_t part = std::min(left, step * (1 + below(random, int(left / step))));
            parts.push_back({i, Quantity::thousandths(part)});
            left -= part;
        }
    }
    for (std::size_t i = parts.size(); i > 1; --i)
        std::swap(parts[i - 1], parts[std::size_t(below(random, int(i)))]);
    std::vector<std::vector<ReturnedLine>> returns;
    for (const ReturnedLine &part : parts) {
        if (returns.empty() || below(random, 2) == 0)
            returns.emplace_back();
        returns.back().push_back(part);
    }
    return returns;
}

} // namespace

class PriceBasketTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qInfo("EVERTILL_SEED=%llu", (unsigned long long)seed()); }
    void everyCentAddsUp();
    void noLinePaysLessThanNothing();
    void theOrderOfScanningDoesNotMatter();
    void anotherLineLeavesTheOthersAloneWithoutARuleThatSaysSo();
    void returningEverythingInAnyPartsGivesBackWhatWasPaid_data();
    void returningEverythingInAnyPartsGivesBackWhatWasPaid();
};

void PriceBasketTest::everyCentAddsUp()
{
    SeededRandom random(seed());
    for (int round = 0; round < kRounds; ++round) {
        const Basket basket = withStaff(random, randomBasket(random, {}));
        const auto priced = priceBasket(basket);
        QVERIFY2(
            priced, qPrintable(priced ? QString() : priced.error().facts.value(u"problem"_s).toString()));
        std::int64_t toPay = 0;
        std::int64_t taxes = 0;
        for (const PricedLine &line : priced->lines) {
            QCOMPARE(line.tax.gross - line.afterTax, line.toPay);
            std::int64_t charged = 0;
            for (const TaxOnLine &tax : line.tax.taxes)
                charged += tax.charged;
            QCOMPARE(line.tax.net + charged, line.tax.gross);
            toPay += line.toPay;
            taxes += charged;
        }
        for (const TaxSummaryRow &row : priced->taxes)
            taxes -= row.charged;
        QCOMPARE(taxes, 0);
        QCOMPARE(priced->totals.toPay, toPay);
        std::vector<std::int64_t> off(priced->lines.size());
        for (const Discount &discount : priced->discounts) {
            std::int64_t shared = 0;
            for (const DiscountShare &share : discount.shares) {
                shared += share.amount;
                off[share.line] += share.amount;
            }
            QCOMPARE(shared, discount.amount);
            QVERIFY(!discount.reason.isEmpty());
        }
        for (std::size_t i = 0; i < off.size(); ++i)
            QCOMPARE(priced->lines[i].discount, off[i]);
    }
}

void PriceBasketTest::noLinePaysLessThanNothing()
{
    SeededRandom random(seed() + 1);
    for (int round = 0; round < kRounds; ++round) {
        const auto priced = priceBasket(withStaff(random, randomBasket(random, {6, 9, 3, true})));
        QVERIFY(priced);
        for (const PricedLine &line : priced->lines) {
            QVERIFY(line.toPay >= 0);
            QVERIFY(line.tax.net >= 0);
            QVERIFY(line.discount <= line.amount);
        }
    }
}

void PriceBasketTest::theOrderOfScanningDoesNotMatter()
{
    SeededRandom random(seed() + 2);
    for (int round = 0; round < kRounds; ++round) {
        Basket basket = withStaff(random, randomBasket(random, {}));
        const auto first = priceBasket(basket);
        QVERIFY(first);
        const auto paid = paidByGoods(basket, *first);
        for (int again = 0; again < 3; ++again) {
            shuffle(random, basket.lines);
            const auto other = priceBasket(basket);
            QVERIFY(other);
            QCOMPARE(other->totals.toPay, first->totals.toPay);
            QVERIFY(isSame(paid, paidByGoods(basket, *other)));
        }
    }
}

void PriceBasketTest::anotherLineLeavesTheOthersAloneWithoutARuleThatSaysSo()
{
    SeededRandom random(seed() + 3);
    for (int round = 0; round < kRounds; ++round) {
        Basket basket = randomBasket(random, {});
        basket.taxes.scope = TaxScope::Line;
        for (Promotion &promotion : basket.promotions) {
            promotion.thresholds.clear();
            for (Benefit &benefit : promotion.benefits) {
                benefit.goods.exceptSkus = {u"NEW"_s};
                for (GroupPart &part : benefit.parts)
                    part.goods.exceptSkus = {u"NEW"_s};
            }
        }
        const auto before = priceBasket(basket);
        BasketLine added;
        added.sku = u"NEW"_s;
        added.price = UnitPrice::minor(1 + below(random, 5000));
        added.taxCategory = u"goods"_s;
        basket.lines.push_back(added);
        const auto after = priceBasket(basket);
        QVERIFY(before && after);
        for (std::size_t i = 0; i + 1 < basket.lines.size(); ++i)
            QCOMPARE(after->lines[i].toPay, before->lines[i].toPay);
    }
}

void PriceBasketTest::returningEverythingInAnyPartsGivesBackWhatWasPaid_data()
{
    QTest::addColumn<int>("rule");
    QTest::newRow("as paid") << int(ReturnRule::AsPaid);
    QTest::newRow("repriced") << int(ReturnRule::Repriced);
}

void PriceBasketTest::returningEverythingInAnyPartsGivesBackWhatWasPaid()
{
    QFETCH(int, rule);
    SeededRandom random(seed() + 4);
    for (int round = 0; round < kRounds / 4; ++round) {
        Basket basket = withStaff(random, randomBasket(random, {5, 5, 3, true}));
        basket.returnRule = ReturnRule(rule);
        basket.returns = randomReturns(random, basket);
        const auto priced = priceBasket(basket);
        QVERIFY(priced);
        std::int64_t back = 0;
        for (const PricedReturn &one : priced->returns) {
            std::int64_t shared = 0;
            for (const DiscountShare &share : one.lines)
                shared += share.amount;
            QCOMPARE(shared, one.amount);
            QVERIFY(one.amount >= 0);
            back += one.amount;
        }
        QCOMPARE(back, priced->totals.toPay);
    }
}

QTEST_GUILESS_MAIN(PriceBasketTest)
#include "tst_price_basket.moc"
