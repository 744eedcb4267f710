#include "tests/sync/engine/scripted_sync.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace evertill::test {

/// Where the OMS's journal of this till and the till's own do not fit.
class PushConflictsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSnapshotMakesSureThatTheOmsStillHasEverything();
    void aForkStopsPushingForGood();
    void anotherEventAtThePositionIsAFork();
    void anOmsThatHasMoreThanTheTillIsAFork();
    void aPositionThatTheTillNeverReachedWasKeptBeforeItWasFoundOut_data();
    void aPositionThatTheTillNeverReachedWasKeptBeforeItWasFoundOut();
    void aNewEpochGoesOnWhereTheOmsHasMoreOfTheOldOne();
    void aGapAsksForThePositionAndASecondOnePauses();
    void anOmsThatWentBackGetsEverythingAgainAndASnapshotIsTaken();
};

void PushConflictsTest::aSnapshotMakesSureThatTheOmsStillHasEverything()
{
    ScriptedSync sync;
    sync.reachFirstBatch(2);
    sync.answer(u"/events"_s, 200, sync.batchTaken());
    sync.readTail();
    sync.done();
    QVERIFY(!sync.hasRequest(u"/position"_s));
    sync.answer(u"/changes"_s, 410, R"({"error":"cursor_gone","message":""})");
    sync.answer(*sync.open<TakeSnapshot>(), SnapshotTaken{"d1", {1, 1}});
    QVERIFY2(sync.hasRequest(u"/position"_s), "a restored OMS is found out though nothing is sold");
    sync.answer(u"/position"_s, 200, sync.acceptedJson({1, 1}));
    sync.readTail();
    sync.done();
    QVERIFY(sync.hasRequest(u"/events"_s));
}

void PushConflictsTest::aForkStopsPushingForGood()
{
    ScriptedSync sync;
    sync.reachFirstBatch(3);
    QByteArray conflict = sync.acceptedJson({1, 2});
    conflict.replace(0, 1, R"({"error":"fork",)");
    sync.answer(u"/events"_s, 409, conflict);
    QCOMPARE(sync.status().state, ConnectionStatus::Refused);
    QVERIFY(sync.status().detail.startsWith(u"fork"_s));
    for (int hour = 0; hour < 24; ++hour) {
        sync.journal.append(u"A"_s, 1);
        sync.engine().ledgerGrew();
        sync.advance(1h);
        sync.step();
        QVERIFY(!sync.hasRequest(u"/position"_s) && !sync.hasRequest(u"/events"_s));
    }
    QCOMPARE(sync.status().unsent, 27);
    QVERIFY2(sync.hasRequest(u"/changes"_s), "the feed goes on");
}

void PushConflictsTest::anotherEventAtThePositionIsAFork()
{
    ScriptedSync sync;
    ModelJournal other;
    other.append(u"B"_s, 5);
    sync.journal.append(u"A"_s, 1);
    sync.journal.append(u"A"_s, 1);
    sync.step();
    QByteArray position = sync.acceptedJson({1, 1});
    position.replace(toHex(*sync.journal.hashAt({1, 1})), toHex(*other.hashAt({1, 1})));
    sync.answer(u"/position"_s, 200, position);
    sync.readTail();
    QVERIFY(sync.status().detail.startsWith(u"fork"_s));
    QVERIFY(!sync.open<RecordAccepted>());
    QVERIFY(!sync.hasRequest(u"/events"_s));
}

void PushConflictsTest::anOmsThatHasMoreThanTheTillIsAFork()
{
    ScriptedSync sync;
    ModelJournal longer;
    longer.append(u"A"_s, 1);
    sync.journal.append(u"A"_s, 1);
    longer.append(u"A"_s, 1);
    sync.step();
    QByteArray position = sync.acceptedJson({1, 2});
    sync.answer(u"/position"_s, 200, position);
    sync.readTail();
    QVERIFY(sync.status().detail.startsWith(u"fork"_s));
    QVERIFY(!sync.open<RecordAccepted>());
}

