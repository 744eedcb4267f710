#include "core/cards/unsettled_cards.h"
#include "core/journal/epoch.h"
#include "core/payment/card_payments.h"
#include "core/stock/adjust_stock.h"
#include "core/stock/stock_view.h"
#include "tests/core/recovery/restored_till.h"
#include "tests/core/shop/shop_day.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

/// A till whose disk was lost goes on from a backup and learns what it had done since.
class RecordAgainTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_till = std::make_unique<RestoredTill>(); }
    void theRestoredTillOpensANewEpochBeforeItsFirstSale();
    void everyRowOfTheLostTillComesBack();
    void aSecondRunChangesNothing();
    void piecesAreRecordedAsWholes();
    void receiptNumbersStayUniqueAndGapFree();
    void anAnswerGivenTwiceKeepsTheLastWord();
    void aCardPaymentIsNoStrayAnyMoreOnceItsSaleIsBack();
    void stockIsCountedOnceWhateverTheOmsHasTaken();
    void aNumberThatAnotherDiskGaveStaysTheOmss();
    void refusesFactsOfThisEpochAndWhatItCanNotRead();
    void aBackupOfARestoredTillGoesOnToo();

private:
    std::unique_ptr<RestoredTill> m_till;
};

void RecordAgainTest::theRestoredTillOpensANewEpochBeforeItsFirstSale()
{
    const Sale before = m_till->lost.sell({m_till->lost.line(u"MUG"_s, Quantity::pieces(1), 250)});
    m_till->copyNow();
    m_till->restore();
    const std::int64_t epoch = m_till->ledger->head().position.epoch;
    QVERIFY(epoch > 1);
    const auto opened = Journal(m_till->ledger->database()).at({epoch, 1});
    QCOMPARE(opened->previous, m_till->copied.hash);
    QCOMPARE(EpochOpened::fromPayload(opened->payload)->predecessor, m_till->copied);
    QVERIFY(EpochMarks(m_till->ledger->database()).isRecoveryDue());
    const Sale first = m_till->sell();
    QCOMPARE(first.receipt, (ReceiptNumber{u"BER1T1"_s, epoch, 1}));
    QCOMPARE(first.shift, before.shift);
    QVERIFY(m_till->isSound());
    m_till->ledger.reset();
    const auto again = Ledger::open(m_till->disk.path(), m_till->lost.clock, m_till->lost.random);
    QCOMPARE((*again)->head().position.epoch, epoch); // once, not at every start
}

void RecordAgainTest::everyRowOfTheLostTillComesBack()
{
    m_till->copyNow();
    liveThroughADay(m_till->lost);
    m_till->lost.shift =
        OpenShift(*m_till->lost.ledger, m_till->lost.config).run(m_till->lost.money(500)).value();
    m_till->lost.sell({m_till->lost.line(u"MUG"_s, Quantity::pieces(2), 250)});
    m_till->restore();
    const auto report = m_till->recordAgain();
    QVERIFY(report);
    QCOMPARE(report->left, 0);
    QCOMPARE(report->known, 1); // the seal
    QCOMPARE(
        RestoredTill::rows(m_till->ledger->database()), RestoredTill::rows(m_till->lost.ledger->database()));
    QVERIFY(!EpochMarks(m_till->ledger->database()).isRecoveryDue());
    QVERIFY(m_till->isSound());
}

void RecordAgainTest::aSecondRunChangesNothing()
{
    m_till->copyNow();
    liveThroughADay(m_till->lost);
    m_till->restore();
    QVERIFY(m_till->recordAgain());
    const Head head = m_till->ledger->head();
    const auto again = m_till->recordAgain();
    QCOMPARE(again->recorded, 0);
    QCOMPARE(m_till->ledger->head(), head);
}

void RecordAgainTest::piecesAreRecordedAsWholes()
{
    m_till->copyNow();
    liveThroughADay(m_till->lost);
    m_till->restore();
    const auto facts = m_till->diverged();
    // The machine stops after every piece; the OMS's answers come again from the start, cut elsewhere.
    for (std::size_t size = 1; size < facts.size(); size += 3) {
        QVERIFY(RecordAgain(*m_till->ledger).run(std::span(facts).first(size), false));
        QVERIFY(EpochMarks(m_till->ledger->database()).isRecoveryDue());
        m_till->ledger.reset();
        m_till->ledger =
            std::move(Ledger::open(m_till->disk.path(), m_till->lost.clock, m_till->lost.random).value());
    }
    QVERIFY(m_till->recordAgain());
    QCOMPARE(
        RestoredTill::rows(m_till->ledger->database()), RestoredTill::rows(m_till->lost.ledger->database()));
    QVERIFY(m_till->isSound());
}

