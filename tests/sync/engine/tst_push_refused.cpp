#include "tests/sync/engine/scripted_sync.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace evertill::test {

/// What the push lane does where the OMS answers, but does not take what it is sent.
class PushRefusedTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aBatchThatIsTooLargeIsHalved();
    void batchesGrowAgainAfterOneWasTooLarge();
    void aBatchThatWentWithoutItsAnswerIsHalved();
    void oneEventThatIsTooLargeIsSaidAndTriedSeldom();
    void whatFailsBehindAGoodPositionIsTriedEverMoreSeldom_data();
    void whatFailsBehindAGoodPositionIsTriedEverMoreSeldom();
};

void PushRefusedTest::aBatchThatIsTooLargeIsHalved()
{
    ScriptedSync sync;
    sync.reachFirstBatch(100);
    sync.answer(u"/events"_s, 413, R"({"error":"too_large","message":""})");
    sync.readTail();
    const auto request = std::get<AskOms>(sync.openRequest(u"/events"_s).what).request;
    QCOMPARE(request.body.count("\"envelope\":"), 50);
}

void PushRefusedTest::batchesGrowAgainAfterOneWasTooLarge()
{
    ScriptedSync sync;
    sync.reachFirstBatch(5000);
    sync.answer(u"/events"_s, 413, R"({"error":"too_large","message":""})");
    sync.readTail();
    qsizetype last = 0;
    int batches = 0;
    for (; last < 500; ++batches) {
        const auto request = std::get<AskOms>(sync.openRequest(u"/events"_s).what).request;
        const qsizetype now = request.body.count("\"envelope\":");
        QVERIFY(now > last);
        last = now;
        sync.answer(u"/events"_s, 200, sync.batchTaken());
        sync.readTail();
        sync.done();
    }
    QVERIFY(batches < 10);
}

void PushRefusedTest::aBatchThatWentWithoutItsAnswerIsHalved()
{
    ScriptedSync sync;
    sync.reachFirstBatch(600);
    QList<qsizetype> sizes;
    for (int tries = 0; tries < 12; ++tries) {
        const auto request = std::get<AskOms>(sync.openRequest(u"/events"_s).what).request;
        sizes.append(request.body.count("\"envelope\":"));
        sync.fail(u"/events"_s); // a line too slow for so much within the request's time
        sync.advance(1min);
        sync.step();
        sync.answer(u"/position"_s, 200, sync.acceptedJson({}));
        sync.readTail();
    }
    QCOMPARE(sizes, (QList<qsizetype>{500, 250, 125, 62, 31, 15, 7, 3, 1, 1, 1, 1}));
}

void PushRefusedTest::oneEventThatIsTooLargeIsSaidAndTriedSeldom()
{
    ScriptedSync sync;
    sync.reachFirstBatch(2);
    sync.answer(u"/events"_s, 413, R"({"error":"too_large","message":""})");
    sync.readTail();
    QList<std::int64_t> pauses;
    for (int n = 0; n < 3; ++n) {
        sync.answer(u"/events"_s, 413, R"({"error":"too_large","message":""})");
        QCOMPARE(sync.status().state, ConnectionStatus::Refused);
        QCOMPARE(sync.status().trouble, ConnectionStatus::TooLarge);
        QVERIFY(sync.status().detail.startsWith(u"too_large: event 1-1 of "_s));
        QCOMPARE(sync.status().unsent, 2);
        const Instant refused = sync.now;
        while (!sync.hasRequest(u"/position"_s)) {
            sync.advance(1s);
            sync.step();
        }
        pauses.append((sync.now - refused).count() / 1'000'000);
        sync.answer(u"/position"_s, 200, sync.acceptedJson({}));
        QCOMPARE(sync.status().state, ConnectionStatus::Refused); // no flicker: nothing got better
        sync.readTail();
    }
    for (const std::int64_t pause : pauses)
        QVERIFY2(pause >= 300 && pause <= 601, qPrintable(QString::number(pause)));
    // The OMS was told to take more.
    sync.answer(u"/events"_s, 200, sync.batchTaken());
    sync.readTail();
    sync.done();
    QCOMPARE(sync.status().state, ConnectionStatus::Online);
    QCOMPARE(sync.status().trouble, ConnectionStatus::NoTrouble);
}

void PushRefusedTest::whatFailsBehindAGoodPositionIsTriedEverMoreSeldom_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("trouble");
    QTest::addColumn<int>("longest");
    QTest::newRow("outcomes that break the contract")
        << 200 << QByteArray("{}") << int(ConnectionStatus::Unreadable) << 300;
    QTest::newRow("a hash that the OMS does not find right")
        << 400 << QByteArray(R"({"error":"bad_hash","message":""})") << int(ConnectionStatus::Denied) << 60;
    QTest::newRow("an OMS that can't book")
        << 500 << QByteArray("{}") << int(ConnectionStatus::NoTrouble) << 60;
}

void PushRefusedTest::whatFailsBehindAGoodPositionIsTriedEverMoreSeldom()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, trouble);
    QFETCH(int, longest);
    ScriptedSync sync;
    sync.reachFirstBatch(3);
    std::int64_t pause = 0;
    for (int n = 0; n < 14; ++n) {
        sync.answer(u"/events"_s, status, body);
        if (n >= 2)
            QCOMPARE(int(sync.status().trouble), trouble);
        const Instant failed = sync.now;
        while (!sync.hasRequest(u"/position"_s)) {
            sync.advance(100ms);
            sync.step();
        }
        pause = (sync.now - failed).count() / 1'000'000;
        sync.answer(u"/position"_s, 200, sync.acceptedJson({}));
        sync.readTail();
    }
    QVERIFY2(pause >= longest / 2 && pause <= longest + 1, qPrintable(QString::number(pause)));
    sync.answer(u"/events"_s, 200, sync.batchTaken());
    sync.readTail();
    sync.done();
    QCOMPARE(sync.status().state, ConnectionStatus::Online);
}

} // namespace evertill::test

QTEST_APPLESS_MAIN(evertill::test::PushRefusedTest)
#include "tst_push_refused.moc"
