#include "core/base/json_writer.h"
#include "tests/sync/engine/scripted_sync.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace evertill::test {
namespace {

Event factAt(Position position)
{
    Event fact;
    fact.position = position;
    fact.kind = "stock.adjusted";
    fact.subject = "A";
    fact.businessDate = QDate(2026, 11, 21);
    fact.payload = R"({"quantity":-1000,"reason":"x","sku":"A"})";
    fact.previous.fill(7);
    fact.hash = chained(fact.previous, fact.envelope());
    return fact;
}

QByteArray piece(const std::vector<Event> &facts, bool more)
{
    JsonWriter json;
    json.beginObject().key("events").beginArray();
    for (const Event &fact : facts)
        json.beginObject()
            .key("envelope")
            .utf8(fact.envelope())
            .key("hash")
            .utf8(toHex(fact.hash))
            .key("prev_hash")
            .utf8(toHex(fact.previous))
            .endObject();
    return json.endArray().field("more", more).endObject().take();
}

QByteArray takenEpoch()
{
    return JsonWriter()
        .beginObject()
        .field("accepted_through", 1)
        .field("epoch", 9)
        .key("hash")
        .utf8(QByteArray(64, '0'))
        .endObject()
        .take();
}

SyncStart restored(SyncMode mode = SyncMode::Steady)
{
    SyncStart start = ScriptedSync::begin(mode);
    start.recoverInto = 9;
    return start;
}

} // namespace

/// A till that goes on from a backup learns what the OMS has beyond it.
class RecoveryLaneTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asksOnlyOnceTheOmsHasTheNewEpoch();
    void anEpochThatAnotherMachineOpenedEndsNoRecovery();
    void recordsPieceByPieceAndSendsWhatIsRecorded();
    void aFailureBeginsAgainBehindWhatIsRecorded();
    void badPiecesAreRefused_data();
    void badPiecesAreRefused();
    void tillsThatNeedItNotNeverAsk();
    void syncOnceEndsWhenEverythingIsRecordedAndSent();

private:
    static void takeEpoch(ScriptedSync &sync)
    {
        sync.step();
        sync.answer(u"/position"_s, 200, takenEpoch());
        sync.answer(*sync.open<ReadTail>(), Tail{{}, Hash{}});
        sync.done();
    }
};

void RecoveryLaneTest::asksOnlyOnceTheOmsHasTheNewEpoch()
{
    ScriptedSync sync(restored());
    sync.step();
    QVERIFY(!sync.hasRequest(u"diverged=true"_s));
    sync.answer(u"/position"_s, 200, sync.acceptedJson({1, 0}));
    sync.readTail();
    QVERIFY(!sync.hasRequest(u"diverged=true"_s));
    ScriptedSync taken(restored());
    takeEpoch(taken);
    QVERIFY(taken.hasRequest(u"/events?diverged=true&epoch=0&seq=0&limit=200"_s));
}

void RecoveryLaneTest::anEpochThatAnotherMachineOpenedEndsNoRecovery()
{
    // Its number is beyond this till's own; the till took it for its own, and for all that there was to
    // record.
    SyncStart start = restored();
    start.recoverInto = 7;
    ScriptedSync sync(start);
    sync.step();
    sync.answer(u"/position"_s, 200, takenEpoch());
    QVERIFY(!sync.hasRequest(u"diverged=true"_s));
    sync.answer(*sync.open<ReadTail>(), Tail{{}, std::nullopt});
    QVERIFY(!sync.open<RecordAccepted>());
    QCOMPARE(sync.status().trouble, ConnectionStatus::Forked);
    sync.advance(1h);
    sync.step();
    QVERIFY(!sync.hasRequest(u"diverged=true"_s));
}

