#include "core/cash/close_shift.h"
#include "core/cash/move_cash.h"
#include "core/cash/shift_report.h"
#include "core/payment/card_payments.h"
#include "core/till/current_shift.h"
#include "tests/core/support/test_till.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

class ShiftTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_till = std::make_unique<test::TestTill>(); }
    void aShiftOpensOverItsFloat();
    void businessDateIsTheDayTheShiftWasOpened();
    void refusesASecondShift();
    void refusesAmountsThatNobodyCounted_data();
    void refusesAmountsThatNobodyCounted();
    void refusesToWorkADrawerThatIsClosed();
    void theReportAddsUpTheShift();
    void changeAndRoundingStayOutOfTheDrawer();
    void cashMovesInAndOut();
    void refusesToPayOutWhatIsNotThere();
    void overAndShortAreBooked_data();
    void overAndShortAreBooked();
    void aReturnTakesFromTheTakings();
    void everyShiftHasItsOwnTakings();
    void theCloseIsSealed();
    void refusesToCloseOverOpenMoney();

private:
    [[nodiscard]] Money money(std::int64_t minor) const { return m_till->money(minor); }
    Sale sell(std::int64_t price, std::vector<Tender> tenders)
    {
        return m_till->complete(m_till->cartOf(price, std::move(tenders))).value();
    }
    [[nodiscard]] ShiftReport report(ShiftId shift)
    {
        return shiftReport(m_till->database(), shift, m_till->clock.now(), 60).value();
    }
    std::unique_ptr<test::TestTill> m_till;
};

