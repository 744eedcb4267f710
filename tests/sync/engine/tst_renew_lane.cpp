#include "tests/sync/engine/scripted_sync.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace evertill::test {
namespace {

constexpr auto kLife = 300h;
constexpr auto kAlmostDue = 200h - 5s;

SyncStart certified(SyncMode mode = SyncMode::Steady, std::chrono::seconds age = 0s)
{
    SyncStart start = ScriptedSync::begin(mode);
    const Instant begins = ScriptedSync().now + -age;
    start.certificate = CertificateLife{begins, begins + kLife};
    return start;
}

} // namespace

/// A till's certificate is renewed before it ends, and nothing that breaks off on the way costs it the old
/// one.
class RenewLaneTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingIsAskedBeforeTwoThirdsOfItsLife();
    void asksKeepsProvesAndAdopts();
    void nothingIsAskedWhileTheOmsCanNotBeReached();
    void badAnswersKeepThePresentOne_data();
    void badAnswersKeepThePresentOne();
    void oneThatIsTurnedDownIsForgotten();
    void oneThatIsNeverAnsweredIsForgotten();
    void oneThatWasKeptBeforeAStopIsProvedFirst();
    void onceItIsRenewedBeforeTheEnd();
    void onceAFailedRenewalIsNoFailure();
    void aCertificateThatHasEndedIsSaid();

private:
    static void reachDue(ScriptedSync &sync)
    {
        sync.reachLongPoll();
        sync.advance(10s);
        sync.step();
    }
};

void RenewLaneTest::nothingIsAskedBeforeTwoThirdsOfItsLife()
{
    ScriptedSync sync(certified());
    sync.reachLongPoll();
    QCOMPARE(*sync.engine().wakeAt() <= sync.now + 200h, true);
    for (int hour = 0; hour < 199; ++hour) {
        sync.advance(1h);
        sync.step();
        QVERIFY(!sync.open<AskForCertificate>());
    }
}

void RenewLaneTest::asksKeepsProvesAndAdopts()
{
    ScriptedSync sync(certified(SyncMode::Steady, kAlmostDue));
    reachDue(sync);
    const auto asked = sync.open<AskForCertificate>();
    QVERIFY(asked);
    QCOMPARE(std::get<AskForCertificate>(asked->what).request.path, u"/v1/tills/BER1T1/certificate"_s);
    QVERIFY(!sync.open<KeepCertificate>());
    sync.answer(*asked, omsAnswer(200, R"({"certificate":"PEM"})"));
    const auto kept = sync.open<KeepCertificate>();
    QVERIFY(kept);
    QCOMPARE(std::get<KeepCertificate>(kept->what).certificate, QByteArray("PEM"));
    QVERIFY2(!sync.open<TryCertificate>(), "it is on disk before anybody sees it");
    sync.answer(*kept, Done{});
    QVERIFY(!sync.open<AdoptCertificate>());
    sync.answer(*sync.open<TryCertificate>(), omsAnswer(200, sync.acceptedJson({})));
    const CertificateLife next = {sync.now, sync.now + kLife};
    sync.answer(*sync.open<AdoptCertificate>(), CertificateAdopted{next});
    QCOMPARE(sync.status().state, ConnectionStatus::Online);
    sync.advance(199h);
    sync.step();
    QVERIFY(!sync.open<AskForCertificate>());
}

void RenewLaneTest::nothingIsAskedWhileTheOmsCanNotBeReached()
{
    ScriptedSync sync(certified());
    sync.step();
    sync.fail(u"/position"_s);
    sync.now = sync.now + 250h;
    sync.step();
    QVERIFY(!sync.open<AskForCertificate>());
    sync.answer(u"/position"_s, 200, sync.acceptedJson({}));
    QVERIFY(sync.open<AskForCertificate>());
}

void RenewLaneTest::badAnswersKeepThePresentOne_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("api");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("a portal's page") << 200 << QByteArray() << QByteArray("<html>");
    QTest::newRow("another shape") << 200 << QByteArray("1") << QByteArray("{}");
    QTest::newRow("a number in place of a certificate")
        << 200 << QByteArray("1") << QByteArray(R"({"certificate":7})");
    QTest::newRow("a no") << 403 << QByteArray("1") << QByteArray(R"({"error":"wrong_till"})");
    QTest::newRow("an OMS that knows no renewal")
        << 404 << QByteArray("1") << QByteArray(R"({"error":"not_found"})");
    QTest::newRow("an OMS that can't") << 500 << QByteArray("1") << QByteArray();
}

