#include "tests/sync/engine/scripted_sync.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace evertill::test {

/// When the engine pauses, what it says of the connection, and how it ends in SyncMode::Once.
class ConnectionTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anOmsThatDoesNotHoldTheQuestionIsNotAskedAllTheTime();
    void pausesGrowAndAskedForPausesAreKept();
    void aSetBackClockDoesNotStopTheTill();
    void oneLaneThatGetsThroughWakesTheOther();
    void saysSinceWhenItIsOffline();
    void seesHowFarTheClockIsOff();
    void aLineThatComesBackIsFoundWithinSeconds();
    void aQuestionThatHangsOnADeadLineIsAskedAnew();
    void anUntrustedServerIsCalledThat();
    void onceItReadsTheFeedAfterEverythingIsSent();
    void onceTheFirstFailureEndsIt();
};

void ConnectionTest::anOmsThatDoesNotHoldTheQuestionIsNotAskedAllTheTime()
{
    ScriptedSync sync;
    sync.reachLongPoll();
    int asked = 0;
    for (int ms = 0; ms < 60'000; ms += 10) {
        sync.advance(10ms);
        sync.step();
        if (sync.hasRequest(u"wait=25"_s)) {
            sync.answer(u"wait=25"_s, 200, emptyPage("c0", {}));
            ++asked;
        }
    }
    QVERIFY2(asked > 20 && asked < 70, qPrintable(QString::number(asked)));
    QCOMPARE(sync.status().state, ConnectionStatus::Online);
}