void ShiftTest::aShiftOpensOverItsFloat()
{
    QVERIFY(!currentShift(m_till->database()));
    const Shift shift = m_till->openShift(20'000);
    QCOMPARE(shift.number, 1);
    QCOMPARE(shift.floatAmount, money(20'000));
    const auto current = currentShift(m_till->database());
    QCOMPARE(current->id, shift.id);
    QCOMPARE(current->currency, m_till->config.currency);
    QCOMPARE(latestShifts(m_till->database(), 5), std::vector{shift});
    QCOMPARE(report(shift.id).expected, money(20'000));
}

void ShiftTest::businessDateIsTheDayTheShiftWasOpened()
{
    // A quarter past midnight in Berlin is still the day before in Greenwich.
    m_till->clock.set({1'795'258'800'000'000 + (12 * 60 + 15) * 60'000'000LL});
    const Shift shift = m_till->openShift();
    QCOMPARE(shift.businessDate, QDate(2026, 11, 22));
    m_till->clock.advance(std::chrono::hours(25));
    QCOMPARE(sell(100, {m_till->cash(100)}).businessDate, QDate(2026, 11, 22));
}

void ShiftTest::refusesASecondShift()
{
    m_till->openShift();
    const auto events = m_till->events();
    QCOMPARE(OpenShift(*m_till->ledger, m_till->config).run(money(0)).error().code, Code::ShiftOpen);
    QCOMPARE(m_till->events(), events);
}

void ShiftTest::refusesAmountsThatNobodyCounted_data()
{
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<QString>("currency");
    QTest::newRow("negative") << -1LL << u"EUR"_s;
    QTest::newRow("absurd") << qint64(Money::kLargest) << u"EUR"_s;
    QTest::newRow("another currency") << 100LL << u"CHF"_s;
}

void ShiftTest::refusesAmountsThatNobodyCounted()
{
    QFETCH(qint64, minor);
    QFETCH(QString, currency);
    const Money amount = Money::minor(minor, Currency::fromCode(currency).value());
    QCOMPARE(OpenShift(*m_till->ledger, m_till->config).run(amount).error().code, Code::BadAmount);
    m_till->openShift();
    const auto events = m_till->events();
    QCOMPARE(CloseShift(*m_till->ledger).run(amount).error().code, Code::BadAmount);
    QCOMPARE(MoveCash(*m_till->ledger).run(CashMoveKind::PayIn, amount, {}).error().code, Code::BadAmount);
    QCOMPARE(MoveCash(*m_till->ledger).run(CashMoveKind::PayIn, money(0), {}).error().code, Code::BadAmount);
    QCOMPARE(m_till->events(), events);
    QVERIFY(currentShift(m_till->database()));
}

void ShiftTest::refusesToWorkADrawerThatIsClosed()
{
    const auto events = m_till->events();
    QCOMPARE(CloseShift(*m_till->ledger).run(money(0)).error().code, Code::ShiftClosed);
    QCOMPARE(
        MoveCash(*m_till->ledger).run(CashMoveKind::PayIn, money(1), {}).error().code, Code::ShiftClosed);
    QCOMPARE(m_till->events(), events);
    QVERIFY(!shiftReport(m_till->database(), ShiftId(), m_till->clock.now(), 60));
}

void ShiftTest::theReportAddsUpTheShift()
{
    const Shift shift = m_till->openShift(20'000);
    sell(1190, {m_till->cash(2000)});
    sell(2380, {m_till->card(2380)});
    sell(595, {m_till->card(95), m_till->cash(500)});
    const ShiftReport now = report(shift.id);
    QCOMPARE(now.takings.sales, 3);
    QCOMPARE(now.takings.salesTotal, money(4165));
    QCOMPARE(now.takings.net.cash, money(1690));
    QCOMPARE(now.takings.net.card, money(2475));
    QCOMPARE(now.takings.taxes,
        (std::vector<TaxTotal>{{u"DE19"_s, Percentage::partsPerMillion(190'000), money(3500), money(665)}}));
    QCOMPARE(now.expected, money(21'690));
    QVERIFY(!now.isClosed());
}

void ShiftTest::changeAndRoundingStayOutOfTheDrawer()
{
    m_till = std::make_unique<test::TestTill>(u"CHF");
    const Shift shift = m_till->openShift(0);
    sell(1002, {m_till->cash(2000)}); // 10.00 stays
    sell(1003, {m_till->cash(1005)}); // 10.05 stays
    const ShiftReport now = report(shift.id);
    QCOMPARE(now.takings.salesTotal, money(2005));
    QCOMPARE(now.takings.rounding, money(0));
    QCOMPARE(now.expected, money(2005));
    QCOMPARE(now.takings.net.cash, money(2005));
}

void ShiftTest::cashMovesInAndOut()
{
    const Shift shift = m_till->openShift(1000);
    MoveCash moves(*m_till->ledger);
    const CashMove in = moves.run(CashMoveKind::PayIn, money(500), u"coins from the bank"_s).value();
    const CashMove out = moves.run(CashMoveKind::PayOut, money(300), u"window cleaner"_s).value();
    const CashMove drop = moves.run(CashMoveKind::Drop, money(1100), {}).value();
    const ShiftReport now = report(shift.id);
    QCOMPARE(now.moves, (std::vector{in, out, drop}));
    QCOMPARE(now.payIns, money(500));
    QCOMPARE(now.payOuts, money(300));
    QCOMPARE(now.drops, money(1100));
    QCOMPARE(now.expected, money(100));
}

void ShiftTest::refusesToPayOutWhatIsNotThere()
{
    m_till->openShift(1000);
    MoveCash moves(*m_till->ledger);
    QCOMPARE(moves.run(CashMoveKind::PayOut, money(1001), {}).error().code, Code::BadAmount);
    QCOMPARE(moves.run(CashMoveKind::Drop, money(1001), {}).error().code, Code::BadAmount);
    QVERIFY(moves.run(CashMoveKind::Drop, money(1000), {}));
}

void ShiftTest::overAndShortAreBooked_data()
{
    QTest::addColumn<qint64>("counted");
    QTest::addColumn<qint64>("overShort");
    QTest::newRow("to the cent") << 21'190LL << 0LL;
    QTest::newRow("a coin too much") << 21'240LL << 50LL;
    QTest::newRow("a note too few") << 20'190LL << -1000LL;
    QTest::newRow("an empty drawer") << 0LL << -21'190LL;
}

void ShiftTest::overAndShortAreBooked()
{
    QFETCH(qint64, counted);
    QFETCH(qint64, overShort);
    const Shift shift = m_till->openShift(20'000);
    sell(1190, {m_till->cash(1190)});
    m_till->clock.advance(std::chrono::hours(8));
    const ShiftReport closed = CloseShift(*m_till->ledger).run(money(counted)).value();
    QCOMPARE(closed.expected, money(21'190));
    QCOMPARE(closed.counted, money(counted));
    QCOMPARE(closed.overShort(), money(overShort));
    QVERIFY(!currentShift(m_till->database()));
    const Instant closedAt = m_till->clock.now();
    m_till->clock.advance(std::chrono::hours(1));
    const ShiftReport again = report(shift.id);
    QVERIFY(again.isClosed());
    QCOMPARE(again.overShort(), money(overShort));
    QCOMPARE(again.at, closedAt);
}

void ShiftTest::aReturnTakesFromTheTakings()
{
    const Shift shift = m_till->openShift(20'000);
    sell(1190, {m_till->cash(1190)});
    ReceiptBook book(m_till->database());
    ReceiptHead back;
    back.number = book.next(1, u"BER1T1"_s);
    back.kind = ReceiptKind::Return;
    back.id = m_till->random.uuid(m_till->clock.now());
    back.shift = shift.id;
    back.businessDate = shift.businessDate;
    back.total = money(595);
    back.rounding = back.change = money(0);
    const TaxTotal tax{u"DE19"_s, Percentage::partsPerMillion(190'000), money(500), money(95)};
    book.insert(back, std::vector{m_till->cash(500), m_till->card(95)}, std::vector{tax});
    const Takings takings = report(shift.id).takings;
    QCOMPARE(takings.returns, 1);
    QCOMPARE(takings.returnsTotal, money(595));
    QCOMPARE(takings.salesTotal, money(1190));
    QCOMPARE(takings.net.cash, money(690));
    QCOMPARE(takings.net.card, money(-95));
    QCOMPARE(takings.taxes.at(0).tax, money(95));
}

void ShiftTest::everyShiftHasItsOwnTakings()
{
    const Shift first = m_till->openShift(0);
    sell(100, {m_till->cash(100)});
    QVERIFY(CloseShift(*m_till->ledger).run(money(100)));
    const Shift empty = m_till->openShift(0);
    QVERIFY(CloseShift(*m_till->ledger).run(money(0)));
    const Shift third = m_till->openShift(0);
    sell(30, {m_till->cash(30)});
    sell(4, {m_till->cash(4)});
    QCOMPARE(third.number, 3);
    QCOMPARE(report(first.id).takings.salesTotal, money(100));
    QCOMPARE(report(empty.id).takings.sales, 0);
    QCOMPARE(report(third.id).takings.salesTotal, money(34));
}

void ShiftTest::theCloseIsSealed()
{
    m_till->openShift(0);
    QVERIFY(CloseShift(*m_till->ledger).run(money(0)));
    Journal journal(m_till->database());
    const Position last = m_till->ledger->head().position;
    const auto seal = journal.at(last);
    const auto close = journal.at({last.epoch, last.seq - 1});
    QCOMPARE(seal->kind, QByteArray("journal.sealed"));
    QCOMPARE(close->kind, QByteArray("shift.closed"));
    const auto said = Seal::fromPayload(seal->payload);
    QCOMPARE(said->head, (Head{close->position, close->hash}));
    QVERIFY(!findChainFault(journal, {}, m_till->ledger->sealKey().publicKey()));
}

void ShiftTest::refusesToCloseOverOpenMoney()
{
    m_till->openShift(0);
    CardPayments payments(*m_till->ledger);
    const PaymentId attempt = payments.attempt(m_till->newCart().id, money(100)).value();
    QCOMPARE(CloseShift(*m_till->ledger).run(money(0)).error().code, Code::PaymentOpen);
    QVERIFY(payments.decline(attempt));
    QVERIFY(CloseShift(*m_till->ledger).run(money(0)));
}

QTEST_APPLESS_MAIN(ShiftTest)
#include "tst_shift.moc"