void RenewLaneTest::badAnswersKeepThePresentOne()
{
    QFETCH(int, status);
    QFETCH(QByteArray, api);
    QFETCH(QByteArray, body);
    ScriptedSync sync(certified(SyncMode::Steady, kAlmostDue));
    reachDue(sync);
    sync.answer(*sync.open<AskForCertificate>(), HttpAnswer{status, api, {}, std::nullopt, body});
    QVERIFY(!sync.open<KeepCertificate>());
    QCOMPARE(sync.status().state, ConnectionStatus::Online);
    QVERIFY(!sync.open<AskForCertificate>());
    sync.advance(61s);
    sync.step();
    QVERIFY(sync.open<AskForCertificate>());
    // One that is not the till's, or ends too soon, is no better.
    sync.answer(*sync.open<AskForCertificate>(), omsAnswer(200, R"({"certificate":"PEM"})"));
    sync.answer(*sync.open<KeepCertificate>(), HttpFailure{HttpFailure::BadAnswer, u"not ours"_s});
    QVERIFY(!sync.open<TryCertificate>());
}

void RenewLaneTest::oneThatIsTurnedDownIsForgotten()
{
    SyncStart start = certified(SyncMode::Steady, kAlmostDue);
    start.hasNextCertificate = true;
    ScriptedSync sync(start);
    sync.step();
    sync.answer(*sync.open<TryCertificate>(), omsAnswer(403, R"({"error":"wrong_till"})"));
    sync.answer(*sync.open<ForgetCertificate>(), Done{});
    QVERIFY(!sync.open<TryCertificate>());
    reachDue(sync);
    QVERIFY(sync.open<AskForCertificate>());
}

void RenewLaneTest::oneThatIsNeverAnsweredIsForgotten()
{
    SyncStart start = certified();
    start.hasNextCertificate = true;
    ScriptedSync sync(start);
    sync.reachLongPoll();
    int tries = 0;
    for (; !sync.open<ForgetCertificate>() && tries < 100; ++tries) {
        sync.answer(*sync.open<TryCertificate>(), HttpFailure{});
        sync.advance(9s);
        sync.step();
    }
    QVERIFY2(tries > 5 && tries < 20, qPrintable(QString::number(tries)));
}

void RenewLaneTest::oneThatWasKeptBeforeAStopIsProvedFirst()
{
    SyncStart start = certified();
    start.hasNextCertificate = true;
    ScriptedSync sync(start);
    sync.step();
    // The OMS took it just before the stop, and knows the present one no more.
    sync.answer(u"/position"_s, 403, R"({"error":"wrong_till"})");
    QCOMPARE(sync.status().trouble, ConnectionStatus::Denied);
    sync.answer(*sync.open<TryCertificate>(), omsAnswer(200, sync.acceptedJson({})));
    sync.answer(*sync.open<AdoptCertificate>(), CertificateAdopted{{sync.now, sync.now + kLife}});
    QVERIFY2(sync.hasRequest(u"/position"_s), "who was denied asks at once with the one that is good");
}

void RenewLaneTest::onceItIsRenewedBeforeTheEnd()
{
    ScriptedSync sync(certified(SyncMode::Once, 250h));
    sync.step();
    sync.answer(u"/position"_s, 200, sync.acceptedJson({}));
    sync.readTail();
    sync.answer(u"/changes"_s, 200, emptyPage("c0", {}));
    QVERIFY(!sync.engine().isFinished());
    sync.answer(*sync.open<AskForCertificate>(), omsAnswer(200, R"({"certificate":"PEM"})"));
    sync.answer(*sync.open<KeepCertificate>(), Done{});
    sync.answer(*sync.open<TryCertificate>(), omsAnswer(200, sync.acceptedJson({})));
    sync.answer(*sync.open<AdoptCertificate>(), CertificateAdopted{{sync.now, sync.now + kLife}});
    QVERIFY(sync.engine().isFinished());
    QVERIFY(!sync.engine().refusal());
}

void RenewLaneTest::onceAFailedRenewalIsNoFailure()
{
    ScriptedSync sync(certified(SyncMode::Once, 250h));
    sync.step();
    sync.answer(u"/position"_s, 200, sync.acceptedJson({}));
    sync.readTail();
    sync.answer(u"/changes"_s, 200, emptyPage("c0", {}));
    sync.answer(*sync.open<AskForCertificate>(), HttpFailure{});
    QVERIFY(sync.engine().isFinished());
    QVERIFY(!sync.engine().refusal());
}

void RenewLaneTest::aCertificateThatHasEndedIsSaid()
{
    ScriptedSync sync(certified());
    sync.step();
    sync.now = sync.now + 301h;
    sync.step();
    sync.fail(u"/position"_s);
    QCOMPARE(sync.status().state, ConnectionStatus::Refused);
    QCOMPARE(sync.status().trouble, ConnectionStatus::Expired);
    // A till whose own clock is a year ahead is answered all the same.
    sync.advance(1s);
    sync.step();
    sync.answer(u"/position"_s, 200, sync.acceptedJson({}));
    QCOMPARE(sync.status().state, ConnectionStatus::Online);
}

} // namespace evertill::test

QTEST_APPLESS_MAIN(evertill::test::RenewLaneTest)
#include "tst_renew_lane.moc"
