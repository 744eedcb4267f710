#include "core/base/seeded_random.h"
#include "core/tax/local_tax_provider.h"
#include "core/tax/tax.h"
#include "core/tax/tax_chain.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

namespace {

const Currency kEuro = *Currency::fromCode(u"EUR");

TaxRate percent(const QString &id, std::int64_t ppm, bool isIncluded)
{
    TaxRate rate;
    rate.id = rate.label = id;
    rate.rate = Percentage::partsPerMillion(ppm);
    rate.isIncluded = isIncluded;
    return rate;
}

TaxQuestionLine line(std::int64_t minor, std::vector<TaxRate> rates, std::int64_t pieces = 1)
{
    return {Fraction::of(minor), minor, Quantity::pieces(pieces), std::move(rates)};
}

TaxAnswer answerTo(std::vector<TaxQuestionLine> lines, TaxScope scope, Rounding how = Rounding::HalfUp)
{
    TaxQuestion question;
    question.currency = kEuro;
    question.scope = scope;
    question.how = how;
    question.lines = std::move(lines);
    return *LocalTaxProvider().answer(question);
}

} // namespace

class LocalTaxProviderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheTillsEntryWhereALineHasOneRate();
    void aTaxOnATaxIsReckonedOnBoth();
    void twoIncludedTaxesShareTheirBase();
    void aFixedTaxCountsEachUnit();
    void aShareOfTheGrossIsThatOfWhatIsPaid();
    void halfEvenSendsATieToTheEvenCent();
    void roundingPerPieceAndPerLineDiffer();
    void aBaseThatOtherTaxesRaiseIsRoundedOnceOverTheDocument();
    void theBuyerOwesWhatIsReversed();
    void oneLabelIsOneRowAndALineCountsOnce();
    void theCentThatIsOverIsOnTheDearerLineWhicheverWasScannedFirst();
    void refusesMoreTaxesThanALineHas();
    void everyRandomDocumentHoldsToTheCent();
};