/// A restore begins its epoch beyond all that the till ever kept: after the last there is none.
void PushConflictsTest::aPositionThatTheTillNeverReachedWasKeptBeforeItWasFoundOut_data()
{
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("asked for the position") << QByteArray("/position");
    QTest::newRow("in a batch's outcome") << QByteArray("/events");
}

void PushConflictsTest::aPositionThatTheTillNeverReachedWasKeptBeforeItWasFoundOut()
{
    QFETCH(QByteArray, part);
    ScriptedSync sync;
    QByteArray answer = sync.acceptedJson({Position::kLargestEpoch, 1});
    if (part == "/position") {
        sync.journal.append(u"A"_s, 1);
        sync.step();
    } else {
        sync.reachFirstBatch(1);
        answer = sync.batchTaken();
        answer.replace(R"("epoch":1,"hash")", R"("epoch":4194303,"hash")");
        QVERIFY(answer.contains("4194303"));
    }
    sync.answer(QString::fromLatin1(part), 200, answer);
    QVERIFY(!sync.open<RecordAccepted>());
    sync.readTail();
    QVERIFY(!sync.open<RecordAccepted>());
    QCOMPARE(sync.status().unsent, 1);
    QVERIFY(sync.status().detail.startsWith(u"fork"_s));
}

void PushConflictsTest::aNewEpochGoesOnWhereTheOmsHasMoreOfTheOldOne()
{
    ScriptedSync sync;
    sync.journal.append(u"A"_s, 1);
    sync.journal.openEpoch(); // restored from a backup that ended at 1-1
    sync.journal.append(u"A"_s, 1);
    sync.step();
    sync.answer(u"/position"_s, 200, sync.acceptedJson({1, 7}));
    sync.readTail();
    sync.done();
    const auto request = std::get<AskOms>(sync.openRequest(u"/events"_s).what).request;
    QCOMPARE(request.body, encodeBatch(sync.journal.after({1, 7})));
    QCOMPARE(sync.journal.after({1, 7}).size(), std::size_t(2));
}

void PushConflictsTest::aGapAsksForThePositionAndASecondOnePauses()
{
    ScriptedSync sync;
    sync.reachFirstBatch(3);
    QByteArray gap = sync.acceptedJson({});
    gap.replace(0, 1, R"({"error":"gap",)");
    sync.answer(u"/events"_s, 409, gap);
    sync.answer(u"/position"_s, 200, sync.acceptedJson({}));
    sync.readTail();
    sync.answer(u"/events"_s, 409, gap);
    QVERIFY2(!sync.hasRequest(u"/position"_s), "an OMS that gives gaps for ever is not asked for ever");
    sync.advance(21s);
    sync.step();
    QVERIFY(sync.hasRequest(u"/position"_s));
}

void PushConflictsTest::anOmsThatWentBackGetsEverythingAgainAndASnapshotIsTaken()
{
    ScriptedSync sync;
    sync.reachFirstBatch(3);
    sync.answer(u"/events"_s, 200, sync.batchTaken());
    sync.readTail();
    sync.done();
    const Action longPoll = sync.openRequest(u"/changes"_s);
    sync.journal.append(u"A"_s, 1);
    sync.engine().ledgerGrew();
    sync.step();
    sync.readTail();
    QByteArray gap = sync.acceptedJson({1, 1});
    gap.replace(0, 1, R"({"error":"gap",)");
    sync.answer(u"/events"_s, 409, gap);
    sync.answer(u"/position"_s, 200, sync.acceptedJson({1, 1}));
    sync.readTail();
    QVERIFY(sync.open<TakeSnapshot>());
    QCOMPARE(sync.dropped, std::vector<ActionId>{longPoll.id});
    QCOMPARE(sync.status().unsent, 3);
    sync.done();
    const auto request = std::get<AskOms>(sync.openRequest(u"/events"_s).what).request;
    QCOMPARE(request.body, encodeBatch(sync.journal.after({1, 1})));
}

} // namespace evertill::test

QTEST_APPLESS_MAIN(evertill::test::PushConflictsTest)
#include "tst_push_conflicts.moc"
