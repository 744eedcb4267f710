#include "core/base/seeded_random.h"
#include "core/payment/settlement.h"
#include "tests/core/support/shared_data.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

namespace {

Currency currency(const QString &code) { return Currency::fromCode(code).value(); }

Tender tender(TenderKind kind, std::int64_t minor, const QString &code = u"CHF"_s)
{
    return {kind, Money::minor(minor, currency(code))};
}

std::vector<Tender> cashAndCard(qint64 cash, qint64 card, const QString &code)
{
    std::vector<Tender> tenders;
    if (cash != 0)
        tenders.push_back(tender(TenderKind::Cash, cash, code));
    if (card != 0)
        tenders.push_back(tender(TenderKind::Card, card, code));
    return tenders;
}

} // namespace

class SettlementTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundsCashAsTheRecordsSay();
    void roundsTheEuroWhereTheCountryDoes();
    void settlesWhatIsPaid_data();
    void settlesWhatIsPaid();
    void refusesWhatDoesNotAddUp_data();
    void refusesWhatDoesNotAddUp();
    void refusesMoneyOfAnotherCurrency();
    void totalAndRoundingAreTendersLessChange();
    void saysWhatIsLeftToPay();
    void suggestsWhatPeopleHandOver_data();
    void suggestsWhatPeopleHandOver();
};

void SettlementTest::roundsCashAsTheRecordsSay()
{
    const QString path = test::sharedData(u"money/cash_rounding.jsonl"_s);
    if (path.isEmpty())
        QSKIP("the real data is not here");
    int cases = 0;
    for (const QJsonObject &row : test::jsonLines(path)) {
        const Currency in = currency(row["currency"_L1].toString());
        const Money due = cashDue(Money::minor(row["amount_minor"_L1].toInteger(), in));
        QVERIFY2(due.minor() == row["expect_minor"_L1].toInteger(), qPrintable(row["id"_L1].toString()));
        ++cases;
    }
    QVERIFY(cases > 200);
}

void SettlementTest::roundsTheEuroWhereTheCountryDoes()
{
    const Currency euro = currency(u"EUR"_s);
    for (const QString &country : {u"BE"_s, u"EE"_s, u"FI"_s, u"IE"_s, u"IT"_s, u"LT"_s, u"NL"_s, u"SK"_s}) {
        QCOMPARE(cashDue(Money::minor(1002, euro), country).minor(), 1000);
        QCOMPARE(cashDue(Money::minor(-1003, euro), country).minor(), -1005);
        const std::vector cash{Tender{TenderKind::Cash, Money::minor(2000, euro)}};
        QCOMPARE(settle(Money::minor(1003, euro), cash, country)->rounding.minor(), 2);
        const std::vector card{Tender{TenderKind::Card, Money::minor(1003, euro)}};
        QCOMPARE(settle(Money::minor(1003, euro), card, country)->rounding.minor(), 0);
        QCOMPARE(suggestedCash(Money::minor(1002, euro), country).front().minor(), 1000);
    }
    for (const QString &country : {u"DE"_s, u"FR"_s, u"AT"_s, QString()})
        QCOMPARE(cashDue(Money::minor(1002, euro), country).minor(), 1002);
    // The currency decides where the country is not the euro's.
    QCOMPARE(cashDue(Money::minor(1002, currency(u"SEK"_s)), u"FI").minor(), 1000);
    QCOMPARE(cashDue(Money::minor(1007, currency(u"NZD"_s)), u"NZ").minor(), 1010);
}

void SettlementTest::settlesWhatIsPaid_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<qint64>("total");
    QTest::addColumn<qint64>("cash");
    QTest::addColumn<qint64>("card");
    QTest::addColumn<qint64>("rounding");
    QTest::addColumn<qint64>("change");
    QTest::newRow("the exact cash") << "EUR" << 730LL << 730LL << 0LL << 0LL << 0LL;
    QTest::newRow("a note too large") << "EUR" << 730LL << 1000LL << 0LL << 0LL << 270LL;
    QTest::newRow("two rappen are let go") << "CHF" << 1002LL << 1000LL << 0LL << -2LL << 0LL;
    QTest::newRow("three rappen become five") << "CHF" << 1003LL << 2000LL << 0LL << 2LL << 995LL;
    QTest::newRow("a card pays to the rappen") << "CHF" << 1003LL << 0LL << 1003LL << 0LL << 0LL;
    QTest::newRow("only what is left for cash is rounded") << "CHF" << 1003LL << 500LL << 503LL << 0LL << 0LL;
    QTest::newRow("what is left for cash is rounded") << "CHF" << 1003LL << 600LL << 401LL << -2LL << 0LL;
    QTest::newRow("nothing to pay, nothing paid") << "EUR" << 0LL << 0LL << 0LL << 0LL << 0LL;
    QTest::newRow("two rappen, five given, five back") << "CHF" << 2LL << 5LL << 0LL << -2LL << 5LL;
    QTest::newRow("forints have no coin below five")
        << "HUF" << 123'800LL << 124'000LL << 0LL << 200LL << 0LL;
}

void SettlementTest::settlesWhatIsPaid()
{
    QFETCH(QString, code);
    QFETCH(qint64, total);
    QFETCH(qint64, cash);
    QFETCH(qint64, card);
    QFETCH(qint64, rounding);
    QFETCH(qint64, change);
    const auto settled = settle(Money::minor(total, currency(code)), cashAndCard(cash, card, code));
    QVERIFY(settled);
    QCOMPARE(settled->rounding.minor(), rounding);
    QCOMPARE(settled->change.minor(), change);
}

