#include "core/base/seeded_random.h"
#include "core/payment/foreign_cash.h"
#include "core/payment/settlement.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

namespace {

Currency currency(const char *code) { return Currency::fromCode(QString::fromLatin1(code)).value(); }

Money money(std::int64_t minor, const char *code) { return Money::minor(minor, currency(code)); }

ForeignCurrency taken(const char *code, const char *rate, std::int64_t step)
{
    return {currency(code), ExchangeRate::parse(QString::fromLatin1(rate)).value(), step};
}

} // namespace

/// Notes of another currency: exact rates, the fewest notes that are due, and change in coins that exist.
class ForeignCashTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRateIsAnExactDecimal_data();
    void aRateIsAnExactDecimal();
    void isWorthItsRateRoundedHalfUp_data();
    void isWorthItsRateRoundedHalfUp();
    void theFewestNotesAreDue();
    void refusesWhatIsNoNote_data();
    void refusesWhatIsNoNote();
    void refusesACurrencyThatIsNotTaken();
    void whateverIsGivenTheSumsHoldAndChangeIsInCoins();
};

void ForeignCashTest::aRateIsAnExactDecimal_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    QTest::newRow("two places") << u"0.92"_s << u"0.9200"_s;
    QTest::newRow("none") << u"1"_s << u"1.0000"_s;
    QTest::newRow("nine") << u"0.000612345"_s << u"0.000612345"_s;
    QTest::newRow("large") << u"123456.5"_s << u"123456.5000"_s;
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("zero") << u"0.000"_s << QString();
    QTest::newRow("below zero") << u"-1"_s << QString();
    QTest::newRow("too fine") << u"0.0000000001"_s << QString();
    QTest::newRow("too large") << u"1000000"_s << QString();
    QTest::newRow("no place behind the point") << u"1."_s << QString();
    QTest::newRow("with an exponent") << u"1e3"_s << QString();
}

void ForeignCashTest::aRateIsAnExactDecimal()
{
    QFETCH(QString, typed);
    QFETCH(QString, text);
    const auto rate = ExchangeRate::parse(typed);
    QCOMPARE(rate ? rate->text() : QString(), text);
    if (rate)
        QCOMPARE(ExchangeRate::parse(rate->text()), rate);
}

void ForeignCashTest::isWorthItsRateRoundedHalfUp_data()
{
    QTest::addColumn<qint64>("given");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("rate");
    QTest::addColumn<QString>("home");
    QTest::addColumn<qint64>("worth");
    QTest::newRow("twenty dollars") << 2000LL << u"USD"_s << u"0.92"_s << u"EUR"_s << 1840LL;
    QTest::newRow("a tie goes up") << 500LL << u"USD"_s << u"0.921"_s << u"EUR"_s << 461LL;
    QTest::newRow("below it goes down") << 500LL << u"USD"_s << u"0.9208999"_s << u"EUR"_s << 460LL;
    QTest::newRow("yen have no minor unit") << 10'000LL << u"JPY"_s << u"0.006123"_s << u"EUR"_s << 6123LL;
    QTest::newRow("euros in yen") << 1000LL << u"EUR"_s << u"163.35"_s << u"JPY"_s << 1634LL;
    QTest::newRow("dinars have three digits") << 5000LL << u"BHD"_s << u"2.44"_s << u"EUR"_s << 1220LL;
    QTest::newRow("never more than there is")
        << 1'000'000'000'000LL << u"JPY"_s << u"999999.999999999"_s << u"BHD"_s << qint64(Money::kLargest);
}

void ForeignCashTest::isWorthItsRateRoundedHalfUp()
{
    QFETCH(qint64, given);
    QFETCH(QString, code);
    QFETCH(QString, rate);
    QFETCH(QString, home);
    const Money foreign = Money::minor(given, Currency::fromCode(code).value());
    const Money worth = ExchangeRate::parse(rate)->worthOf(foreign, Currency::fromCode(home).value());
    QTEST(qint64(worth.minor()), "worth");
}

void ForeignCashTest::theFewestNotesAreDue()
{
    const ForeignCurrency dollars = taken("USD", "0.92", 500);
    QCOMPARE(foreignDue(money(1840, "EUR"), dollars), money(2000, "USD"));
    QCOMPARE(foreignDue(money(1841, "EUR"), dollars), money(2500, "USD"));
    QCOMPARE(foreignDue(money(1, "EUR"), dollars), money(500, "USD"));
    QCOMPARE(foreignDue(money(0, "EUR"), dollars), money(0, "USD"));
}