void RecordAgainTest::receiptNumbersStayUniqueAndGapFree()
{
    m_till->lost.sell({m_till->lost.line(u"MUG"_s, Quantity::pieces(1), 250)});
    m_till->copyNow();
    for (int i = 0; i < 5; ++i)
        m_till->lost.sell({m_till->lost.line(u"MUG"_s, Quantity::pieces(1), 250)});
    m_till->restore();
    QList<Sale> sold = {m_till->sell(), m_till->sell()};
    QVERIFY(m_till->recordAgain());
    sold.append(m_till->sell());
    Database &database = m_till->ledger->database();
    QCOMPARE(database.number("SELECT count(*) FROM receipt WHERE number>>40=1"), 6);
    QCOMPARE(database.number("SELECT max(number)&1099511627775 FROM receipt WHERE number>>40=1"), 6);
    for (int i = 0; i < sold.size(); ++i)
        QCOMPARE(sold[i].receipt.number, i + 1);
    QVERIFY(m_till->isSound());
}

void RecordAgainTest::anAnswerGivenTwiceKeepsTheLastWord()
{
    Shop &lost = m_till->lost;
    const SaleId cart(lost.newId());
    const PaymentId attempt = CardPayments(*lost.ledger).attempt(cart, lost.money(500)).value();
    m_till->copyNow();
    QVERIFY(CardPayments(*lost.ledger).approve(attempt, u"A-1"_s));
    m_till->restore();
    QVERIFY(CardPayments(*m_till->ledger).decline(attempt)); // settled by the cashier, offline
    QVERIFY(m_till->recordAgain());
    QCOMPARE(cardAttempt(m_till->ledger->database(), attempt)->state, CardState::Declined);
    QVERIFY(openAttempts(m_till->ledger->database()).empty());
    QVERIFY(m_till->isSound());
}

void RecordAgainTest::aCardPaymentIsNoStrayAnyMoreOnceItsSaleIsBack()
{
    Shop &lost = m_till->lost;
    Cart cart;
    cart.id = SaleId(lost.newId());
    cart.currency = lost.config.currency;
    cart.lines = {lost.line(u"MUG"_s, Quantity::pieces(2), 250)};
    CardPayments cards(*lost.ledger);
    const PaymentId attempt = cards.attempt(cart.id, lost.money(500)).value();
    cart.tenders = {cards.approve(attempt, u"A-1"_s).value()};
    m_till->copyNow();
    QVERIFY(CompleteSale(*lost.ledger, lost.config).run(cart));
    m_till->restore();
    QCOMPARE(strayCards(m_till->ledger->database()).size(), 1U);
    QVERIFY(m_till->recordAgain());
    QVERIFY(strayCards(m_till->ledger->database()).empty());
    QCOMPARE(cardAttempt(m_till->ledger->database(), attempt)->state, CardState::Settled);
    QVERIFY(m_till->isSound());
}

