#include "core/base/money.h"
#include "core/base/seeded_random.h"

#include <QTest>

using namespace evertill;

class MoneyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundsAtOnePlaceOnly_data();
    void roundsAtOnePlaceOnly();
    void roundsCashToTheStepThatExists_data();
    void roundsCashToTheStepThatExists();
    void sharesWithoutLosingACent();
    void knowsTheMinorUnitsThatIsoLists_data();
    void knowsTheMinorUnitsThatIsoLists();
    void refusesACurrencyThatIsoDoesNotList();
};

namespace {
const Currency kEuro = *Currency::fromCode(u"EUR");
}

void MoneyTest::roundsAtOnePlaceOnly_data()
{
    QTest::addColumn<qint64>("amount");
    QTest::addColumn<qint64>("ppm");
    QTest::addColumn<int>("rounding");
    QTest::addColumn<qint64>("expected");
    QTest::newRow("half a cent goes up") << 50LL << 10'000LL << int(Rounding::HalfUp) << 1LL;
    QTest::newRow("half a cent of a refund goes as far down")
        << -50LL << 10'000LL << int(Rounding::HalfUp) << -1LL;
    QTest::newRow("half a cent goes to the even neighbour")
        << 50LL << 10'000LL << int(Rounding::HalfEven) << 0LL;
    QTest::newRow("one and a half goes to two") << 150LL << 10'000LL << int(Rounding::HalfEven) << 2LL;
    QTest::newRow("just under half stays") << 49LL << 10'000LL << int(Rounding::HalfUp) << 0LL;
    QTest::newRow("down is toward nothing") << -199LL << 10'000LL << int(Rounding::Down) << -1LL;
    QTest::newRow("the largest amount times one is itself")
        << qint64(Money::kLargest) << 1'000'000LL << int(Rounding::HalfUp) << qint64(Money::kLargest);
}

void MoneyTest::roundsAtOnePlaceOnly()
{
    QFETCH(qint64, amount);
    QFETCH(qint64, ppm);
    QFETCH(int, rounding);
    QFETCH(qint64, expected);
    const Money part =
        Money::minor(amount, kEuro).portion(Percentage::partsPerMillion(ppm), Rounding(rounding));
    QCOMPARE(part.minor(), expected);
}

void MoneyTest::roundsCashToTheStepThatExists_data()
{
    QTest::addColumn<QString>("currency");
    QTest::addColumn<qint64>("total");
    QTest::addColumn<qint64>("toPay");
    QTest::newRow("two rappen go down") << "CHF" << 1002LL << 1000LL;
    QTest::newRow("three rappen go up to five") << "CHF" << 1003LL << 1005LL;
    QTest::newRow("a refund rounds as the sale did") << "CHF" << -1003LL << -1005LL;
    QTest::newRow("euro cents exist") << "EUR" << 1003LL << 1003LL;
    QTest::newRow("Swedish kronor have no öre coins") << "SEK" << 1050LL << 1100LL;
    QTest::newRow("New Zealand's smallest coin is ten cents") << "NZD" << 1004LL << 1000LL;
    QTest::newRow("a forint tie goes up to the five") << "HUF" << 1250LL << 1500LL;
}

void MoneyTest::roundsCashToTheStepThatExists()
{
    QFETCH(QString, currency);
    QFETCH(qint64, total);
    QFETCH(qint64, toPay);
    const Currency of = *Currency::fromCode(currency);
    QCOMPARE(Money::minor(total, of).roundedTo(of.cashStepMinor(), Rounding::HalfUp).minor(), toPay);
}

void MoneyTest::sharesWithoutLosingACent()
{
    constexpr std::uint64_t kSeed = 20261121;
    SeededRandom random(kSeed);
    for (int round = 0; round < 2000; ++round) {
        const auto amount = std::int64_t(random.next64() % 2'000'001) - 1'000'000;
        std::vector<std::int64_t> weights(1 + random.next64() % 12);
        std::int64_t whole = 0;
        for (auto &weight : weights)
            whole += weight = std::int64_t(random.next64() % 1000);
        if (whole == 0)
            continue;
        const std::vector<Money> parts = Money::minor(amount, kEuro).allocate(weights);
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            sum += parts[i].minor();
            const std::int64_t distance = std::abs(parts[i].minor() * whole - amount * weights[i]);
            QVERIFY2(
                distance < whole, qPrintable(QStringLiteral("a share is off by a cent, seed %1").arg(kSeed)));
        }
        QCOMPARE(sum, amount);
    }
}

void MoneyTest::knowsTheMinorUnitsThatIsoLists_data()
{
    QTest::addColumn<QString>("currency");
    QTest::addColumn<int>("digits");
    QTest::newRow("euro") << "EUR" << 2;
    QTest::newRow("yen has none") << "JPY" << 0;
    QTest::newRow("Bahraini dinar has three") << "BHD" << 3;
    QTest::newRow("Iraqi dinar: ISO says three where CLDR says none") << "IQD" << 3;
}

void MoneyTest::knowsTheMinorUnitsThatIsoLists()
{
    QFETCH(QString, currency);
    QFETCH(int, digits);
    const auto found = Currency::fromCode(currency);
    QVERIFY(found.has_value());
    QCOMPARE(found->minorDigits(), digits);
    QCOMPARE(found->code(), currency);
}

void MoneyTest::refusesACurrencyThatIsoDoesNotList()
{
    for (const QString &code :
        {QStringLiteral("EU"), QStringLiteral("eur"), QStringLiteral("ZZZ"), QString()})
        QVERIFY2(!Currency::fromCode(code), qPrintable(code));
}

QTEST_GUILESS_MAIN(MoneyTest)
#include "tst_money.moc"
