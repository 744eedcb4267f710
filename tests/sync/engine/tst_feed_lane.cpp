#include "tests/sync/engine/scripted_sync.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace evertill::test {

class FeedLaneTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takesASnapshotWhereThereIsNoCursor();
    void readsPageAfterPageThenHoldsTheQuestionOpen();
    void percentEncodesTheCursor();
    void keepsAPageBeforeItAsksForTheNext();
    void asksAgainForAPageThatCouldNotBeKept();
    void aLostReplicaNeedsASnapshot();
    void aCursorThatIsGoneNeedsASnapshot();
    void aSnapshotWhoseCursorIsGoneAtOncePauses();
    void anOmsThatWentBackInTimeNeedsASnapshot();
    void badPagesChangeNothing_data();
    void badPagesChangeNothing();
    void anOmsThatDoesNotHoldTheQuestionIsNotAskedAllTheTime();
    void pausesGrowAndAskedForPausesAreKept();
    void aSetBackClockDoesNotStopTheTill();
    void oneLaneThatGetsThroughWakesTheOther();
    void saysSinceWhenItIsOffline();
    void seesHowFarTheClockIsOff();
    void onceItReadsTheFeedAfterEverythingIsSent();
    void onceTheFirstFailureEndsIt();
};

namespace {

void reachLongPoll(ScriptedSync &sync)
{
    sync.step();
    sync.answer(u"/position"_s, 200, sync.acceptedJson({}));
    sync.readTail();
    sync.answer(u"wait=0"_s, 200, emptyPage("c0", {}));
}

} // namespace

void FeedLaneTest::takesASnapshotWhereThereIsNoCursor()
{
    ScriptedSync sync({u"BER1T1"_s, {}, {}, {}, SyncMode::Steady});
    sync.step();
    const auto snapshot = sync.open<TakeSnapshot>();
    QVERIFY(snapshot);
    QCOMPARE(std::get<TakeSnapshot>(snapshot->what).request.path, u"/v1/tills/BER1T1/snapshot"_s);
    sync.answer(*snapshot, SnapshotTaken{"c9", {1, 4}});
    QVERIFY(sync.hasRequest(u"cursor=c9"_s));
}

void FeedLaneTest::readsPageAfterPageThenHoldsTheQuestionOpen()
{
    ScriptedSync sync;
    sync.step();
    QVERIFY(sync.hasRequest(u"/changes?cursor=c0&limit=500&wait=0"_s));
    sync.answer(u"/changes"_s, 200, stockPage("c1", {}, true));
    sync.done();
    QVERIFY(sync.hasRequest(u"/changes?cursor=c1&limit=500&wait=0"_s));
    sync.answer(u"/changes"_s, 200, stockPage("c2", {1, 1}));
    sync.done();
    const auto request =
        std::get<AskOms>(sync.openRequest(u"/changes?cursor=c2&limit=500&wait=25"_s).what).request;
    QVERIFY2(request.timeout > 25s, "the transfer's time-out is above the wait");
}

void FeedLaneTest::percentEncodesTheCursor()
{
    ScriptedSync sync({u"BER1T1"_s, {}, "a&limit=1 +/=?", {}, SyncMode::Steady});
    sync.step();
    QVERIFY(sync.hasRequest(u"cursor=a%26limit%3D1%20%2B%2F%3D%3F&limit=500"_s));
}

void FeedLaneTest::keepsAPageBeforeItAsksForTheNext()
{
    ScriptedSync sync;
    sync.step();
    sync.answer(u"/changes"_s, 200, stockPage("c1", {1, 2}));
    QVERIFY(!sync.hasRequest(u"/changes"_s));
    const FeedPage page = std::get<ApplyPage>(sync.open<ApplyPage>()->what).page;
    QCOMPARE(page.cursor, QByteArray("c1"));
    QCOMPARE(page.included, (Position{1, 2}));
    QCOMPARE(page.changes.size(), std::size_t(1));
}

void FeedLaneTest::asksAgainForAPageThatCouldNotBeKept()
{
    ScriptedSync sync;
    sync.step();
    sync.answer(u"/changes"_s, 200, stockPage("c1", {}));
    sync.answer(*sync.open<ApplyPage>(), StoreFailure{u"disk full"_s});
    QCOMPARE(sync.status().state, ConnectionStatus::Refused);
    sync.advance(21s);
    sync.step();
    QVERIFY(sync.hasRequest(u"cursor=c0"_s));
}

void FeedLaneTest::aLostReplicaNeedsASnapshot()
{
    ScriptedSync sync;
    sync.step();
    sync.answer(u"/changes"_s, 200, stockPage("c1", {}));
    sync.answer(*sync.open<ApplyPage>(), StoreFailure{u"torn"_s, true});
    sync.advance(21s);
    sync.step();
    QVERIFY(sync.open<TakeSnapshot>());
}

void FeedLaneTest::aCursorThatIsGoneNeedsASnapshot()
{
    ScriptedSync sync;
    sync.step();
    sync.answer(u"/changes"_s, 410, R"({"error":"cursor_gone","message":""})");
    QVERIFY(sync.open<TakeSnapshot>());
    sync.answer(*sync.open<TakeSnapshot>(), HttpFailure{HttpFailure::BadAnswer, u"cut short"_s});
    QVERIFY(!sync.open<TakeSnapshot>());
    sync.advance(21s);
    sync.step();
    QVERIFY2(sync.open<TakeSnapshot>(), "a snapshot that failed is tried again");
}