void ForeignCashTest::refusesWhatIsNoNote_data()
{
    QTest::addColumn<qint64>("given");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("refused");
    QTest::newRow("coins") << 2050LL << u"USD"_s << int(Code::ForeignNotes);
    QTest::newRow("nothing") << 0LL << u"USD"_s << int(Code::NegativeTender);
    QTest::newRow("less than nothing") << -500LL << u"USD"_s << int(Code::NegativeTender);
    QTest::newRow("another currency") << 500LL << u"CHF"_s << int(Code::BadAmount);
    QTest::newRow("absurdly much") << qint64(Money::kLargest) << u"USD"_s << int(Code::BadAmount);
}

void ForeignCashTest::refusesWhatIsNoNote()
{
    QFETCH(qint64, given);
    QFETCH(QString, code);
    const Money notes = Money::minor(given, Currency::fromCode(code).value());
    const auto tender = foreignTender(notes, taken("USD", "0.92", 500), currency("EUR"));
    QVERIFY(!tender);
    QTEST(int(tender.error().code), "refused");
}

void ForeignCashTest::refusesACurrencyThatIsNotTaken()
{
    const std::vector shop = {taken("USD", "0.92", 500)};
    Tender tender = foreignTender(money(2000, "USD"), shop.front(), currency("EUR")).value();
    QVERIFY(checkForeign(std::vector{tender}, shop));
    // Shown at yesterday's rate, it stands.
    tender.foreign->rate = ExchangeRate::parse(u"0.90").value();
    QCOMPARE(checkForeign(std::vector{tender}, shop).error().code, Code::BadInput);
    tender.amount = money(1800, "EUR");
    QVERIFY(checkForeign(std::vector{tender}, shop));
    QCOMPARE(checkForeign(std::vector{tender}, {}).error(),
        (Refusal{Code::NoForeignCash, {{u"currency"_s, u"USD"_s}}}));
    tender.kind = TenderKind::Cash;
    QVERIFY(!isForeign(tender));
}

/// Random totals, paid in part by card, by notes and by cash: in a country without small coins too.
void ForeignCashTest::whateverIsGivenTheSumsHoldAndChangeIsInCoins()
{
    SeededRandom random(20261122);
    const auto upTo = [&](std::uint64_t most) { return 1 + std::int64_t(random.next64() % most); };
    const std::vector shop = {taken("USD", "0.9137", 100), taken("JPY", "0.006123", 1000)};
    for (int round = 0; round < 3000; ++round) {
        const Money total = money(upTo(20'000), "CHF");
        std::vector<Tender> tenders;
        if (random.next64() % 2 == 0)
            tenders.push_back({TenderKind::Card, std::min(total, money(upTo(9000), "CHF"))});
        if (random.next64() % 2 == 0)
            tenders.push_back({TenderKind::Cash, money(5 * upTo(900), "CHF")});
        const ForeignCurrency &of = shop[random.next64() % 2];
        const Money open = openAmount(total, tenders);
        const Money fewest = foreignDue(cashDue(open, u"CH"), of);
        if (fewest.isZero())
            continue;
        const Money less = fewest - Money::minor(of.step, of.currency);
        QVERIFY(of.rate.worthOf(fewest, total.currency()) >= cashDue(open, u"CH"));
        QVERIFY(of.rate.worthOf(less, total.currency()) < cashDue(open, u"CH"));
        const Money given = fewest + Money::minor(of.step * (upTo(4) - 1), of.currency);
        tenders.push_back(foreignTender(given, of, total.currency()).value());
        QVERIFY(checkForeign(tenders, shop));
        const auto settled = settle(total, tenders, u"CH");
        QVERIFY(settled);
        Money sum = Money::zero(total.currency());
        for (const Tender &tender : tenders)
            sum += tender.amount;
        QCOMPARE(total + settled->rounding, sum - settled->change);
        QVERIFY(!settled->change.isNegative());
        QCOMPARE(settled->change.minor() % 5, 0);
        QVERIFY(std::abs(settled->rounding.minor()) <= 2);
    }
}

QTEST_APPLESS_MAIN(ForeignCashTest)
#include "tst_foreign_cash.moc"