void RecordAgainTest::stockIsCountedOnceWhateverTheOmsHasTaken()
{
    // What the OMS has booked decides what is to be seen: its level, less every movement of this till that it
    // does not have. An account of its own, with no position in it.
    Shop &lost = m_till->lost;
    const auto adjust = [&](Ledger &ledger) {
        QVERIFY(AdjustStock(ledger).run(u"MUG"_s, Quantity::pieces(-1), u"broken"_s));
    };
    for (int i = 0; i < 3; ++i)
        adjust(*lost.ledger);
    m_till->copyNow();
    for (int i = 0; i < 4; ++i)
        adjust(*lost.ledger);
    m_till->restore();
    adjust(*m_till->ledger); // offline
    adjust(*m_till->ledger);
    StockView view(lost.replica, m_till->ledger->database());
    const Position lostHead = lost.ledger->head().position;
    const auto shown = [&](std::int64_t atOms, Position through, Position included) {
        lost.tell(StockRow{u"MUG"_s, Quantity::pieces(100 - atOms), {}}, through, included);
        return (Quantity::pieces(100) - view.level(u"MUG"_s).onHand).thousandths() / 1000;
    };
    const Position oldest{1, m_till->copied.position.seq - 1};
    QCOMPARE(shown(2, oldest, oldest), 5); // the OMS is behind the backup: 3 of it and 2 since
    QCOMPARE(shown(7, lostHead, lostHead), 9); // it has all of the lost till's
    QVERIFY(m_till->recordAgain());
    const Head head = m_till->ledger->head();
    const std::int64_t epoch = head.position.epoch;
    QCOMPARE(shown(7, lostHead, lostHead), 9);
    QCOMPARE(shown(7, lostHead, {1, m_till->copied.position.seq}), 9); // a page in the middle of the feed
    QCOMPARE(shown(3, oldest, {1, m_till->copied.position.seq}), 9); // an older replica: the tail has all
    for (std::int64_t seq = 1; seq <= head.position.seq; ++seq) {
        const std::int64_t booked = 7 + std::clamp<std::int64_t>(seq - 1, 0, 2);
        QCOMPARE(shown(booked, {epoch, seq}, {epoch, seq}), 9);
        QCOMPARE(shown(booked, {epoch, seq}, lostHead), 9);
    }
}

void RecordAgainTest::aNumberThatAnotherDiskGaveStaysTheOmss()
{
    Shop &lost = m_till->lost;
    m_till->copyNow();
    m_till->restore();
    const Sale ours = m_till->sell();
    // Another disk went on from the same backup and met the same epoch (one chance in 16384): its sale bears
    // the number of ours.
    Event theirs = Journal(m_till->ledger->database()).at({ours.receipt.epoch, 2}).value();
    theirs.id = EventId(lost.newId());
    theirs.payload.replace(ours.id.toLatin1(), lost.newId().toLatin1());
    theirs.position.seq = 7;
    EpochMarks(m_till->ledger->database()).setCopyBeyond(0); // and this till went on from a backup once more
    m_till->ledger.reset();
    m_till->ledger = std::move(Ledger::open(m_till->disk.path(), lost.clock, lost.random).value());
    const auto report = RecordAgain(*m_till->ledger).run(std::span(&theirs, 1), true);
    QVERIFY(report);
    QCOMPARE(report->left, 1);
    QCOMPARE(report->recorded, 0);
    QVERIFY(m_till->isSound());
}

void RecordAgainTest::refusesFactsOfThisEpochAndWhatItCanNotRead()
{
    m_till->copyNow();
    m_till->lost.sell({m_till->lost.line(u"MUG"_s, Quantity::pieces(1), 250)});
    m_till->restore();
    const Head head = m_till->ledger->head();
    auto facts = m_till->diverged();
    facts.front().position.epoch = head.position.epoch;
    QCOMPARE(RecordAgain(*m_till->ledger).run(facts, true).error().code, Code::BadAnswer);
    facts = m_till->diverged();
    facts.push_back(facts.front());
    ++facts.back().position.seq;
    facts.back().kind = "till.painted";
    QCOMPARE(RecordAgain(*m_till->ledger).run(facts, true).error().code, Code::BadInput);
    QCOMPARE(m_till->ledger->head(), head);
    QVERIFY(EpochMarks(m_till->ledger->database()).isRecoveryDue());
}

void RecordAgainTest::aBackupOfARestoredTillGoesOnToo()
{
    Shop &lost = m_till->lost;
    m_till->copyNow();
    lost.sell({lost.line(u"MUG"_s, Quantity::pieces(1), 250)});
    const auto first = m_till->diverged();
    m_till->restore();
    (void)m_till->sell();
    const std::int64_t secondEpoch = m_till->ledger->head().position.epoch;
    QVERIFY(m_till->recordAgain());
    auto facts = Journal(m_till->ledger->database()).after({1, 1 << 20}, 100);
    facts.insert(facts.begin(), first.begin(), first.end());
    m_till->restore(); // the first backup once more
    QVERIFY(m_till->ledger->head().position.epoch > secondEpoch);
    const auto report = RecordAgain(*m_till->ledger).run(facts, true);
    QVERIFY(report);
    QCOMPARE(report->recorded, 2);
    QCOMPARE(report->known, 2); // the epoch's opening, and the fact that was recorded again before
    QVERIFY(m_till->isSound());
}

QTEST_GUILESS_MAIN(RecordAgainTest)
#include "tst_record_again.moc"
