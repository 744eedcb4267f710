#include "sync/oms/verdict.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace evertill {

class VerdictTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void judgesAnswers_data();
    void judgesAnswers();
    void readsRetryAfter_data();
    void readsRetryAfter();
    void failuresAreRefusals();
    void readsHttpDates();
};

void VerdictTest::judgesAnswers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("api");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    const QByteArray denied = R"({"error":"wrong_till","message":"no"})";
    QTest::newRow("the OMS says yes") << 200 << QByteArray("1") << QByteArray("{}") << int(Verdict::Good);
    QTest::newRow("a portal says yes") << 200 << QByteArray() << QByteArray("{}") << int(Verdict::Away);
    QTest::newRow("a portal says no") << 403 << QByteArray() << denied << int(Verdict::Away);
    QTest::newRow("another version of the contract")
        << 200 << QByteArray("2") << QByteArray("{}") << int(Verdict::Away);
    QTest::newRow("a proxy's bad gateway") << 502 << QByteArray() << QByteArray() << int(Verdict::Away);
    QTest::newRow("the OMS says no") << 403 << QByteArray("1") << denied << int(Verdict::Denied);
    QTest::newRow("no without a code") << 403 << QByteArray("1") << QByteArray("no") << int(Verdict::Bad);
    QTest::newRow("the OMS is busy") << 429 << QByteArray("1") << denied << int(Verdict::Later);
    QTest::newRow("the OMS is broken") << 500 << QByteArray("1") << QByteArray() << int(Verdict::Later);
    QTest::newRow("a redirect") << 307 << QByteArray("1") << QByteArray() << int(Verdict::Bad);
}

void VerdictTest::judgesAnswers()
{
    QFETCH(int, status);
    QFETCH(QByteArray, api);
    QFETCH(QByteArray, body);
    QFETCH(int, kind);
    const Verdict verdict = judge(HttpAnswer{status, api, {}, std::nullopt, body}, {});
    QCOMPARE(int(verdict.kind), kind);
    QCOMPARE(verdict.status, status);
    if (kind == Verdict::Denied)
        QCOMPARE(verdict.detail, u"wrong_till"_s);
}

void VerdictTest::readsRetryAfter_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("seconds"); // -1: none
    QTest::newRow("none") << QByteArray() << -1;
    QTest::newRow("seconds") << QByteArray("120") << 120;
    QTest::newRow("a moment by the server's clock") << QByteArray("Sun, 06 Nov 1994 08:50:37 GMT") << 60;
    QTest::newRow("a moment that has passed") << QByteArray("Sun, 06 Nov 1994 08:40:00 GMT") << 0;
    QTest::newRow("less than nothing") << QByteArray("-5") << -1;
    QTest::newRow("nonsense") << QByteArray("soon") << -1;
}

void VerdictTest::readsRetryAfter()
{
    QFETCH(QByteArray, header);
    QFETCH(int, seconds);
    const auto date = httpDate("Sun, 06 Nov 1994 08:49:37 GMT");
    const Verdict verdict = judge(HttpAnswer{503, "1", header, date, {}}, {0});
    QCOMPARE(verdict.retryAfter ? int(verdict.retryAfter->count()) : -1, seconds);
}

void VerdictTest::failuresAreRefusals()
{
    const auto codeOf = [](HttpFailure::Kind kind) {
        return refusalOf(judge(HttpFailure{kind, u"why"_s})).code;
    };
    QCOMPARE(codeOf(HttpFailure::Unreachable), Code::Unreachable);
    QCOMPARE(codeOf(HttpFailure::Untrusted), Code::Untrusted);
    QCOMPARE(codeOf(HttpFailure::BadAnswer), Code::BadAnswer);
    const Refusal denied = refusalOf({Verdict::Denied, u"code_used"_s, 403, {}});
    QCOMPARE(denied, (Refusal{Code::Denied, {{u"error"_s, u"code_used"_s}}}));
}

void VerdictTest::readsHttpDates()
{
    QCOMPARE(httpDate("Sun, 06 Nov 1994 08:49:37 GMT")->us, 784'111'777'000'000);
    QVERIFY(!httpDate("06.11.1994"));
    QVERIFY(!httpDate({}));
}

} // namespace evertill

QTEST_APPLESS_MAIN(evertill::VerdictTest)
#include "tst_verdict.moc"
