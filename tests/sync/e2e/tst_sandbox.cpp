#include "core/catalog/catalog.h"
#include "tests/sync/e2e/sandbox_process.h"
#include "tests/sync/e2e/till.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace evertill::test {
namespace {

constexpr char kOrder[] =
    R"({"customer":"Ada","lines":[{"sku":"E1001","quantity":2000}],"promised_in_minutes":30})";

} // namespace

/// The till's sync and the reference OMS, each in its own process, over real TLS.
class SandboxTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void sendsTheJournalAndReadsTheShop();
    void aWebOrderArrivesWithinASecond();
    void aRecallReachesTheTillWithinASecond();
    void offlineTheTillGoesOnAndEverythingIsSentOnce();
    void anotherTillsCertificateIsDenied();
    void aCertificateOfAnotherCaIsRefusedAndChangesNothing();
    void aRevokedTillIsToldSo();
    void aClonedTillForksAndItsFeedGoesOn();
    void badAnswersAreSurvived_data();
    void badAnswersAreSurvived();
    void syncOnceSendsEverythingAndCountsItInTheFeed();
    void syncOnceSaysWhenNobodyAnswers();
    void stopsQuicklyWhileAQuestionIsHeldOpen();

private:
    [[nodiscard]] qint64 eventsAtTheOms(const QString &till);
    [[nodiscard]] qint64 stockAtTheOms();

    std::unique_ptr<SandboxProcess> m_oms;
};

void SandboxTest::init()
{
    m_oms = std::make_unique<SandboxProcess>();
    m_oms->start();
}

void SandboxTest::cleanup() { m_oms.reset(); }

qint64 SandboxTest::eventsAtTheOms(const QString &till)
{
    const QJsonArray rows = m_oms->rows(u"event"_s);
    return std::count_if(rows.begin(), rows.end(),
        [&](const QJsonValue &row) { return row.toObject().value("till"_L1).toString() == till; });
}

qint64 SandboxTest::stockAtTheOms()
{
    for (const QJsonValue &row : m_oms->rows(u"stock"_s)) {
        if (row.toObject().value("sku"_L1).toString() == u"E1001"_s)
            return row.toObject().value("on_hand"_L1).toInteger();
    }
    return -1;
}