void ConnectionTest::pausesGrowAndAskedForPausesAreKept()
{
    ScriptedSync sync;
    sync.step();
    QList<std::int64_t> pauses;
    for (int n = 0; n < 9; ++n) {
        sync.fail(u"/changes"_s);
        const Instant failed = sync.now;
        while (!sync.hasRequest(u"/changes"_s)) {
            sync.advance(10ms);
            sync.step();
        }
        pauses.append((sync.now - failed).count() / 1000);
    }
    for (qsizetype n = 0; n < pauses.size(); ++n) {
        const std::int64_t full = std::min<std::int64_t>(8'000, 500LL << n);
        QVERIFY2(pauses.at(n) >= full / 2 && pauses.at(n) <= full + 10,
            qPrintable(u"%1: %2 ms"_s.arg(n).arg(pauses.at(n))));
    }
    HttpAnswer busy = omsAnswer(503, {});
    busy.retryAfter = "90";
    sync.answer(sync.openRequest(u"/changes"_s), busy);
    sync.advance(89s);
    sync.step();
    QVERIFY(!sync.hasRequest(u"/changes"_s));
    sync.advance(62s);
    sync.step();
    QVERIFY(sync.hasRequest(u"/changes"_s));
}

void ConnectionTest::aSetBackClockDoesNotStopTheTill()
{
    ScriptedSync sync;
    sync.step();
    sync.fail(u"/changes"_s);
    sync.now = {0};
    sync.step();
    QVERIFY2(sync.hasRequest(u"/changes"_s), "a pause does not last until the clock is where it was");
    sync.advance(10min);
    sync.step();
    QVERIFY2(!sync.dropped.empty(), "a question that nobody answers is given up all the same");
}

void ConnectionTest::oneLaneThatGetsThroughWakesTheOther()
{
    ScriptedSync sync;
    sync.step();
    for (int n = 0; n < 8; ++n) {
        sync.fail(u"/changes"_s);
        sync.fail(u"/position"_s);
        sync.advance(20s);
        sync.step();
    }
    sync.fail(u"/changes"_s);
    sync.advance(1ms);
    sync.answer(u"/position"_s, 200, sync.acceptedJson({}));
    QVERIFY(sync.hasRequest(u"/changes"_s));
    QCOMPARE(sync.status().state, ConnectionStatus::Online);
}

void ConnectionTest::saysSinceWhenItIsOffline()
{
    ScriptedSync sync;
    sync.reachLongPoll();
    sync.advance(7s);
    const Instant lost = sync.now;
    sync.fail(u"/changes"_s);
    QCOMPARE(sync.status().since, lost);
    sync.advance(1min);
    sync.step();
    sync.fail(u"/changes"_s);
    QCOMPARE(sync.status().state, ConnectionStatus::Offline);
    QCOMPARE(sync.status().since, lost);
}

void ConnectionTest::seesHowFarTheClockIsOff()
{
    ScriptedSync sync;
    sync.step();
    QVERIFY(!sync.engine().serverAhead());
    HttpAnswer answer = omsAnswer(200, emptyPage("c0", {}));
    answer.date = sync.now + 3min;
    sync.answer(sync.openRequest(u"/changes"_s), answer);
    QCOMPARE(sync.engine().serverAhead()->count(), 180);
    QCOMPARE(sync.status().clockAhead.count(), 3);
    // Seconds more or less are no news, and two minutes are not worth a word.
    const auto says = [&](std::chrono::seconds ahead) {
        HttpAnswer page = omsAnswer(200, emptyPage("c0", {}));
        page.date = sync.now + ahead;
        sync.advance(20s);
        page.date = sync.now + ahead;
        sync.answer(sync.openRequest(u"wait=25"_s), page);
        return sync.status().clockAhead.count();
    };
    QCOMPARE(says(205s), 3);
    QCOMPARE(says(100s), 2);
    QCOMPARE(says(80s), 0);
    QCOMPARE(says(115s), 0);
    QCOMPARE(says(-7200s), -120);
}

void ConnectionTest::aLineThatComesBackIsFoundWithinSeconds()
{
    ScriptedSync sync;
    sync.reachLongPoll();
    int asked = 0;
    for (int second = 0; second < 7200; ++second) {
        for (const QString &what : {u"/changes"_s, u"/position"_s}) {
            if (sync.hasRequest(what)) {
                sync.fail(what);
                ++asked;
            }
        }
        sync.advance(1s);
        sync.step();
    }
    QCOMPARE(sync.status().state, ConnectionStatus::Offline);
    QVERIFY2(asked < 7200 / 4, qPrintable(u"%1 questions in two hours"_s.arg(asked)));
    // Within one pause somebody asks and is answered.
    for (int second = 0; second < 9 && sync.status().state == ConnectionStatus::Offline; ++second) {
        sync.advance(1s);
        sync.step();
        if (sync.hasRequest(u"/changes"_s))
            sync.answer(u"/changes"_s, 200, emptyPage("c0", {}));
    }
    QCOMPARE(sync.status().state, ConnectionStatus::Online);
}

void ConnectionTest::aQuestionThatHangsOnADeadLineIsAskedAnew()
{
    ScriptedSync sync;
    sync.reachLongPoll();
    const Action hanging = sync.openRequest(u"wait=25"_s);
    // A sale notices first that the line is dead; the probe, that it is back.
    sync.journal.append(u"A"_s, 1);
    sync.engine().ledgerGrew();
    sync.step();
    sync.readTail();
    sync.fail(u"/events"_s);
    QCOMPARE(sync.status().state, ConnectionStatus::Offline);
    sync.advance(1s);
    sync.step();
    sync.answer(u"/position"_s, 200, sync.acceptedJson({}));
    QVERIFY(std::find(sync.dropped.begin(), sync.dropped.end(), hanging.id) != sync.dropped.end());
    QVERIFY(sync.hasRequest(u"wait=0"_s));
}

void ConnectionTest::anUntrustedServerIsCalledThat()
{
    ScriptedSync sync;
    sync.step();
    sync.fail(u"/changes"_s, HttpFailure::Untrusted);
    QCOMPARE(sync.status().state, ConnectionStatus::Refused);
    QCOMPARE(sync.status().trouble, ConnectionStatus::Untrusted);
}

void ConnectionTest::onceItReadsTheFeedAfterEverythingIsSent()
{
    ScriptedSync sync(ScriptedSync::begin(SyncMode::Once));
    sync.journal.append(u"A"_s, 1);
    sync.step();
    QVERIFY(!sync.hasRequest(u"/changes"_s));
    sync.answer(u"/position"_s, 200, sync.acceptedJson({}));
    sync.readTail();
    sync.answer(u"/events"_s, 200, sync.batchTaken());
    sync.readTail();
    sync.done();
    sync.answer(u"/changes"_s, 200, stockPage("c1", {1, 1}));
    QVERIFY(!sync.engine().isFinished());
    sync.done();
    QVERIFY(sync.engine().isFinished());
    QVERIFY(!sync.engine().refusal());
    QVERIFY(!sync.hasRequest(u"/changes"_s));
}

void ConnectionTest::onceTheFirstFailureEndsIt()
{
    ScriptedSync sync(ScriptedSync::begin(SyncMode::Once));
    sync.step();
    sync.fail(u"/position"_s, HttpFailure::Untrusted);
    QVERIFY(sync.engine().isFinished());
    QCOMPARE(sync.engine().refusal()->code, Code::Untrusted);
    sync.advance(1h);
    sync.step();
    QVERIFY(!sync.hasRequest(u"/"_s));
}

} // namespace evertill::test

QTEST_APPLESS_MAIN(evertill::test::ConnectionTest)
#include "tst_connection.moc"
