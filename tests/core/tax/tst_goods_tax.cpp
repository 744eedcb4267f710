#include "core/base/seeded_random.h"
#include "core/tax/tax.h"

#include <QJsonDocument>
#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

namespace {

const Currency kDollar = *Currency::fromCode(u"CAD");
const TaxPolicy kAdded{TaxMode::Exclusive, TaxRounding::Line};
const TaxPolicy kHeld{TaxMode::Inclusive, TaxRounding::Line};

Money dollars(std::int64_t minor) { return Money::minor(minor, kDollar); }

TaxPart percent(const QString &code, std::int64_t ppm, bool isCompound = false)
{
    return {code, Percentage::partsPerMillion(ppm), 0, isCompound};
}

TaxPart byUnit(const QString &code, std::int64_t minor) { return {code, {}, minor * 1000}; }

TaxableLine line(std::int64_t minor, std::vector<TaxPart> parts, std::int64_t pieces = 1)
{
    return {dollars(minor), {u"made of several"_s, {}, std::move(parts)}, Quantity::pieces(pieces)};
}

/// As a shop has them: few codes that many goods share.
GoodsTax anyTax(SeededRandom &random)
{
    const std::vector<std::vector<TaxPart>> kinds{{}, {percent(u"GST"_s, 50'000), percent(u"QST"_s, 99'750)},
        {percent(u"GST"_s, 50'000), percent(u"PST"_s, 75'000, true)},
        {{u"half"_s, {}, 500}, percent(u"VAT"_s, 190'000, true)},
        {byUnit(u"levy"_s, 25), percent(u"VAT"_s, 190'000)},
        {percent(u"ten"_s, 100'000), percent(u"fold"_s, 9'000'000)}};
    return {u"plain"_s, Percentage::partsPerMillion(70'000), kinds[random.next64() % kinds.size()]};
}

std::vector<TaxableLine> anyLines(SeededRandom &random)
{
    const bool isCheap = random.next64() % 2 == 0;
    std::vector<TaxableLine> lines;
    for (std::uint64_t more = 1 + random.next64() % 20; more > 0; --more)
        lines.push_back({dollars(std::int64_t(random.next64() % (isCheap ? 30 : 20'000))), anyTax(random),
            Quantity::pieces(1 + std::int64_t(random.next64() % 5))});
    return lines;
}

TaxPolicy anyPolicy(SeededRandom &random)
{
    return {random.next64() % 2 == 0 ? TaxMode::Inclusive : TaxMode::Exclusive,
        random.next64() % 2 == 0 ? TaxRounding::Line : TaxRounding::Document,
        random.next64() % 2 == 0 ? Rounding::HalfUp : Rounding::HalfEven};
}

} // namespace

/// Goods that bear several taxes at once.
class GoodsTaxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void quebecHasTwoTaxesOnOnePrice();
    void aCompoundTaxIsReckonedOnTheOneBefore();
    void aBagCostsItsLevyForEach();
    void pricesMayHoldAllOfThem();
    void aPriceBelowItsLevyBearsTheOthersAlone();
    void manyCheapGoodsAreNeverWorthLessThanNothing();
    void everySumHoldsToTheCent();
    void theRateChangesAtMidnight();
    void whatHasEndedIsNotTaxed();
    void whatNoShopHasIsRefused_data();
    void whatNoShopHasIsRefused();
    void whatComesBackInAnyPartitionGivesEachTaxBack();
};

void GoodsTaxTest::quebecHasTwoTaxesOnOnePrice()
{
    const Taxes taxes = computeTaxes(
        std::vector{line(10'000, {percent(u"GST"_s, 50'000), percent(u"QST"_s, 99'750)})}, kDollar, kAdded);
    QCOMPARE(taxes.total, dollars(11'498));
    QCOMPARE(taxes.lines.front().parts.size(), std::size_t(2));
    QCOMPARE(taxes.totals[0],
        (TaxTotal{u"GST"_s, Percentage::partsPerMillion(50'000), dollars(10'000), dollars(500)}));
    QCOMPARE(taxes.totals[1],
        (TaxTotal{u"QST"_s, Percentage::partsPerMillion(99'750), dollars(10'000), dollars(998)}));
}

void GoodsTaxTest::aCompoundTaxIsReckonedOnTheOneBefore()
{
    const Taxes taxes =
        computeTaxes(std::vector{line(10'000, {percent(u"GST"_s, 50'000), percent(u"QST"_s, 75'000, true)})},
            kDollar, kAdded);
    QCOMPARE(taxes.totals[1].net, dollars(10'500));
    QCOMPARE(taxes.totals[1].tax, dollars(788));
    QCOMPARE(taxes.total, dollars(11'288));
}

void GoodsTaxTest::aBagCostsItsLevyForEach()
{
    const Taxes taxes = computeTaxes(
        std::vector{line(30, {byUnit(u"levy"_s, 5), percent(u"VAT"_s, 200'000, true)}, 3)}, kDollar, kAdded);
    QCOMPARE(taxes.totals[0].tax, dollars(15));
    QVERIFY(taxes.totals[0].rate.isZero());
    QCOMPARE(taxes.totals[1].tax, dollars(9));
    QCOMPARE(taxes.total, dollars(54));
}

void GoodsTaxTest::pricesMayHoldAllOfThem()
{
    const Taxes taxes = computeTaxes(
        std::vector{line(11'498, {percent(u"GST"_s, 50'000), percent(u"QST"_s, 99'750)})}, kDollar, kHeld);
    QCOMPARE(taxes.total, dollars(11'498));
    QCOMPARE(taxes.lines.front().net, dollars(10'000));
    QCOMPARE(taxes.totals[0].tax + taxes.totals[1].tax, dollars(1'498));
}

void GoodsTaxTest::aPriceBelowItsLevyBearsTheOthersAlone()
{
    const std::vector lines{line(0, {byUnit(u"levy"_s, 25), percent(u"VAT"_s, 190'000)}),
        line(20, {byUnit(u"levy"_s, 25), percent(u"VAT"_s, 190'000)})};
    for (const TaxRounding rounding : {TaxRounding::Line, TaxRounding::Document}) {
        const Taxes taxes = computeTaxes(lines, kDollar, {TaxMode::Inclusive, rounding});
        QCOMPARE(taxes.total, dollars(20));
        QCOMPARE(taxes.lines[0].net, dollars(0));
        QCOMPARE(taxes.lines[1].tax, dollars(3));
    }
}

void GoodsTaxTest::manyCheapGoodsAreNeverWorthLessThanNothing()
{
    // 0.52 of one tax and 1.04 of the other, a cent each: both would land on the first.
    const std::vector cents(12, line(1, {percent(u"GST"_s, 50'000), percent(u"QST"_s, 99'750)}));
    const Taxes taxes = computeTaxes(cents, kDollar, {TaxMode::Inclusive, TaxRounding::Document});
    QCOMPARE(taxIn(taxes.totals, kDollar), dollars(2));
    for (const LineTax &each : taxes.lines)
        QVERIFY(!each.net.isNegative());
    const std::vector dear{line(5, {byUnit(u"levy"_s, 5), percent(u"a"_s, 90'000), percent(u"b"_s, 90'000)}),
        line(3, {byUnit(u"levy"_s, 5), percent(u"a"_s, 90'000), percent(u"b"_s, 90'000)})};
    for (const LineTax &each : computeTaxes(dear, kDollar, {TaxMode::Inclusive, TaxRounding::Document}).lines)
        QVERIFY(!each.net.isNegative());
}

void GoodsTaxTest::everySumHoldsToTheCent()
{
    SeededRandom random(71);
    for (int round = 0; round < 3000; ++round) {
        const std::vector<TaxableLine> lines = anyLines(random);
        const TaxPolicy policy = anyPolicy(random);
        const Taxes taxes = computeTaxes(lines, kDollar, policy);
        Money gross = dollars(0);
        Money tax = dollars(0);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const LineTax &own = taxes.lines[i];
            QVERIFY2(!own.net.isNegative() && !own.tax.isNegative(), qPrintable(u"round %1"_s.arg(round)));
            QCOMPARE(own.net + own.tax, own.gross);
            QCOMPARE(policy.mode == TaxMode::Inclusive ? own.gross : own.net, lines[i].amount);
            if (!own.parts.empty())
                QCOMPARE(taxIn(own.parts, kDollar), own.tax);
            gross += own.gross;
            tax += own.tax;
        }
        QCOMPARE(taxes.total, gross);
        QCOMPARE(taxIn(taxes.totals, kDollar), tax);
    }
}

void GoodsTaxTest::theRateChangesAtMidnight()
{
    TaxPart before = percent(u"standard"_s, 160'000);
    before.until = QDate(2020, 12, 31);
    TaxPart after = percent(u"standard"_s, 190'000);
    after.from = QDate(2021, 1, 1);
    const GoodsTax tax{u"standard"_s, {}, {before, after}};
    QCOMPARE(tax.on(QDate(2020, 12, 31)), (GoodsTax{u"standard"_s, Percentage::partsPerMillion(160'000)}));
    QCOMPARE(tax.on(QDate(2021, 1, 1)), (GoodsTax{u"standard"_s, Percentage::partsPerMillion(190'000)}));
}

void GoodsTaxTest::whatHasEndedIsNotTaxed()
{
    TaxPart levy = byUnit(u"levy"_s, 5);
    levy.until = QDate(2025, 6, 30);
    QCOMPARE((GoodsTax{u"bag"_s, {}, {levy}}.on(QDate(2026, 1, 1))), (GoodsTax{u"bag"_s, {}, {}}));
    QCOMPARE((GoodsTax{u"bag"_s, {}, {levy}}.on(QDate(2025, 6, 30)).parts.size()), std::size_t(1));
}

void GoodsTaxTest::whatNoShopHasIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("no code") << QByteArray(R"([{"code":"","rate":50000}])");
    QTest::newRow("a rate and an amount") << QByteArray(R"([{"code":"a","rate":50000,"per_unit":5}])");
    QTest::newRow("neither") << QByteArray(R"([{"code":"a"}])");
    QTest::newRow("less than nothing") << QByteArray(R"([{"code":"a","rate":-1}])");
    QTest::newRow("beyond 1000 %") << QByteArray(R"([{"code":"a","rate":10000001}])");
    QTest::newRow("a fortune for each") << QByteArray(R"([{"code":"a","per_unit":10000000001}])");
    QTest::newRow("no day") << QByteArray(R"([{"code":"a","rate":1,"from":"soon"}])");
    QTest::newRow("ends first") << QByteArray(
        R"([{"code":"a","rate":1,"from":"2026-02-01","until":"2026-01-31"}])");
    QTest::newRow("twice on one day") << QByteArray(
        R"([{"code":"a","rate":160000,"until":"2020-12-31"},{"code":"a","rate":190000,"from":"2020-12-31"}])");
    QTest::newRow("a hundredfold") << QByteArray(
        R"([{"code":"a","rate":9500000},{"code":"b","rate":9500000}])");
    QTest::newRow("too many") << '[' + QByteArray(R"({"code":"a","rate":1},)").repeated(8)
            + R"({"code":"a","rate":1}])";
}

void GoodsTaxTest::whatNoShopHasIsRefused()
{
    QFETCH(QByteArray, json);
    JsonFields fields(QJsonObject{{u"parts"_s, QJsonDocument::fromJson(json).array()}});
    (void)readTaxParts(fields, "parts"_L1);
    QVERIFY(!fields.ok());
}

void GoodsTaxTest::whatComesBackInAnyPartitionGivesEachTaxBack()
{
    SeededRandom random(5);
    for (int round = 0; round < 3000; ++round) {
        const LineTax line = computeTaxes(anyLines(random), kDollar, anyPolicy(random)).lines.front();
        const std::vector<TaxTotal> &whole = line.parts;
        const Money tax = line.tax;
        const Money gross = line.gross;
        if (whole.empty() || !gross.isPositive())
            continue;
        std::vector<TaxTotal> before = taxesWithin(whole, dollars(0), dollars(0), gross);
        for (std::int64_t refunded = 0; refunded < gross.minor();) {
            refunded = std::min(gross.minor(), refunded + 1 + std::int64_t(random.next64() % 700));
            const Money given = tax.scaled(refunded, gross.minor(), Rounding::HalfUp);
            const auto now = taxesWithin(whole, given, dollars(refunded), gross);
            QCOMPARE(taxIn(now, kDollar), given);
            for (std::size_t i = 0; i < now.size(); ++i)
                QVERIFY(now[i].tax >= before[i].tax && now[i].net >= before[i].net);
            before = now;
        }
        QCOMPARE(before, whole);
    }
}

QTEST_GUILESS_MAIN(GoodsTaxTest)
#include "tst_goods_tax.moc"
