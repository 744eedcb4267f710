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
    void aPageThatBreaksTheContractAgainAndAgainIsGoneRoundByASnapshot();
    void whereNothingCanBeReadTheTillAsksEverMoreSeldom();
    void aPageThatCanNotBeKeptIsAskedForEverMoreSeldom();
    void aFeedThatEndsBeforeWhatWasAcceptedIsAnOlderOmss();
    void anOmsWhoseCursorMovesThoughNothingHappensIsAskedOnceASecond();
    void badPagesChangeNothing_data();
    void badPagesChangeNothing();
};

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

void FeedLaneTest::aPageThatBreaksTheContractAgainAndAgainIsGoneRoundByASnapshot()
{
    ScriptedSync sync;
    sync.step();
    sync.answer(u"/position"_s, 200, sync.acceptedJson({}));
    sync.readTail();
    for (int n = 0; n < 3; ++n) {
        QCOMPARE(sync.status().trouble, ConnectionStatus::NoTrouble);
        sync.answer(u"/changes"_s, 200, "{}");
        sync.advance(5s);
        sync.step();
    }
    QCOMPARE(sync.status().state, ConnectionStatus::Refused);
    QCOMPARE(sync.status().trouble, ConnectionStatus::Unreadable);
    QVERIFY(!sync.status().detail.isEmpty());
    QVERIFY(!sync.hasRequest(u"/changes"_s));
    sync.answer(*sync.open<TakeSnapshot>(), SnapshotTaken{"c9", {}});
    QCOMPARE(sync.status().state, ConnectionStatus::Online);
    sync.answer(u"cursor=c9"_s, 200, emptyPage("c9", {}));
    QCOMPARE(sync.status().state, ConnectionStatus::Online);
}

void FeedLaneTest::whereNothingCanBeReadTheTillAsksEverMoreSeldom()
{
    ScriptedSync sync;
    sync.step();
    sync.answer(u"/position"_s, 200, sync.acceptedJson({}));
    sync.readTail();
    int pages = 0;
    int snapshots = 0;
    for (int second = 0; second < 24 * 3600; ++second) {
        if (sync.hasRequest(u"/changes"_s)) {
            sync.answer(u"/changes"_s, 200, "<html>");
            ++pages;
        } else if (const auto snapshot = sync.open<TakeSnapshot>()) {
            sync.answer(*snapshot, HttpFailure{HttpFailure::BadAnswer, u"no snapshot"_s});
            ++snapshots;
        }
        sync.advance(1s);
        sync.step();
    }
    QVERIFY2(pages > 100 && pages < 350, qPrintable(QString::number(pages)));
    QVERIFY2(snapshots > 100 && snapshots < 350, qPrintable(QString::number(snapshots)));
    QCOMPARE(sync.status().trouble, ConnectionStatus::Unreadable);
    // What is sold meanwhile goes out all the same.
    sync.journal.append(u"A"_s, 1);
    sync.engine().ledgerGrew();
    sync.step();
    sync.readTail();
    QVERIFY(sync.hasRequest(u"/events"_s));
}

void FeedLaneTest::aPageThatCanNotBeKeptIsAskedForEverMoreSeldom()
{
    ScriptedSync sync;
    sync.step();
    sync.answer(u"/position"_s, 200, sync.acceptedJson({}));
    sync.readTail();
    std::int64_t pause = 0;
    for (int n = 0; n < 12; ++n) {
        sync.answer(u"/changes"_s, 200, stockPage("c1", {}));
        sync.answer(*sync.open<ApplyPage>(), StoreFailure{u"disk full"_s});
        QCOMPARE(sync.status().trouble, ConnectionStatus::Disk);
        const Instant failed = sync.now;
        while (!sync.hasRequest(u"/changes"_s)) {
            sync.advance(100ms);
            sync.step();
        }
        pause = (sync.now - failed).count() / 1'000'000;
    }
    QVERIFY2(pause >= 30 && pause <= 61, qPrintable(QString::number(pause)));
}

void FeedLaneTest::aFeedThatEndsBeforeWhatWasAcceptedIsAnOlderOmss()
{
    ScriptedSync sync;
    sync.reachFirstBatch(2);
    sync.answer(u"/events"_s, 200, sync.batchTaken());
    sync.readTail();
    sync.done();
    QVERIFY(!sync.hasRequest(u"/position"_s));
    // Restored from a backup while its last answer was under way: a quiet till would never hear of it.
    sync.answer(u"wait=0"_s, 200, emptyPage("c0", {}));
    sync.answer(u"/position"_s, 200, sync.acceptedJson({}));
    sync.readTail();
    sync.done();
    QVERIFY(sync.hasRequest(u"/events"_s));
}

void FeedLaneTest::anOmsWhoseCursorMovesThoughNothingHappensIsAskedOnceASecond()
{
    ScriptedSync sync;
    sync.reachLongPoll();
    int pages = 0;
    for (int tenth = 0; tenth < 600; ++tenth) {
        if (sync.hasRequest(u"/changes"_s)) {
            sync.answer(u"/changes"_s, 200, emptyPage("a" + QByteArray::number(++pages), {}));
            sync.done();
        }
        sync.advance(100ms);
        sync.step();
    }
    QVERIFY2(pages > 30 && pages <= 61, qPrintable(QString::number(pages)));
}

void FeedLaneTest::badPagesChangeNothing_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no JSON") << QByteArray("<html>");
    QTest::newRow("another shape") << QByteArray("[]");
    QTest::newRow("no included") << QByteArray(R"({"changes":[],"cursor":"c1","more":false})");
    QTest::newRow("more to read with a cursor that stands still") << emptyPage("c0", {}, true);
    QTest::newRow("changes with a cursor that stands still") << stockPage("c0", {});
    QTest::newRow("more to read, but nothing on this page") << emptyPage("c1", {}, true);
    QTest::newRow("more changes than asked for") << longPage(501);
    QTest::newRow("a number beyond all counting") << stockPage("c1", {}).replace("24000", "1e300");
    QTest::newRow("a number in place of a text")
        << stockPage("c1", {}).replace("\"sku\":\"E1001\"", "\"sku\":7");
    QTest::newRow("a field that is missing") << stockPage("c1", {}).replace("\"reserved\":0,", "");
    QTest::newRow("half a page") << stockPage("c1", {}).chopped(9);
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

} // namespace evertill::test

QTEST_APPLESS_MAIN(evertill::test::FeedLaneTest)
#include "tst_feed_lane.moc"