void FeedLaneTest::aSnapshotWhoseCursorIsGoneAtOncePauses()
{
    ScriptedSync sync;
    sync.step();
    sync.answer(u"/changes"_s, 410, R"({"error":"cursor_gone","message":""})");
    sync.answer(*sync.open<TakeSnapshot>(), SnapshotTaken{"c1", {}});
    sync.answer(u"/changes"_s, 410, R"({"error":"cursor_gone","message":""})");
    QVERIFY(!sync.open<TakeSnapshot>());
    sync.advance(21s);
    sync.step();
    QVERIFY(sync.open<TakeSnapshot>());
}

void FeedLaneTest::anOmsThatWentBackInTimeNeedsASnapshot()
{
    ScriptedSync sync({u"BER1T1"_s, {}, "c5", {1, 9}, SyncMode::Steady});
    sync.step();
    sync.answer(u"/changes"_s, 200, stockPage("c6", {1, 3}));
    QVERIFY(!sync.open<ApplyPage>());
    sync.advance(21s);
    sync.step();
    QVERIFY(sync.open<TakeSnapshot>());
}

void FeedLaneTest::badPagesChangeNothing_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no JSON") << QByteArray("<html>");
    QTest::newRow("another shape") << QByteArray("[]");
    QTest::newRow("no included") << QByteArray(R"({"changes":[],"cursor":"c1","more":false})");
    QTest::newRow("more to read with a cursor that stands still") << emptyPage("c0", {}, true);
    QTest::newRow("changes with a cursor that stands still") << stockPage("c0", {});
    QTest::newRow("an unknown op") << QByteArray(
        R"({"changes":[{"op":"burn","entity":"stock","id":"A"}],"cursor":"c1","included":{"epoch":0,"seq":0},"more":false})");
}

void FeedLaneTest::badPagesChangeNothing()
{
    QFETCH(QByteArray, body);
    ScriptedSync sync;
    sync.step();
    sync.answer(u"/position"_s, 200, sync.acceptedJson({}));
    sync.readTail();
    sync.answer(u"/changes"_s, 200, body);
    QVERIFY(!sync.open<ApplyPage>());
    QVERIFY(!sync.hasRequest(u"/changes"_s));
    QCOMPARE(sync.status().state, ConnectionStatus::Offline);
    sync.advance(21s);
    sync.step();
    QVERIFY(sync.hasRequest(u"cursor=c0"_s));
}

void FeedLaneTest::anOmsThatDoesNotHoldTheQuestionIsNotAskedAllTheTime()
{
    ScriptedSync sync;
    reachLongPoll(sync);
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

void FeedLaneTest::pausesGrowAndAskedForPausesAreKept()
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
        const std::int64_t full = std::min<std::int64_t>(20'000, 500LL << n);
        QVERIFY2(pauses.at(n) >= full / 2 && pauses.at(n) <= full + 10,
            qPrintable(u"%1: %2 ms"_s.arg(n).arg(pauses.at(n))));
    }
    HttpAnswer busy = omsAnswer(503, {});
    busy.retryAfter = "90";
    sync.answer(sync.openRequest(u"/changes"_s), busy);
    sync.advance(89s);
    sync.step();
    QVERIFY(!sync.hasRequest(u"/changes"_s));
    sync.advance(22s);
    sync.step();
    QVERIFY(sync.hasRequest(u"/changes"_s));
}

void FeedLaneTest::aSetBackClockDoesNotStopTheTill()
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

void FeedLaneTest::oneLaneThatGetsThroughWakesTheOther()
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

void FeedLaneTest::saysSinceWhenItIsOffline()
{
    ScriptedSync sync;
    reachLongPoll(sync);
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

void FeedLaneTest::seesHowFarTheClockIsOff()
{
    ScriptedSync sync;
    sync.step();
    QVERIFY(!sync.engine().serverAhead());
    HttpAnswer answer = omsAnswer(200, emptyPage("c0", {}));
    answer.date = sync.now + 3min;
    sync.answer(sync.openRequest(u"/changes"_s), answer);
    QCOMPARE(sync.engine().serverAhead()->count(), 180);
}

void FeedLaneTest::onceItReadsTheFeedAfterEverythingIsSent()
{
    ScriptedSync sync(ScriptedSync::begin(SyncMode::Once));
    sync.journal.append(u"A"_s, 1);
    sync.step();
    QVERIFY(!sync.hasRequest(u"/changes"_s));
    sync.answer(u"/position"_s, 200, sync.acceptedJson({}));
    sync.readTail();
    sync.answer(u"/events"_s, 200, sync.batchTaken());
    sync.done();
    sync.readTail();
    sync.answer(u"/changes"_s, 200, stockPage("c1", {1, 1}));
    QVERIFY(!sync.engine().isFinished());
    sync.done();
    QVERIFY(sync.engine().isFinished());
    QVERIFY(!sync.engine().refusal());
    QVERIFY(!sync.hasRequest(u"/changes"_s));
}

void FeedLaneTest::onceTheFirstFailureEndsIt()
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

QTEST_APPLESS_MAIN(evertill::test::FeedLaneTest)
#include "tst_feed_lane.moc"