void SandboxTest::sendsTheJournalAndReadsTheShop()
{
    Till till;
    till.enrolAs(u"BER1T1"_s, *m_oms);
    till.adjustStock(3000);
    const auto sync = till.sync(till.settings(u"BER1T1"_s));
    QTRY_VERIFY_WITH_TIMEOUT(till.isOnlineWithNothingToSend(), 10'000);
    QCOMPARE(eventsAtTheOms(u"BER1T1"_s), till.ledger().head().position.seq);
    const qint64 products = m_oms->rows(u"product"_s).size();
    QVERIFY(products > 50);
    QTRY_COMPARE_WITH_TIMEOUT(
        till.replica().database().number("SELECT COUNT(*) FROM product"), products, 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(till.replica().included(), till.ledger().head().position, 10'000);
    QCOMPARE(till.replica().accepted().position, till.ledger().head().position);
    QCOMPARE(till.replica().accepted().hash, till.ledger().head().hash);
}

void SandboxTest::aWebOrderArrivesWithinASecond()
{
    Till till;
    till.enrolAs(u"BER1T1"_s, *m_oms);
    const auto sync = till.sync(till.settings(u"BER1T1"_s));
    QTRY_COMPARE_WITH_TIMEOUT(till.replica().included(), till.ledger().head().position, 10'000);
    for (int n = 1; n <= 3; ++n) {
        m_oms->control("POST", u"/sandbox/orders"_s, kOrder);
        QTRY_COMPARE_WITH_TIMEOUT(
            till.replica().database().number("SELECT COUNT(*) FROM pickup_order"), n, 1000);
    }
}

void SandboxTest::aRecallReachesTheTillWithinASecond()
{
    Till till;
    till.enrolAs(u"BER1T1"_s, *m_oms);
    const auto sync = till.sync(till.settings(u"BER1T1"_s));
    QTRY_COMPARE_WITH_TIMEOUT(till.replica().included(), till.ledger().head().position, 10'000);
    Catalog catalog(till.replica(), CodePatterns(), *Currency::fromCode(u"EUR"));
    QVERIFY(!catalog.bySku(u"E1001"_s)->isRecalled(u"L7"_s));
    m_oms->control("PUT", u"/sandbox/products/E1001/recalled-lots"_s, R"(["L7"])");
    QTRY_VERIFY_WITH_TIMEOUT(catalog.bySku(u"E1001"_s)->isRecalled(u"L7"_s), 1000);
    QVERIFY(!catalog.bySku(u"E1001"_s)->isRecalled(u"L8"_s));
    m_oms->control("PUT", u"/sandbox/products/E1001/recalled-lots"_s, "[]");
    QTRY_VERIFY_WITH_TIMEOUT(!catalog.bySku(u"E1001"_s)->isRecalled(u"L7"_s), 1000);
}

void SandboxTest::offlineTheTillGoesOnAndEverythingIsSentOnce()
{
    Till till;
    till.enrolAs(u"BER1T1"_s, *m_oms);
    const auto sync = till.sync(till.settings(u"BER1T1"_s));
    QTRY_VERIFY_WITH_TIMEOUT(till.isOnlineWithNothingToSend(), 10'000);
    const qint64 before = stockAtTheOms();
    m_oms->stop();
    till.adjustStock(1000);
    sync->ledgerGrew();
    till.adjustStock(1000);
    sync->ledgerGrew();
    QTRY_COMPARE_WITH_TIMEOUT(till.status().state, ConnectionStatus::Offline, 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(till.status().unsent, 2, 10'000);
    m_oms->start();
    QTRY_VERIFY_WITH_TIMEOUT(till.isOnlineWithNothingToSend(), 30'000);
    QCOMPARE(stockAtTheOms(), before + 2000);
    QTRY_COMPARE_WITH_TIMEOUT(till.replica().included(), till.ledger().head().position, 30'000);
}

void SandboxTest::anotherTillsCertificateIsDenied()
{
    Till till;
    Till other;
    till.enrolAs(u"BER1T1"_s, *m_oms);
    other.enrolAs(u"BER1T2"_s, *m_oms);
    const SyncSettings wrong = till.settings(u"BER1T2"_s);
    const auto report = till.syncOnce(wrong);
    QVERIFY(!report);
    QCOMPARE(report.error().code, Code::Denied);
    QCOMPARE(report.error().facts.value(u"error"_s).toString(), u"wrong_till"_s);
    QCOMPARE(eventsAtTheOms(u"BER1T2"_s), 0);
}

void SandboxTest::aCertificateOfAnotherCaIsRefusedAndChangesNothing()
{
    SandboxProcess stranger;
    stranger.start();
    Till till;
    const auto config = till.enrol(m_oms->url(), stranger.ca(), m_oms->codeFor(u"BER1T1"_s));
    QVERIFY(!config);
    QCOMPARE(config.error().code, Code::Untrusted);
    QVERIFY(!QFile::exists(till.folder() + u"/till.pem"_s));

    till.enrolAs(u"BER1T1"_s, *m_oms);
    SyncSettings settings = till.settings(u"BER1T1"_s);
    settings.identity.oms = stranger.url();
    const auto report = till.syncOnce(settings);
    QVERIFY(!report);
    QCOMPARE(report.error().code, Code::Untrusted);
    const auto sync = till.sync(settings);
    QTRY_COMPARE_WITH_TIMEOUT(till.status().state, ConnectionStatus::Refused, 10'000);
    QCOMPARE(
        till.replica().generation() ? till.replica().database().number("SELECT COUNT(*) FROM product") : 0,
        0);
    QCOMPARE(till.replicaChanges(), 0);
    QCOMPARE(stranger.rows(u"event"_s).size(), 0);
}

void SandboxTest::aRevokedTillIsToldSo()
{
    Till till;
    till.enrolAs(u"BER1T1"_s, *m_oms);
    m_oms->control("POST", u"/sandbox/tills/BER1T1/revoke"_s, "{}");
    const auto sync = till.sync(till.settings(u"BER1T1"_s));
    QTRY_COMPARE_WITH_TIMEOUT(till.status().state, ConnectionStatus::Refused, 10'000);
    QCOMPARE(till.status().detail, u"wrong_till"_s);
    QTRY_COMPARE_WITH_TIMEOUT(till.status().unsent, 1, 10'000);
}

void SandboxTest::aClonedTillForksAndItsFeedGoesOn()
{
    Till till;
    Till clone;
    till.enrolAs(u"BER1T1"_s, *m_oms);
    till.adjustStock(1000);
    QVERIFY(till.syncOnce(till.settings(u"BER1T1"_s)));
    SyncSettings stolen = till.settings(u"BER1T1"_s);
    stolen.folder = clone.folder();
    clone.adjustStock(7000);
    clone.adjustStock(7000);
    const qint64 before = stockAtTheOms();
    const auto sync = clone.sync(stolen);
    QTRY_COMPARE_WITH_TIMEOUT(clone.status().state, ConnectionStatus::Refused, 10'000);
    QVERIFY(clone.status().detail.startsWith(u"fork"_s));
    QTRY_VERIFY_WITH_TIMEOUT(clone.replica().database().number("SELECT COUNT(*) FROM product") > 50, 10'000);
    m_oms->control("POST", u"/sandbox/orders"_s, kOrder);
    QTRY_COMPARE_WITH_TIMEOUT(
        clone.replica().database().number("SELECT COUNT(*) FROM pickup_order"), 1, 5000);
    QCOMPARE(stockAtTheOms(), before);
}

void SandboxTest::badAnswersAreSurvived_data()
{
    QTest::addColumn<QByteArray>("faults");
    QTest::newRow("garbage in place of JSON") << QByteArray(R"({"garbage":true,"times":4})");
    QTest::newRow("a captive portal's page") << QByteArray(R"({"html":true,"times":4})");
    QTest::newRow("answers that break off after the deed") << QByteArray(R"({"cut":true,"times":4})");
    QTest::newRow("an OMS that fails") << QByteArray(R"({"fail_status":500,"times":4})");
    QTest::newRow("an OMS that asks for a pause")
        << QByteArray(R"({"fail_status":503,"retry_after":1,"times":2})");
}

void SandboxTest::badAnswersAreSurvived()
{
    QFETCH(QByteArray, faults);
    Till till;
    till.enrolAs(u"BER1T1"_s, *m_oms);
    const qint64 before = stockAtTheOms();
    till.adjustStock(1000);
    m_oms->control("POST", u"/sandbox/faults"_s, faults);
    const auto sync = till.sync(till.settings(u"BER1T1"_s));
    QTRY_COMPARE_WITH_TIMEOUT(till.status().state, ConnectionStatus::Offline, 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(till.isOnlineWithNothingToSend(), 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(till.replica().included(), till.ledger().head().position, 30'000);
    QCOMPARE(stockAtTheOms(), before + 1000);
}

void SandboxTest::syncOnceSendsEverythingAndCountsItInTheFeed()
{
    Till till;
    till.enrolAs(u"BER1T1"_s, *m_oms);
    for (int i = 0; i < 450; ++i) // more than two batches hold
        till.adjustStock(10);
    const qint64 before = stockAtTheOms();
    const auto report = till.syncOnce(till.settings(u"BER1T1"_s));
    QVERIFY(report);
    QCOMPARE(report->accepted.position, till.ledger().head().position);
    QCOMPARE(report->included, till.ledger().head().position);
    QCOMPARE(report->unsent, 0);
    QCOMPARE(stockAtTheOms(), before + 4500);
    const auto again = till.syncOnce(till.settings(u"BER1T1"_s));
    QVERIFY(again);
    QCOMPARE(stockAtTheOms(), before + 4500);
}

void SandboxTest::syncOnceSaysWhenNobodyAnswers()
{
    Till till;
    till.enrolAs(u"BER1T1"_s, *m_oms);
    m_oms->stop();
    const auto report = till.syncOnce(till.settings(u"BER1T1"_s));
    QVERIFY(!report);
    QCOMPARE(report.error().code, Code::Unreachable);
}

void SandboxTest::stopsQuicklyWhileAQuestionIsHeldOpen()
{
    Till till;
    till.enrolAs(u"BER1T1"_s, *m_oms);
    auto sync = till.sync(till.settings(u"BER1T1"_s));
    QTRY_COMPARE_WITH_TIMEOUT(till.replica().included(), till.ledger().head().position, 10'000);
    QElapsedTimer timer;
    timer.start();
    sync.reset();
    QVERIFY2(timer.elapsed() < 500, qPrintable(u"%1 ms"_s.arg(timer.elapsed())));
}

} // namespace evertill::test

QTEST_GUILESS_MAIN(evertill::test::SandboxTest)
#include "tst_sandbox.moc"