void SettlementTest::refusesWhatDoesNotAddUp_data()
{
    QTest::addColumn<qint64>("cash");
    QTest::addColumn<qint64>("card");
    QTest::addColumn<Refusal>("refusal");
    const auto fact = [](const char *name, qint64 value) {
        return QVariantMap{{QLatin1String(name), value}};
    };
    QTest::newRow("nothing given") << 0LL << 0LL << Refusal{Code::NotPaid, fact("due", 1003)};
    QTest::newRow("too little cash, to the coin") << 1000LL << 0LL << Refusal{Code::NotPaid, fact("due", 5)};
    QTest::newRow("too little by card, to the rappen")
        << 0LL << 1000LL << Refusal{Code::NotPaid, fact("due", 3)};
    QTest::newRow("negative cash") << -1LL << 1003LL << Refusal{Code::NegativeTender, fact("minor", -1)};
    QTest::newRow("negative card") << 2000LL << -5LL << Refusal{Code::NegativeTender, fact("minor", -5)};
    QTest::newRow("more by card than is due")
        << 0LL << 1004LL << Refusal{Code::OverTendered, fact("due", 1003)};
    QTest::newRow("a finger on the nine")
        << qint64(Money::kLargest) << 0LL << Refusal{Code::BadAmount, fact("minor", Money::kLargest)};
}

void SettlementTest::refusesWhatDoesNotAddUp()
{
    QFETCH(qint64, cash);
    QFETCH(qint64, card);
    QFETCH(Refusal, refusal);
    const auto settled = settle(Money::minor(1003, currency(u"CHF"_s)), cashAndCard(cash, card, u"CHF"_s));
    QVERIFY(!settled);
    QCOMPARE(codeName(settled.error().code), codeName(refusal.code));
    QCOMPARE(settled.error().facts, refusal.facts);
}

void SettlementTest::refusesMoneyOfAnotherCurrency()
{
    const auto settled =
        settle(Money::minor(100, currency(u"CHF"_s)), std::vector{tender(TenderKind::Cash, 100, u"EUR"_s)});
    QCOMPARE(settled.error().code, Code::BadAmount);
}

void SettlementTest::totalAndRoundingAreTendersLessChange()
{
    SeededRandom random(3);
    const QString codes[] = {u"EUR"_s, u"CHF"_s, u"HUF"_s, u"JPY"_s, u"KWD"_s};
    int settledOnes = 0;
    for (int round = 0; round < 5000; ++round) {
        const QString code = codes[random.next64() % 5];
        const Money total = Money::minor(std::int64_t(random.next64() % 100'000), currency(code));
        std::vector<Tender> tenders;
        for (auto left = random.next64() % 4; left > 0; --left)
            tenders.push_back(tender(random.next64() % 2 ? TenderKind::Cash : TenderKind::Card,
                1 + std::int64_t(random.next64() % 80'000), code));
        const auto settled = settle(total, tenders);
        if (!settled)
            continue;
        ++settledOnes;
        Money given = Money::zero(currency(code));
        Money cash = given;
        for (const Tender &each : tenders) {
            given += each.amount;
            cash += each.kind == TenderKind::Cash ? each.amount : Money::zero(currency(code));
        }
        QCOMPARE(total + settled->rounding, given - settled->change);
        QVERIFY(!settled->change.isNegative() && settled->change <= cash);
        QVERIFY(2 * std::abs(settled->rounding.minor()) <= currency(code).cashStepMinor());
        QVERIFY(cash.isPositive() || settled->rounding.isZero());
    }
    QVERIFY(settledOnes > 500);
}

void SettlementTest::saysWhatIsLeftToPay()
{
    const Money total = Money::minor(1003, currency(u"CHF"_s));
    QCOMPARE(openAmount(total, {}).minor(), 1003LL);
    QCOMPARE(openAmount(total, cashAndCard(500, 200, u"CHF"_s)).minor(), 303LL);
    QCOMPARE(openAmount(total, cashAndCard(2000, 0, u"CHF"_s)).minor(), 0LL);
}

void SettlementTest::suggestsWhatPeopleHandOver_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<qint64>("due");
    QTest::addColumn<QList<qint64>>("expected");
    QTest::newRow("7.30 euros") << "EUR" << 730LL << QList<qint64>{730, 800, 1000, 2000};
    QTest::newRow("12.34 euros") << "EUR" << 1234LL << QList<qint64>{1234, 1300, 1500, 2000};
    QTest::newRow("a round twenty") << "EUR" << 2000LL << QList<qint64>{2000, 5000, 10'000, 20'000};
    QTest::newRow("francs to the coin") << "CHF" << 732LL << QList<qint64>{730, 800, 1000, 2000};
    QTest::newRow("yen in hundreds") << "JPY" << 1234LL << QList<qint64>{1234, 1300, 1500, 2000};
}

void SettlementTest::suggestsWhatPeopleHandOver()
{
    QFETCH(QString, code);
    QFETCH(qint64, due);
    QFETCH(QList<qint64>, expected);
    QList<qint64> given;
    for (const Money &amount : suggestedCash(Money::minor(due, currency(code))))
        given << amount.minor();
    QCOMPARE(given, expected);
}

QTEST_APPLESS_MAIN(SettlementTest)
#include "tst_settlement.moc"