void RecoveryLaneTest::recordsPieceByPieceAndSendsWhatIsRecorded()
{
    ScriptedSync sync(restored());
    takeEpoch(sync);
    sync.answer(u"diverged=true"_s, 200, piece({factAt({1, 7}), factAt({1, 8})}, true));
    auto record = sync.open<RecordFacts>();
    QVERIFY(record);
    QCOMPARE(std::get<RecordFacts>(record->what).facts.size(), 2U);
    QVERIFY(!std::get<RecordFacts>(record->what).isLast);
    sync.answer(*record, Done{});
    QVERIFY(sync.hasRequest(u"diverged=true&epoch=1&seq=8"_s));
    sync.answer(u"diverged=true"_s, 200, piece({factAt({3, 2})}, false));
    record = sync.open<RecordFacts>();
    QVERIFY(std::get<RecordFacts>(record->what).isLast);
    QVERIFY(std::get<RecordFacts>(record->what).facts.front() == factAt({3, 2}));
    sync.answer(*record, Done{});
    QVERIFY(!sync.hasRequest(u"diverged=true"_s));
    sync.advance(24h);
    sync.step();
    QVERIFY(!sync.hasRequest(u"diverged=true"_s));
}

void RecoveryLaneTest::aFailureBeginsAgainBehindWhatIsRecorded()
{
    ScriptedSync sync(restored());
    takeEpoch(sync);
    sync.answer(u"diverged=true"_s, 200, piece({factAt({1, 7})}, true));
    sync.answer(*sync.open<RecordFacts>(), Done{});
    sync.fail(u"diverged=true"_s);
    sync.advance(1min);
    sync.step();
    QVERIFY(sync.hasRequest(u"diverged=true&epoch=1&seq=7"_s));
    sync.answer(u"diverged=true"_s, 200, piece({factAt({1, 8})}, false));
    sync.answer(*sync.open<RecordFacts>(), StoreFailure{u"disk full"_s});
    QCOMPARE(sync.status().state, ConnectionStatus::Refused);
    sync.advance(1h);
    sync.step();
    QVERIFY(sync.hasRequest(u"diverged=true&epoch=1&seq=7"_s));
}

void RecoveryLaneTest::badPiecesAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    const QByteArray good = piece({factAt({1, 7}), factAt({1, 8})}, false);
    const auto spoilt = [&](const QByteArray &from, const QByteArray &to) {
        QByteArray body = good;
        return body.replace(from, to);
    };
    QTest::newRow("no JSON") << QByteArray("<html>");
    QTest::newRow("more, but nothing in it") << QByteArray(R"({"events":[],"more":true})");
    QTest::newRow("no more") << QByteArray(R"({"events":[]})");
    QTest::newRow("an amount changed") << spoilt("-1000", "-1001");
    QTest::newRow("an envelope that is no canonical JSON") << spoilt(R"(\"reason\":)", R"(\"reason\": )");
    QTest::newRow("no hash before") << spoilt("prev_hash", "previous");
    QTest::newRow("out of order") << piece({factAt({1, 8}), factAt({1, 7})}, false);
    QTest::newRow("twice") << piece({factAt({1, 8}), factAt({1, 8})}, false);
    QTest::newRow("an epoch beyond all") << piece({factAt({1 << 22, 8})}, false);
}

void RecoveryLaneTest::badPiecesAreRefused()
{
    QFETCH(QByteArray, body);
    ScriptedSync sync(restored());
    takeEpoch(sync);
    sync.answer(u"diverged=true"_s, 200, body);
    QVERIFY(!sync.open<RecordFacts>());
    sync.advance(1h);
    sync.step();
    QVERIFY(sync.hasRequest(u"diverged=true&epoch=0&seq=0"_s));
}

void RecoveryLaneTest::tillsThatNeedItNotNeverAsk()
{
    ScriptedSync sync;
    takeEpoch(sync);
    sync.advance(1h);
    sync.step();
    QVERIFY(!sync.hasRequest(u"diverged"_s));
}

void RecoveryLaneTest::syncOnceEndsWhenEverythingIsRecordedAndSent()
{
    ScriptedSync sync(restored(SyncMode::Once));
    takeEpoch(sync);
    QVERIFY2(!sync.hasRequest(u"/changes"_s), "what is read from now on counts what is recorded again");
    QVERIFY(!sync.engine().isFinished());
    sync.answer(u"diverged=true"_s, 200, piece({}, false));
    sync.answer(*sync.open<RecordFacts>(), Done{});
    sync.answer(*sync.open<ReadTail>(), Tail{{}, Hash{}});
    sync.answer(u"/changes"_s, 200, emptyPage("c0", {}));
    QVERIFY(sync.engine().isFinished());
    QVERIFY(!sync.engine().refusal());
}

} // namespace evertill::test

QTEST_GUILESS_MAIN(evertill::test::RecoveryLaneTest)
#include "tst_recovery_lane.moc"
