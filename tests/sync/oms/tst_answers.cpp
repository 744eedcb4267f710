#include "sync/oms/answers.h"
#include "sync/oms/enrolment.h"
#include "sync/oms/event_batch.h"
#include "tests/sync/oms/answer_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace evertill::test {
class AnswersTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsAPosition();
    void hostilePositionsAreRefused_data();
    void hostilePositionsAreRefused();
    void readsTheOutcomesOfABatch();
    void hostileOutcomesAreRefused_data();
    void hostileOutcomesAreRefused();
    void readsAConflict();
    void aConflictIsAForkOrAGap();
    void writesABatchAsTheContractHasIt();
    void readsAnEnrolment();
    void hostileEnrolmentsAreRefused_data();
    void hostileEnrolmentsAreRefused();
};

void AnswersTest::readsAPosition()
{
    const auto read = decodeAccepted(accepted(R"(,"a_field_of_tomorrow":[1])"));
    QVERIFY(read);
    QCOMPARE(read->position, (Position{2, 7}));
    QCOMPARE(toHex(read->hash), kHash);
}

void AnswersTest::hostilePositionsAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto with = [](const QByteArray &was, const QByteArray &is) { return accepted().replace(was, is); };
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a page in HTML") << QByteArray("<!doctype html><html></html>");
    QTest::newRow("a list") << QByteArray("[1,2]");
    QTest::newRow("cut short") << accepted().chopped(1);
    QTest::newRow("two answers in one") << accepted() + accepted();
    QTest::newRow("bytes that are no UTF-8") << with("\"hash\":\"a", "\"hash\":\"\xff");
    QTest::newRow("no epoch") << with("\"epoch\":2,", "");
    QTest::newRow("an epoch in quotes") << with("\"epoch\":2", "\"epoch\":\"2\"");
    QTest::newRow("a negative seq") << with("through\":7", "through\":-7");
    QTest::newRow("a fraction") << with("through\":7", "through\":7.5");
    QTest::newRow("a seq beyond 2^40") << with("through\":7", "through\":1099511627776");
    QTest::newRow("a seq beyond 2^53") << with("through\":7", "through\":9007199254740993");
    QTest::newRow("a seq beyond any integer") << with("through\":7", "through\":1e300");
    QTest::newRow("an epoch beyond what is packed") << with("\"epoch\":2", "\"epoch\":4194304");
    QTest::newRow("null for a number") << with("through\":7", "through\":null");
    QTest::newRow("a short hash") << with(kHash, kHash.chopped(2));
    QTest::newRow("a hash in capitals") << with(kHash, kHash.toUpper());
    QTest::newRow("a hash with other letters") << with("\"hash\":\"a", "\"hash\":\"g");
    QTest::newRow("nested without end") << QByteArray("{\"epoch\":") + QByteArray(100'000, '[');
}

void AnswersTest::hostilePositionsAreRefused()
{
    QFETCH(QByteArray, body);
    const auto read = decodeAccepted(body);
    QVERIFY(!read);
    QCOMPARE(read.error().code, Code::BadAnswer);
    QVERIFY(!read.error().facts.value(u"problem"_s).toString().isEmpty());
}

void AnswersTest::readsTheOutcomesOfABatch()
{
    const auto read = decodeBatchOutcome(accepted(R"(,"outcomes":[{"epoch":2,"seq":6,"outcome":"repeat"},
        {"epoch":2,"seq":7,"outcome":"not_understood"}])"));
    QVERIFY(read);
    QCOMPARE(read->accepted.position, (Position{2, 7}));
    QVERIFY(read->outcomes
        == (std::vector<EventOutcome>{
            {{2, 6}, EventOutcome::Repeat}, {{2, 7}, EventOutcome::NotUnderstood}}));
}

void AnswersTest::hostileOutcomesAreRefused_data()
{
    QTest::addColumn<QByteArray>("outcomes");
    QTest::newRow("none at all") << QByteArray();
    QTest::newRow("no list") << QByteArray(R"(,"outcomes":{})");
    QTest::newRow("a list of numbers") << QByteArray(R"(,"outcomes":[1])");
    QTest::newRow("an outcome nobody knows")
        << QByteArray(R"(,"outcomes":[{"epoch":2,"seq":7,"outcome":"eaten"}])");
    QTest::newRow("an outcome without its place")
        << QByteArray(R"(,"outcomes":[{"seq":7,"outcome":"applied"}])");
}

void AnswersTest::hostileOutcomesAreRefused()
{
    QFETCH(QByteArray, outcomes);
    const auto read = decodeBatchOutcome(accepted(outcomes));
    QVERIFY(!read);
    QCOMPARE(read.error().code, Code::BadAnswer);
}

void AnswersTest::readsAConflict()
{
    const auto fork = decodeConflict(accepted(R"(,"error":"fork","message":"x")"));
    QVERIFY(fork);
    QCOMPARE(fork->kind, Conflict::Fork);
    const auto gap = decodeConflict(accepted(R"(,"error":"gap")"));
    QVERIFY(gap);
    QCOMPARE(gap->kind, Conflict::Gap);
    QCOMPARE(gap->accepted.position, (Position{2, 7}));
}

void AnswersTest::aConflictIsAForkOrAGap()
{
    QVERIFY(!decodeConflict(accepted(R"(,"error":"mood")")));
    QVERIFY(!decodeConflict(accepted()));
    QVERIFY(!decodeConflict(R"({"error":"fork"})"));
}

void AnswersTest::writesABatchAsTheContractHasIt()
{
    const Hash previous = hashFromBytes(QByteArray(32, '\1'));
    const QByteArray envelope = R"({"kind":"x","payload":{"name":"Ä \"quoted\""}})";
    const std::vector<WireEvent> events = {{{1, 1}, envelope, previous, chained(previous, envelope)}};
    const QJsonObject batch = QJsonDocument::fromJson(encodeBatch(events)).object();
    QCOMPARE(batch.keys(), (QStringList{u"events"_s, u"prev_hash"_s}));
    QCOMPARE(batch.value("prev_hash"_L1).toString(), u"01"_s.repeated(32));
    const QJsonObject event = batch.value("events"_L1).toArray().first().toObject();
    QCOMPARE(event.value("envelope"_L1).toString().toUtf8(), envelope);
    QCOMPARE(event.value("hash"_L1).toString().toLatin1(), toHex(chained(previous, envelope)));
}

