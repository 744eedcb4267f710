#include "tests/sync/engine/scripted_sync.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace evertill::test {

class PushLaneTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asksForThePositionFirst();
    void sendsBatchAfterBatchAndRests();
    void sendsOnlyWhatTheOmsHasNot();
    void wakesWhenTheLedgerGrows();
    void keepsEachPositionBeforeTheNextBatch();
    void aPositionThatCouldNotBeKeptIsKeptLater();
    void asksAgainAfterAnyFailureBeforeItSendsAgain_data();
    void asksAgainAfterAnyFailureBeforeItSendsAgain();
    void takesNoOutcomeOfAnotherBatch_data();
    void takesNoOutcomeOfAnotherBatch();
    void aDoubledAnswerChangesNothing();
    void aLateAnswerOfARequestGivenUpChangesNothing();
};

void PushLaneTest::asksForThePositionFirst()
{
    ScriptedSync sync;
    sync.journal.append(u"A"_s, 1);
    sync.step();
    const auto request = std::get<AskOms>(sync.openRequest(u"/position"_s).what).request;
    QCOMPARE(request.method, QByteArray("GET"));
    QCOMPARE(request.path, u"/v1/tills/BER1T1/position"_s);
    QVERIFY(!sync.open<ReadTail>());
    QCOMPARE(sync.status().state, ConnectionStatus::Connecting);
    QCOMPARE(sync.status().unsent, 1);
}

void PushLaneTest::sendsBatchAfterBatchAndRests()
{
    ScriptedSync sync;
    sync.reachFirstBatch(1200);
    QList<qsizetype> sizes;
    while (sync.hasRequest(u"/events"_s)) {
        const auto request = std::get<AskOms>(sync.openRequest(u"/events"_s).what).request;
        sizes.append(request.body.count("\"envelope\":"));
        sync.answer(u"/events"_s, 200, sync.batchTaken());
        sync.readTail();
        sync.done();
    }
    QCOMPARE(sizes, (QList<qsizetype>{500, 500, 200}));
    QCOMPARE(sync.status().unsent, 0);
    QCOMPARE(sync.status().state, ConnectionStatus::Online);
    QVERIFY(!sync.hasRequest(u"/position"_s));
}

void PushLaneTest::sendsOnlyWhatTheOmsHasNot()
{
    ScriptedSync sync;
    for (int i = 0; i < 5; ++i)
        sync.journal.append(u"A"_s, 1);
    sync.step();
    sync.answer(u"/position"_s, 200, sync.acceptedJson({1, 3}));
    sync.readTail();
    QCOMPARE(std::get<RecordAccepted>(sync.open<RecordAccepted>()->what).accepted.position, (Position{1, 3}));
    sync.done();
    const auto request = std::get<AskOms>(sync.openRequest(u"/events"_s).what).request;
    const std::vector<WireEvent> rest = sync.journal.after({1, 3});
    QCOMPARE(request.body, encodeBatch(rest));
    QVERIFY(request.body.contains("\"prev_hash\":\"" + toHex(*sync.journal.hashAt({1, 3}))));
}

void PushLaneTest::wakesWhenTheLedgerGrows()
{
    ScriptedSync sync;
    sync.reachFirstBatch(1);
    sync.answer(u"/events"_s, 200, sync.batchTaken());
    sync.readTail();
    sync.done();
    QVERIFY(!sync.open<ReadTail>());
    sync.journal.append(u"A"_s, 1);
    sync.engine().ledgerGrew();
    sync.step();
    QCOMPARE(sync.status().unsent, 1);
    sync.readTail();
    QVERIFY(sync.hasRequest(u"/events"_s));
}

void PushLaneTest::keepsEachPositionBeforeTheNextBatch()
{
    ScriptedSync sync;
    sync.reachFirstBatch(600);
    sync.answer(u"/events"_s, 200, sync.batchTaken());
    sync.readTail();
    QVERIFY(!sync.hasRequest(u"/events"_s));
    const auto record = sync.open<RecordAccepted>();
    QCOMPARE(std::get<RecordAccepted>(record->what).accepted.position, (Position{1, 500}));
    sync.answer(*record, StoreFailure{u"disk full"_s});
    QCOMPARE(sync.status().state, ConnectionStatus::Refused);
    QCOMPARE(sync.status().detail, u"disk full"_s);
}

void PushLaneTest::aPositionThatCouldNotBeKeptIsKeptLater()
{
    ScriptedSync sync;
    sync.reachFirstBatch(2);
    sync.answer(u"/events"_s, 200, sync.batchTaken());
    sync.readTail();
    sync.answer(*sync.open<RecordAccepted>(), StoreFailure{u"disk full"_s});
    sync.advance(21s);
    sync.step();
    sync.answer(u"/position"_s, 200, sync.acceptedJson({1, 2}));
    sync.readTail();
    const auto record = sync.open<RecordAccepted>();
    QVERIFY(record);
    QCOMPARE(std::get<RecordAccepted>(record->what).accepted.position, (Position{1, 2}));
}

