#include "core/cash/cash_projection.h"
#include "core/cash/close_shift.h"
#include "core/cash/move_cash.h"
#include "core/cash/shift_report.h"
#include "core/till/current_shift.h"
#include "tests/core/support/test_till.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

class CashEventTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_till = std::make_unique<test::TestTill>(); }
    void payloadsAreThoseOfTheContract();
    void eventsTellTheTablesAgain();
    void refusesPayloadsThatTheContractDoesNotSay_data();
    void refusesPayloadsThatTheContractDoesNotSay();

private:
    [[nodiscard]] Money money(std::int64_t minor) const { return m_till->money(minor); }
    [[nodiscard]] QByteArray lastPayload()
    {
        return Journal(m_till->database()).at(m_till->ledger->head().position)->payload;
    }
    std::unique_ptr<test::TestTill> m_till;
};

void CashEventTest::payloadsAreThoseOfTheContract()
{
    const Shift shift = m_till->openShift(20'000);
    const QByteArray id = shift.id.toLatin1();
    QCOMPARE(lastPayload(), "{\"currency\":\"EUR\",\"float\":20000,\"number\":1,\"shift\":\"" + id + "\"}");
    QVERIFY(MoveCash(*m_till->ledger).run(CashMoveKind::PayOut, money(300), u"Müll"_s));
    QCOMPARE(lastPayload(),
        "{\"amount\":300,\"currency\":\"EUR\",\"kind\":\"pay_out\",\"reason\":\"Müll\",\"shift\":\"" + id
            + "\"}");
    QVERIFY(m_till->complete(m_till->cartOf(1190, {m_till->card(190), m_till->cash(1000)})));
    QVERIFY(CloseShift(*m_till->ledger).run(money(20'650)));
    const Position seal = m_till->ledger->head().position;
    QCOMPARE(Journal(m_till->database()).at({seal.epoch, seal.seq - 1})->payload,
        "{\"card_total\":190,\"cash_total\":1000,\"counted\":20650,\"currency\":\"EUR\",\"expected\":20700,"
        "\"over_short\":-50,\"returns\":0,\"returns_total\":0,\"sales\":1,\"sales_total\":1190,\"shift\":\""
            + id + "\"}");
}

void CashEventTest::eventsTellTheTablesAgain()
{
    m_till->openShift(1000);
    QVERIFY(MoveCash(*m_till->ledger).run(CashMoveKind::PayIn, money(500), u"coins"_s));
    QVERIFY(MoveCash(*m_till->ledger).run(CashMoveKind::Drop, money(200), {}));
    QVERIFY(CloseShift(*m_till->ledger).run(money(1250)));
    const Shift second = m_till->openShift(70);
    const test::TestTill scratch;
    Database &copy = scratch.ledger->database();
    for (const Event &event : Journal(m_till->database()).after({}, 100))
        if (event.kind.startsWith("shift.") || event.kind.startsWith("cash."))
            QVERIFY(replayCash(event, copy));
    QCOMPARE(latestShifts(copy, 5), latestShifts(m_till->database(), 5));
    QCOMPARE(currentShift(copy)->id, second.id);
    const ShiftId first = latestShifts(copy, 2).at(1).id;
    const ShiftReport again = shiftReport(copy, first, {}, 0).value();
    QCOMPARE(again.moves, shiftReport(m_till->database(), first, {}, 0)->moves);
    QCOMPARE(again.overShort(), money(-50));
    QCOMPARE(again.at, shiftReport(m_till->database(), first, {}, 0)->at);
}

void CashEventTest::refusesPayloadsThatTheContractDoesNotSay_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("payload");
    const QByteArray shift = R"("shift":"0190163d-0000-7000-8000-000000000001"})";
    QTest::newRow("a negative float")
        << QByteArray("shift.opened") << R"({"currency":"EUR","float":-1,"number":1,)" + shift;
    QTest::newRow("a shift without its number")
        << QByteArray("shift.opened") << R"({"currency":"EUR","float":1,)" + shift;
    QTest::newRow("a move of no kind")
        << QByteArray("cash.moved") << R"({"amount":1,"currency":"EUR","kind":"gift","reason":"",)" + shift;
    QTest::newRow("a move of nothing")
        << QByteArray("cash.moved") << R"({"amount":0,"currency":"EUR","kind":"drop","reason":"",)" + shift;
    QTest::newRow("a close nobody counted")
        << QByteArray("shift.closed") << R"({"currency":"EUR","expected":1,)" + shift;
    QTest::newRow("a currency of its own")
        << QByteArray("shift.closed") << R"({"counted":1,"currency":"EUX","expected":1,)" + shift;
    QTest::newRow("no JSON") << QByteArray("shift.closed") << QByteArray("counted");
}

void CashEventTest::refusesPayloadsThatTheContractDoesNotSay()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, payload);
    Event event;
    event.kind = kind;
    event.payload = payload;
    QCOMPARE(replayCash(event, m_till->database()).error().code, Code::BadInput);
}

QTEST_APPLESS_MAIN(CashEventTest)
#include "tst_cash_event.moc"