void AnswersTest::readsAnEnrolment()
{
    const auto read = decodeEnrolment(kEnrolment);
    QVERIFY(read);
    QCOMPARE(read->config.till, u"BER1T1"_s);
    QCOMPARE(read->config.store.address, (QStringList{u"Street 1"_s, u"Berlin"_s}));
    QCOMPARE(read->config.currency.code(), u"EUR"_s);
    QVERIFY(read->config.tax.mode == TaxMode::Inclusive && read->config.tax.rounding == TaxRounding::Line);
    QCOMPARE(read->config.codePatterns, (QStringList{u"2IIIIIIPPPPPC"_s}));
    QCOMPARE(read->config.refundOrder, (QStringList{u"cash"_s, u"card"_s}));
    QCOMPARE(read->certificate, QByteArray("PEM"));
}

void AnswersTest::hostileEnrolmentsAreRefused_data()
{
    QTest::addColumn<QByteArray>("was");
    QTest::addColumn<QByteArray>("is");
    const auto row = [](const char *name, const char *was, const char *is) {
        QTest::newRow(name) << QByteArray(was) << QByteArray(is);
    };
    row("a till of another store", "BER1T1", "HAM1T1");
    row("a till whose id is a path", "BER1T1", "BER1/../x");
    row("a till whose receipts could not be read back", "BER1T1", "BER1t1");
    row("a till whose id is too long for a receipt", "BER1T1", "BER1T1234567890123456");
    row("a currency that there is not", "EUR", "EUX");
    row("a country in full", "\"DE\"", "\"Germany\"");
    row("a tax mode nobody knows", "inclusive", "sometimes");
    row("a rounding nobody knows", "\"line\"", "\"up\"");
    row("no certificate", "\"certificate\":\"PEM\",", "");
    row("an address that is one text", "[\"Street 1\",\"Berlin\"]", "\"Street 1\"");
    row("codes that are numbers", "[\"2IIIIIIPPPPPC\"]", "[2]");
    row("a refund to what is no tender", "[\"cash\",\"card\"]", "[\"cash\",\"goodwill\"]");
    row("a store that is a text", "\"store\":{", "\"shop\":{");
}

void AnswersTest::hostileEnrolmentsAreRefused()
{
    QFETCH(QByteArray, was);
    QFETCH(QByteArray, is);
    QByteArray body = kEnrolment;
    QVERIFY(body.contains(was));
    const auto read = decodeEnrolment(body.replace(was, is));
    QVERIFY(!read);
    QCOMPARE(read.error().code, Code::BadAnswer);
}

} // namespace evertill::test

QTEST_APPLESS_MAIN(evertill::test::AnswersTest)
#include "tst_answers.moc"