void PushLaneTest::asksAgainAfterAnyFailureBeforeItSendsAgain_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("api");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("state");
    const QByteArray html = "<html>Sign in to this Wi-Fi</html>";
    const int offline = ConnectionStatus::Offline;
    QTest::newRow("no answer") << 0 << QByteArray() << QByteArray() << offline;
    QTest::newRow("a captive portal says 200") << 200 << QByteArray() << html << offline;
    QTest::newRow("a captive portal redirects") << 302 << QByteArray() << QByteArray() << offline;
    QTest::newRow("200, but no JSON") << 200 << QByteArray("1") << html << offline;
    QTest::newRow("200, but another shape") << 200 << QByteArray("1") << QByteArray("{}") << offline;
    QTest::newRow("a broken server") << 500 << QByteArray("1") << QByteArray("{}") << offline;
    QTest::newRow("a busy server") << 429 << QByteArray("1") << QByteArray() << offline;
    QTest::newRow("a redirect by the OMS") << 301 << QByteArray("1") << QByteArray("{}") << offline;
    QTest::newRow("a denial without a code") << 403 << QByteArray("1") << html << offline;
    QTest::newRow("a conflict without its fields")
        << 409 << QByteArray("1") << QByteArray(R"({"error":"gap"})") << offline;
    QTest::newRow("a denial") << 403 << QByteArray("1")
                              << QByteArray(R"({"error":"wrong_till","message":""})")
                              << int(ConnectionStatus::Refused);
    QTest::newRow("a bad hash") << 400 << QByteArray("1")
                                << QByteArray(R"({"error":"bad_hash","message":""})")
                                << int(ConnectionStatus::Refused);
}

void PushLaneTest::asksAgainAfterAnyFailureBeforeItSendsAgain()
{
    QFETCH(int, status);
    QFETCH(QByteArray, api);
    QFETCH(QByteArray, body);
    QFETCH(int, state);
    ScriptedSync sync;
    sync.reachFirstBatch(3);
    const Action batch = sync.openRequest(u"/events"_s);
    if (status == 0)
        sync.fail(u"/events"_s);
    else
        sync.answer(batch, HttpAnswer{status, api, {}, std::nullopt, body});
    QCOMPARE(int(sync.status().state), state);
    QCOMPARE(sync.status().unsent, 3);
    QVERIFY(!sync.hasRequest(u"/position"_s));
    sync.advance(21s);
    sync.step();
    QVERIFY(sync.hasRequest(u"/position"_s));
    QVERIFY(!sync.hasRequest(u"/events"_s));
    // The batch had been taken after all: nothing is sent twice.
    sync.answer(u"/position"_s, 200, sync.acceptedJson({1, 3}));
    sync.readTail();
    sync.done();
    QVERIFY(!sync.hasRequest(u"/events"_s));
    QCOMPARE(sync.status().state, ConnectionStatus::Online);
    QCOMPARE(sync.status().unsent, 0);
}

void PushLaneTest::takesNoOutcomeOfAnotherBatch_data()
{
    QTest::addColumn<QByteArray>("was");
    QTest::addColumn<QByteArray>("is");
    QTest::newRow("less than was sent")
        << QByteArray("\"accepted_through\":3") << QByteArray("\"accepted_through\":2");
    QTest::newRow("an outcome of another event") << QByteArray("\"seq\":1") << QByteArray("\"seq\":9");
    QTest::newRow("an outcome too few")
        << QByteArray(R"({"epoch":1,"outcome":"applied","seq":1},)") << QByteArray();
    QTest::newRow("another hash") << QByteArray("\"hash\":\"") << QByteArray("\"hash\":\"00");
    QTest::newRow("an outcome nobody knows") << QByteArray("applied") << QByteArray("eaten");
}

void PushLaneTest::takesNoOutcomeOfAnotherBatch()
{
    QFETCH(QByteArray, was);
    QFETCH(QByteArray, is);
    ScriptedSync sync;
    sync.reachFirstBatch(3);
    QByteArray body = sync.batchTaken();
    const qsizetype at = body.indexOf(was);
    QVERIFY2(at >= 0, body.constData());
    body.replace(at, was.size(), is);
    if (is.endsWith("00"))
        body.remove(body.indexOf(is) + is.size(), 2); // still 64 digits
    sync.answer(u"/events"_s, 200, body);
    QVERIFY(!sync.open<ReadTail>() && !sync.open<RecordAccepted>());
    QCOMPARE(sync.status().state, ConnectionStatus::Offline);
    QCOMPARE(sync.status().unsent, 3);
}

void PushLaneTest::aDoubledAnswerChangesNothing()
{
    ScriptedSync sync;
    sync.reachFirstBatch(600);
    const Action batch = sync.openRequest(u"/events"_s);
    const HttpAnswer taken = omsAnswer(200, sync.batchTaken());
    sync.answer(batch, taken);
    sync.readTail();
    sync.done();
    const Action second = sync.openRequest(u"/events"_s);
    sync.answer(batch, taken);
    sync.answer(batch, HttpFailure{});
    QVERIFY(!sync.open<ReadTail>() && !sync.open<RecordAccepted>());
    QCOMPARE(sync.openRequest(u"/events"_s).id, second.id);
    QCOMPARE(sync.status().unsent, 100);
    QCOMPARE(sync.status().state, ConnectionStatus::Online);
}

void PushLaneTest::aLateAnswerOfARequestGivenUpChangesNothing()
{
    ScriptedSync sync;
    sync.reachFirstBatch(3);
    const Action batch = sync.openRequest(u"/events"_s);
    const HttpAnswer taken = omsAnswer(200, sync.batchTaken());
    sync.advance(46s);
    sync.step();
    QVERIFY(std::find(sync.dropped.begin(), sync.dropped.end(), batch.id) != sync.dropped.end());
    QCOMPARE(sync.status().state, ConnectionStatus::Offline);
    sync.answer(batch, taken);
    QVERIFY(!sync.open<ReadTail>() && !sync.open<RecordAccepted>());
    QCOMPARE(sync.status().state, ConnectionStatus::Offline);
    QCOMPARE(sync.status().unsent, 3);
}

} // namespace evertill::test

QTEST_APPLESS_MAIN(evertill::test::PushLaneTest)
#include "tst_push_lane.moc"
