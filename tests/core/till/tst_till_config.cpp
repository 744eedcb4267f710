#include "core/base/manual_clock.h"
#include "core/base/seeded_random.h"
#include "core/journal/ledger.h"
#include "core/till/till_config.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

namespace {

TillConfig berlin()
{
    TillConfig config;
    config.till = u"BER1T1"_s;
    config.store = {
        u"BER1"_s, u"Spätkauf \"Ost\""_s, {u"Sonntagstr. 1"_s, u"10245 Berlin"_s}, u"DE811907980"_s};
    config.currency = *Currency::fromCode(u"EUR");
    config.country = u"DE"_s;
    config.tax = {TaxMode::Exclusive, TaxRounding::Document, Rounding::HalfEven};
    config.cashier = u"p-7f3a"_s;
    config.codePatterns = {u"2IIIIIIPPPPPC"_s, u"02IIIIIWWWWWC"_s};
    config.refundOrder = {u"cash"_s, u"card"_s};
    config.giftCards = {true, 5000};
    config.vouchers = {true, true};
    config.customers = {true, {2, 5, {u"giftcard"_s}, 700}, {true, 9000}};
    config.exemptsByCertificate = true;
    config.foreignCash = {{*Currency::fromCode(u"USD"), *ExchangeRate::parse(u"0.9213"), 500},
        {*Currency::fromCode(u"JPY"), *ExchangeRate::parse(u"0.006123"), 1000}};
    return config;
}

} // namespace

class TillConfigTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_ledger = Ledger::inMemory(m_clock, m_random); }
    void aNewTillIsNotEnrolled();
    void whatEnrolmentBroughtIsReadBack();
    void aNewEnrolmentTakesTheOldOnesPlace();
    void aBareTillIsKeptLikeAnyOther();
    void aDamagedConfigurationIsRefused_data();
    void aDamagedConfigurationIsRefused();

private:
    ManualClock m_clock{{1'795'262'400'000'000}, 60};
    SeededRandom m_random{1};
    std::unique_ptr<Ledger> m_ledger;
};

void TillConfigTest::aNewTillIsNotEnrolled()
{
    const auto config = loadTillConfig(m_ledger->database());
    QVERIFY(!config);
    QCOMPARE(config.error().code, Code::NotEnrolled);
}

void TillConfigTest::whatEnrolmentBroughtIsReadBack()
{
    saveTillConfig(m_ledger->database(), berlin());
    const auto config = loadTillConfig(m_ledger->database());
    QVERIFY(config);
    QVERIFY(*config == berlin());
}

void TillConfigTest::aNewEnrolmentTakesTheOldOnesPlace()
{
    saveTillConfig(m_ledger->database(), berlin());
    TillConfig moved = berlin();
    moved.till = u"BER1T2"_s;
    moved.tax = {TaxMode::Inclusive, TaxRounding::Line, Rounding::Down};
    saveTillConfig(m_ledger->database(), moved);
    QVERIFY(*loadTillConfig(m_ledger->database()) == moved);
    QCOMPARE(m_ledger->database().number("SELECT COUNT(*) FROM setting"), 1);
}

void TillConfigTest::aBareTillIsKeptLikeAnyOther()
{
    const TillConfig bare = bareTill(*Currency::fromCode(u"CHF"));
    QVERIFY(bare.till.startsWith(bare.store.id));
    QCOMPARE(bare.currency.code(), u"CHF"_s);
    saveTillConfig(m_ledger->database(), bare);
    QVERIFY(*loadTillConfig(m_ledger->database()) == bare);
}

void TillConfigTest::aDamagedConfigurationIsRefused_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("a currency that ISO 4217 doesn't know") << QByteArray("\"EUR\"") << QByteArray("\"EUX\"");
    QTest::newRow("an unknown tax mode") << QByteArray("exclusive") << QByteArray("sometimes");
    QTest::newRow("an unknown rounding") << QByteArray("half_even") << QByteArray("up");
    QTest::newRow("no till") << QByteArray("\"till\"") << QByteArray("\"tilt\"");
    QTest::newRow("a store without a name") << QByteArray("\"name\"") << QByteArray("\"nome\"");
    QTest::newRow("a pattern that is no text") << QByteArray("\"2IIIIIIPPPPPC\"") << QByteArray("2");
    QTest::newRow("cut short") << QByteArray("}}") << QByteArray("}");
}

void TillConfigTest::aDamagedConfigurationIsRefused()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    Database &database = m_ledger->database();
    saveTillConfig(database, berlin());
    QByteArray value;
    {
        auto query = database.statement("SELECT value FROM setting");
        QVERIFY(query.next());
        value = query.bytes(0);
    }
    if (from == "}}")
        value.chop(1);
    QVERIFY(from == "}}" || value.contains(from));
    value.replace(from, to);
    database.statement("UPDATE setting SET value=?").with(value.toStdString()).run();
    const auto config = loadTillConfig(database);
    QVERIFY(!config);
    QCOMPARE(config.error().code, Code::DamagedFile);
}

QTEST_GUILESS_MAIN(TillConfigTest)
#include "tst_till_config.moc"