void LocalTaxProviderTest::agreesWithTheTillsEntryWhereALineHasOneRate()
{
    SeededRandom random(3);
    constexpr std::int64_t kRates[] = {0, 70'000, 190'000, 88'750, 55'000, 200'000};
    for (int round = 0; round < 2000; ++round) {
        const bool isIncluded = random.next64() % 2 == 0;
        const bool isDocument = random.next64() % 2 == 0;
        const Rounding how = random.next64() % 2 == 0 ? Rounding::HalfUp : Rounding::HalfEven;
        std::vector<TaxableLine> taxable;
        std::vector<TaxQuestionLine> asked;
        for (std::uint64_t i = 0; i < 1 + random.next64() % 9; ++i) {
            const auto minor = std::int64_t(random.next64() % 20'000);
            const std::int64_t ppm = kRates[random.next64() % 6];
            taxable.push_back(
                {Money::minor(minor, kEuro), {QString::number(ppm), Percentage::partsPerMillion(ppm)}});
            asked.push_back(line(minor, {percent(QString::number(ppm), ppm, isIncluded)}));
        }
        const Taxes known = computeTaxes(taxable, kEuro,
            {isIncluded ? TaxMode::Inclusive : TaxMode::Exclusive,
                isDocument ? TaxRounding::Document : TaxRounding::Line, how});
        const TaxAnswer answer = answerTo(asked, isDocument ? TaxScope::Document : TaxScope::Line, how);
        for (std::size_t i = 0; i < asked.size(); ++i) {
            QCOMPARE(answer.lines[i].net, known.lines[i].net.minor());
            QCOMPARE(answer.lines[i].gross, known.lines[i].gross.minor());
        }
        QCOMPARE(answer.summary.size(), known.totals.size());
        for (std::size_t i = 0; i < known.totals.size(); ++i) {
            QCOMPARE(answer.summary[i].label, known.totals[i].code);
            QCOMPARE(answer.summary[i].charged, known.totals[i].tax.minor());
        }
    }
}

void LocalTaxProviderTest::aTaxOnATaxIsReckonedOnBoth()
{
    // Quebec before 2013: 9.5 % of the price and the 5 % on it.
    TaxRate gst = percent(u"GST"_s, 50'000, false);
    gst.raisesLater = true;
    TaxRate qst = percent(u"QST"_s, 95'000, false);
    TaxAnswer answer = answerTo({line(10'000, {gst, qst})}, TaxScope::Line);
    QCOMPARE(answer.lines[0].taxes[1].base, 10'500);
    QCOMPARE(answer.lines[0].taxes[1].charged, 998); // 997.5
    qst.isRaisedByEarlier = false;
    answer = answerTo({line(10'000, {gst, qst})}, TaxScope::Line);
    QCOMPARE(answer.lines[0].taxes[1].charged, 950);
    gst.isIncluded = true; // out of the price: the rest is the base of the other
    qst.isRaisedByEarlier = true;
    answer = answerTo({line(10'500, {gst, qst})}, TaxScope::Line);
    QCOMPARE(answer.lines[0].net, 10'000);
    QCOMPARE(answer.lines[0].taxes[1].base, 10'500);
}

void LocalTaxProviderTest::twoIncludedTaxesShareTheirBase()
{
    const TaxAnswer answer = answerTo(
        {line(11'200, {percent(u"a"_s, 60'000, true), percent(u"b"_s, 60'000, true)})}, TaxScope::Line);
    QCOMPARE(answer.lines[0].net, 10'000);
    QCOMPARE(answer.lines[0].taxes[0].charged, 600);
    QCOMPARE(answer.lines[0].taxes[1].base, 10'000);
}

void LocalTaxProviderTest::aFixedTaxCountsEachUnit()
{
    TaxRate bag;
    bag.id = u"bag"_s;
    bag.kind = TaxKind::FixedPerUnit;
    bag.amount = Fraction::of(25);
    QCOMPARE(answerTo({line(300, {bag}, 3)}, TaxScope::Line).lines[0].gross, 375);
    bag.isIncluded = true;
    QCOMPARE(answerTo({line(300, {bag}, 3)}, TaxScope::Line).lines[0].net, 225);
    TaxQuestionLine litre = line(300, {bag});
    litre.quantity = Quantity::thousandths(340);
    QCOMPARE(answerTo({litre}, TaxScope::Line).lines[0].taxes[0].charged, 9); // 8.5
}

void LocalTaxProviderTest::aShareOfTheGrossIsThatOfWhatIsPaid()
{
    TaxRate share = percent(u"share"_s, 200'000, false);
    share.kind = TaxKind::ShareOfGross;
    QCOMPARE(answerTo({line(8'000, {share})}, TaxScope::Line).lines[0].gross, 10'000);
    share.isIncluded = true;
    QCOMPARE(answerTo({line(10'000, {share})}, TaxScope::Line).lines[0].net, 8'000);
}

void LocalTaxProviderTest::halfEvenSendsATieToTheEvenCent()
{
    const std::vector rates{percent(u"t"_s, 50'000, false)};
    QCOMPARE(answerTo({line(50, rates)}, TaxScope::Line, Rounding::HalfUp).summary[0].charged, 3); // 2.5
    QCOMPARE(answerTo({line(50, rates)}, TaxScope::Line, Rounding::HalfEven).summary[0].charged, 2);
    QCOMPARE(
        answerTo({line(70, rates)}, TaxScope::Document, Rounding::HalfEven).summary[0].charged, 4); // 3.5
}

void LocalTaxProviderTest::roundingPerPieceAndPerLineDiffer()
{
    const std::vector rates{percent(u"t"_s, 100'000, false)};
    QCOMPARE(answerTo({line(9'190, rates, 2)}, TaxScope::Unit).summary[0].charged, 920); // 459.5 each
    QCOMPARE(answerTo({line(9'190, rates, 2)}, TaxScope::Line).summary[0].charged, 919);
}

void LocalTaxProviderTest::aBaseThatOtherTaxesRaiseIsRoundedOnceOverTheDocument()
{
    TaxRate state = percent(u"state"_s, 120'000, false);
    state.raisesLater = true;
    const std::vector<TaxRate> rates{state, percent(u"cess"_s, 30'000, false)};
    const TaxAnswer answer = answerTo({line(1589, rates), line(1589, rates)}, TaxScope::Document);
    QCOMPARE(answer.summary[0].base, 3178);
    QCOMPARE(answer.summary[1].base, 3559); // twice 17.7968, which is 17.80 for itself
    QCOMPARE(answer.lines[0].taxes[1].base + answer.lines[1].taxes[1].base, 3559);
}

void LocalTaxProviderTest::theBuyerOwesWhatIsReversed()
{
    TaxRate reversed = percent(u"t"_s, 210'000, true);
    reversed.treatment = TaxTreatment::ReverseCharge;
    const TaxAnswer answer = answerTo({line(10'000, {reversed})}, TaxScope::Line);
    QCOMPARE(answer.lines[0].gross, 10'000);
    QCOMPARE(answer.lines[0].net, 10'000);
    QCOMPARE(answer.summary[0].owed, 2'100);
    QCOMPARE(answer.summary[0].charged, 0);
}

void LocalTaxProviderTest::oneLabelIsOneRowAndALineCountsOnce()
{
    TaxRate state = percent(u"state"_s, 40'000, false);
    TaxRate city = percent(u"city"_s, 45'000, false);
    state.label = city.label = u"sales tax"_s;
    const TaxAnswer answer = answerTo({line(10'000, {state, city}), line(5'000, {state})}, TaxScope::Line);
    QCOMPARE(answer.summary.size(), 1U);
    QCOMPARE(answer.summary[0].base, 15'000);
    QCOMPARE(answer.summary[0].charged, 1'050);
}

void LocalTaxProviderTest::theCentThatIsOverIsOnTheDearerLineWhicheverWasScannedFirst()
{
    const std::vector<TaxRate> rates{percent(u"vat"_s, 100'000, false)};
    const auto tea = line(105, rates); // 10.5
    const auto cheese = line(1505, rates); // 150.5
    const TaxAnswer one = answerTo({tea, cheese}, TaxScope::Document);
    const TaxAnswer other = answerTo({cheese, tea}, TaxScope::Document);
    QCOMPARE(one.summary[0].charged, 161);
    QCOMPARE(one.lines[0].taxes[0].charged, 10);
    QCOMPARE(one.lines[1].taxes[0].charged, 151);
    QCOMPARE(other.lines[0].taxes[0].charged, 151);
    QCOMPARE(other.lines[1].taxes[0].charged, 10);
}

void LocalTaxProviderTest::refusesMoreTaxesThanALineHas()
{
    TaxQuestion question;
    question.lines = {line(100, std::vector<TaxRate>(kMostRates + 1, percent(u"t"_s, 1, false)))};
    QCOMPARE(LocalTaxProvider().answer(question).error().code, Code::BadAmount);
}

void LocalTaxProviderTest::everyRandomDocumentHoldsToTheCent()
{
    SeededRandom random(5);
    const auto below = [&](std::uint64_t limit) { return std::int64_t(random.next64() % limit); };
    for (int round = 0; round < 1500; ++round) {
        TaxQuestion question;
        question.scope = TaxScope(below(3));
        question.how = Rounding(below(2));
        std::vector<TaxRate> rates;
        for (int i = 0; i < 4; ++i) {
            TaxRate rate = percent(QString::number(i), 1'000 * (1 + below(400)), below(2) == 0);
            rate.kind = TaxKind(below(3));
            rate.amount = Fraction::of(below(100));
            rate.raisesLater = below(2) == 0;
            rate.isRaisedByEarlier = below(4) != 0;
            rate.treatment = TaxTreatment(below(8) == 0 ? 1 + below(2) : 0);
            rates.push_back(std::move(rate));
        }
        for (std::int64_t i = below(6); i >= 0; --i) {
            std::vector<TaxRate> own;
            for (const TaxRate &rate : rates) {
                if (below(2) == 0)
                    own.push_back(rate);
            }
            question.lines.push_back(line(5'000 + below(20'000), own, 1 + below(4)));
        }
        const auto answer = LocalTaxProvider().answer(question);
        QVERIFY(answer);
        QVERIFY(holdsToTheCent(question, *answer));
        for (std::size_t i = 0; i < question.lines.size(); ++i) {
            std::int64_t held = 0;
            for (std::size_t tax = 0; tax < question.lines[i].rates.size(); ++tax) {
                const TaxRate &rate = question.lines[i].rates[tax];
                if (isInPrice(rate) && rate.treatment == TaxTreatment::Standard)
                    held += answer->lines[i].taxes[tax].charged;
                else if (isInPrice(rate))
                    held += answer->lines[i].taxes[tax].exactTax.rounded(question.how);
            }
            // What is paid stays as priced, but for what an exempt buyer's price loses.
            QVERIFY(std::abs(answer->lines[i].net + held - question.lines[i].paid) <= 12);
        }
    }
}

QTEST_GUILESS_MAIN(LocalTaxProviderTest)
#include "tst_local_tax_provider.moc"
