#include "core/base/seeded_random.h"
#include "core/tax/tax.h"
#include "tests/core/support/shared_data.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>
#include <map>

using namespace evertill;
using namespace Qt::StringLiterals;

namespace {

const Currency kEuro = *Currency::fromCode(u"EUR");
constexpr TaxMode kModes[] = {TaxMode::Inclusive, TaxMode::Exclusive};

Money euro(std::int64_t minor) { return Money::minor(minor, kEuro); }

TaxableLine line(std::int64_t minor, std::int64_t ppm, const QString &code = {})
{
    return {euro(minor), {code.isEmpty() ? QString::number(ppm) : code, Percentage::partsPerMillion(ppm)}};
}

std::vector<TaxableLine> randomLines(SeededRandom &random)
{
    constexpr std::int64_t kRates[] = {0, 70'000, 190'000, 88'750, 55'000, 200'000};
    std::vector<TaxableLine> lines(1 + random.next64() % 12);
    for (TaxableLine &each : lines)
        each = line(std::int64_t(random.next64() % 20'000), kRates[random.next64() % 6]);
    return lines;
}

} // namespace

class TaxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesTaxOutOfOrPutsItOnAPrice_data();
    void takesTaxOutOfOrPutsItOnAPrice();
    void roundingPerLineAndPerDocumentDiffer();
    void oneCodeAtTwoRatesIsTwoTotals();
    void everySumHoldsToTheCent_data();
    void everySumHoldsToTheCent();
    void documentTaxIsTheTaxOfTheSum();
    void perLineEveryTaxIsRoundedByItself();
    void noLineIsMoreThanACentFromItsExactShare();
    void anEmptyDocumentOwesNothing();
    void agreesWithOdoo();
};

void TaxTest::takesTaxOutOfOrPutsItOnAPrice_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<qint64>("amount");
    QTest::addColumn<qint64>("ppm");
    QTest::addColumn<qint64>("net");
    QTest::addColumn<qint64>("tax");
    const int inclusive = int(TaxMode::Inclusive);
    const int exclusive = int(TaxMode::Exclusive);
    QTest::newRow("19 % inside 11.90") << inclusive << 1190LL << 190'000LL << 1000LL << 190LL;
    QTest::newRow("19 % inside a cent is nothing") << inclusive << 1LL << 190'000LL << 1LL << 0LL;
    QTest::newRow("half a cent inside goes up") << inclusive << 3LL << 200'000LL << 2LL << 1LL;
    QTest::newRow("8.875 % on 19.99") << exclusive << 1999LL << 88'750LL << 1999LL << 177LL;
    QTest::newRow("half a cent on top goes up") << exclusive << 50LL << 50'000LL << 50LL << 3LL;
    QTest::newRow("no rate, no tax") << exclusive << 1999LL << 0LL << 1999LL << 0LL;
}

void TaxTest::takesTaxOutOfOrPutsItOnAPrice()
{
    QFETCH(int, mode);
    QFETCH(qint64, amount);
    QFETCH(qint64, ppm);
    QFETCH(qint64, net);
    QFETCH(qint64, tax);
    for (const TaxRounding rounding : {TaxRounding::Line, TaxRounding::Document}) {
        const Taxes taxes = computeTaxes(std::vector{line(amount, ppm)}, kEuro, {TaxMode(mode), rounding});
        QCOMPARE(taxes.lines.at(0).net.minor(), net);
        QCOMPARE(taxes.lines.at(0).tax.minor(), tax);
        QCOMPARE(taxes.total, euro(net + tax));
    }
}

void TaxTest::roundingPerLineAndPerDocumentDiffer()
{
    const std::vector lines(3, line(10, 50'000)); // 0.5 cent each
    const Taxes perLine = computeTaxes(lines, kEuro, {TaxMode::Exclusive, TaxRounding::Line});
    QCOMPARE(perLine.totals.at(0).tax, euro(3));
    const Taxes perDocument = computeTaxes(lines, kEuro, {TaxMode::Exclusive, TaxRounding::Document});
    QCOMPARE(perDocument.totals.at(0).tax, euro(2)); // 1.5 cents
    QCOMPARE(perDocument.lines.at(0).tax, euro(1)); // the first ones get what is over
    QCOMPARE(perDocument.lines.at(2).tax, euro(0));
}

void TaxTest::oneCodeAtTwoRatesIsTwoTotals()
{
    const std::vector lines{
        line(100, 190'000, u"S"_s), line(100, 160'000, u"S"_s), line(100, 190'000, u"S"_s)};
    const Taxes taxes = computeTaxes(lines, kEuro, {TaxMode::Exclusive, TaxRounding::Document});
    QCOMPARE(taxes.totals.size(), 2U);
    QCOMPARE(taxes.totals[0], (TaxTotal{u"S"_s, Percentage::partsPerMillion(190'000), euro(200), euro(38)}));
    QCOMPARE(taxes.totals[1], (TaxTotal{u"S"_s, Percentage::partsPerMillion(160'000), euro(100), euro(16)}));
}

void TaxTest::everySumHoldsToTheCent_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<int>("rounding");
    QTest::newRow("inside, per line") << 0 << 0;
    QTest::newRow("inside, per document") << 0 << 1;
    QTest::newRow("on top, per line") << 1 << 0;
    QTest::newRow("on top, per document") << 1 << 1;
}

void TaxTest::everySumHoldsToTheCent()
{
    QFETCH(int, mode);
    QFETCH(int, rounding);
    SeededRandom random(11);
    for (int round = 0; round < 2000; ++round) {
        const auto lines = randomLines(random);
        const Taxes taxes = computeTaxes(lines, kEuro, {TaxMode(mode), TaxRounding(rounding)});
        std::map<QString, std::pair<Money, Money>> sums;
        Money gross = euro(0);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const LineTax &each = taxes.lines[i];
            QCOMPARE(each.net + each.tax, each.gross);
            QCOMPARE(TaxMode(mode) == TaxMode::Inclusive ? each.gross : each.net, lines[i].amount);
            auto &sum = sums.try_emplace(lines[i].tax.code, euro(0), euro(0)).first->second;
            sum.first += each.net;
            sum.second += each.tax;
            gross += each.gross;
        }
        QCOMPARE(taxes.total, gross);
        QCOMPARE(taxes.totals.size(), sums.size());
        for (const TaxTotal &total : taxes.totals)
            QCOMPARE(std::pair(total.net, total.tax), sums.at(total.code));
    }
}

void TaxTest::documentTaxIsTheTaxOfTheSum()
{
    SeededRandom random(12);
    for (int round = 0; round < 500; ++round) {
        const auto lines = randomLines(random);
        for (const TaxMode mode : kModes) {
            for (const TaxTotal &total : computeTaxes(lines, kEuro, {mode, TaxRounding::Document}).totals) {
                std::int64_t sum = 0;
                for (const TaxableLine &each : lines)
                    sum += each.tax.code == total.code ? each.amount.minor() : 0;
                const std::int64_t ppm = total.rate.partsPerMillion();
                const std::int64_t whole = mode == TaxMode::Inclusive ? 1'000'000 + ppm : 1'000'000;
                QCOMPARE(total.tax, euro((2 * sum * ppm + whole) / (2 * whole)));
            }
        }
    }
}

void TaxTest::perLineEveryTaxIsRoundedByItself()
{
    SeededRandom random(14);
    for (int round = 0; round < 500; ++round) {
        const auto lines = randomLines(random);
        for (const TaxMode mode : kModes) {
            for (const Rounding how : {Rounding::HalfUp, Rounding::HalfEven, Rounding::Down}) {
                const Taxes taxes = computeTaxes(lines, kEuro, {mode, TaxRounding::Line, how});
                for (std::size_t i = 0; i < lines.size(); ++i) {
                    const std::int64_t ppm = lines[i].tax.rate.partsPerMillion();
                    const std::int64_t whole = mode == TaxMode::Inclusive ? 1'000'000 + ppm : 1'000'000;
                    const std::int64_t exact = lines[i].amount.minor() * ppm;
                    QCOMPARE(taxes.lines[i].tax, euro(divideRounded(exact, whole, how)));
                }
            }
        }
    }
}

void TaxTest::noLineIsMoreThanACentFromItsExactShare()
{
    SeededRandom random(13);
    for (int round = 0; round < 500; ++round) {
        const auto lines = randomLines(random);
        for (const TaxMode mode : kModes) {
            const Taxes taxes = computeTaxes(lines, kEuro, {mode, TaxRounding::Document});
            for (std::size_t i = 0; i < lines.size(); ++i) {
                const std::int64_t ppm = lines[i].tax.rate.partsPerMillion();
                const std::int64_t whole = mode == TaxMode::Inclusive ? 1'000'000 + ppm : 1'000'000;
                const std::int64_t off = taxes.lines[i].tax.minor() * whole - lines[i].amount.minor() * ppm;
                QVERIFY(std::abs(off) < whole);
            }
        }
    }
}

void TaxTest::anEmptyDocumentOwesNothing()
{
    const Taxes taxes = computeTaxes({}, kEuro, {});
    QCOMPARE(taxes.total, euro(0));
    QVERIFY(taxes.totals.empty());
}

namespace {

/// A decimal number of a currency with two digits as minor units; nothing where it has more digits than that.
std::optional<std::int64_t> cents(double amount)
{
    const double scaled = amount * 100;
    return std::abs(scaled - std::round(scaled)) < 1e-6 ? std::optional(std::llround(scaled)) : std::nullopt;
}

/// A line of Odoo's as one of ours; nothing unless it has one plain percentage at most and an amount in whole
/// cents.
std::optional<TaxableLine> plainLine(const QJsonObject &given, std::optional<TaxMode> &mode)
{
    const QJsonArray taxes = given["taxes"_L1].toArray();
    const QJsonObject tax = taxes.at(0).toObject();
    const double discount = given["discount_percent"_L1].toDouble();
    const auto amount =
        cents(given["unit_price"_L1].toDouble() * given["quantity"_L1].toDouble() * (100 - discount) / 100);
    if (taxes.size() > 1 || !amount || (taxes.size() == 1 && tax["kind"_L1] != u"percent"_s))
        return std::nullopt;
    if (taxes.size() == 1) {
        const TaxMode own = tax["price_included"_L1].toBool() ? TaxMode::Inclusive : TaxMode::Exclusive;
        if (mode.value_or(own) != own)
            return std::nullopt;
        mode = own;
    }
    return line(*amount, std::llround(tax["amount"_L1].toDouble() * 10'000));
}

struct OdooCase {
    std::vector<TaxableLine> lines;
    std::optional<TaxMode> mode;
    TaxRounding rounding = TaxRounding::Line;
    std::int64_t tax = 0, total = 0;
};

std::optional<OdooCase> odooCase(const QJsonObject &row)
{
    const QJsonObject in = row["in"_L1].toObject();
    const QJsonObject expect = row["expect"_L1].toObject();
    const bool isLine = row["op"_L1] == u"line"_s;
    if (!row["core"_L1].toBool() || (!isLine && row["op"_L1] != u"document"_s))
        return std::nullopt;
    const QJsonArray lines = isLine ? QJsonArray{in} : in["lines"_L1].toArray();
    // A currency whose smallest amount is five cents is not one of ISO's.
    if (in["precision"_L1].toDouble(0.01) != 0.01)
        return std::nullopt;
    const double total = expect[isLine ? "total_included"_L1 : "total"_L1].toDouble();
    const double net = expect[isLine ? "total_excluded"_L1 : "base"_L1].toDouble();
    if (!cents(total))
        return std::nullopt;
    OdooCase made;
    made.rounding =
        in["rounding_method"_L1] == u"round_globally"_s ? TaxRounding::Document : TaxRounding::Line;
    // Odoo leaves a single line's tax in fractions of a cent where the document is rounded.
    made.tax = std::llround((total - net) * 100 + 1e-9);
    made.total = *cents(total);
    for (const QJsonValue &each : lines) {
        const auto plain = plainLine(each.toObject(), made.mode);
        if (!plain)
            return std::nullopt;
        made.lines.push_back(*plain);
    }
    return made;
}

} // namespace

void TaxTest::agreesWithOdoo()
{
    const QString path = evertill::test::sharedData(u"tax/odoo_tax.jsonl"_s);
    if (path.isEmpty())
        QSKIP("the real data is not here");
    int fitting = 0;
    for (const QJsonObject &row : evertill::test::jsonLines(path)) {
        const auto given = odooCase(row);
        if (!given)
            continue;
        ++fitting;
        const Taxes taxes = computeTaxes(given->lines, kEuro,
            {given->mode.value_or(TaxMode::Exclusive), given->rounding, Rounding::HalfUp});
        Money tax = euro(0);
        for (const TaxTotal &total : taxes.totals)
            tax += total.tax;
        const QByteArray id = row["id"_L1].toString().toUtf8();
        QVERIFY2(tax == euro(given->tax) && taxes.total == euro(given->total),
            id + ": tax " + QByteArray::number(qint64(tax.minor())) + ", total "
                + QByteArray::number(qint64(taxes.total.minor())));
    }
    qInfo("%d cases of Odoo's have one plain percentage per line", fitting);
    QCOMPARE(fitting, 11);
}

QTEST_APPLESS_MAIN(TaxTest)
#include "tst_tax.moc"
