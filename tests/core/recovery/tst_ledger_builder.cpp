#include "core/recovery/ledger_builder.h"
#include "core/sale/cart_store.h"
#include "tests/core/recovery/restored_till.h"
#include "tests/core/shop/shop_day.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

/// A ledger that is built anew from its journal.
class LedgerBuilderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyRowComesOutAsItWas();
    void aJournalThatWasTamperedWithIsRefused_data();
    void aJournalThatWasTamperedWithIsRefused();
    void factsAndTheOpenCartAreCarriedAlong();

private:
    [[nodiscard]] std::unique_ptr<Ledger> openBuilt() const
    {
        return std::move(Ledger::openAt(
            m_path, SealKey::fromSeed(QByteArray(32, 'k')), m_till->lost.clock, m_till->lost.random)
                             .value());
    }

    std::unique_ptr<RestoredTill> m_till;
    QString m_path;
    std::vector<Event> m_events;
};

void LedgerBuilderTest::init()
{
    m_till = std::make_unique<RestoredTill>();
    liveThroughADay(m_till->lost);
    m_path = m_till->disk.filePath(u"built.db"_s);
    m_events = m_till->diverged();
}

void LedgerBuilderTest::everyRowComesOutAsItWas()
{
    LedgerBuilder builder(m_path);
    for (std::size_t at = 0; at < m_events.size(); at += 7) // in pieces, as they come
        QVERIFY(builder.add(std::span(m_events).subspan(at, std::min<std::size_t>(7, m_events.size() - at))));
    QCOMPARE(builder.finish(m_till->lost.config, 40).value(), m_till->lost.ledger->head());
    const auto ledger = openBuilt();
    QCOMPARE(RestoredTill::rows(ledger->database()), RestoredTill::rows(m_till->lost.ledger->database()));
    QVERIFY(ledger->head().position.epoch > 40);
    QCOMPARE(loadTillConfig(ledger->database()).value(), m_till->lost.config);
}

void LedgerBuilderTest::aJournalThatWasTamperedWithIsRefused_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("an amount changed") << 0;
    QTest::newRow("an event left out") << 1;
    QTest::newRow("two changed places") << 2;
    QTest::newRow("the beginning left out") << 3;
    QTest::newRow("a forged chain that its seal gives away") << 4;
}

void LedgerBuilderTest::aJournalThatWasTamperedWithIsRefused()
{
    QFETCH(int, how);
    if (how == 0)
        m_events[5].payload.replace("1", "2");
    if (how == 1)
        m_events.erase(m_events.begin() + 5);
    if (how == 2)
        std::swap(m_events[5], m_events[6]);
    if (how == 3)
        m_events.erase(m_events.begin());
    Hash previous = {};
    if (how == 4) {
        m_events[5].actor = u"p-0000"_s;
        for (Event &event : m_events)
            previous = event.hash = chained(previous, event.envelope());
    }
    LedgerBuilder builder(m_path);
    const auto added = builder.add(m_events);
    const auto finished = added ? builder.finish(m_till->lost.config, 0) : tl::unexpected(added.error());
    QVERIFY(!finished);
    QCOMPARE(finished.error().code, Code::BadAnswer);
}

void LedgerBuilderTest::factsAndTheOpenCartAreCarriedAlong()
{
    Shop &lost = m_till->lost;
    Cart cart;
    cart.id = SaleId(lost.newId());
    cart.currency = lost.config.currency;
    cart.lines = {lost.line(u"MUG"_s, Quantity::pieces(1), 250)};
    QVERIFY(CartStore(*lost.ledger).save(cart));
    const std::size_t half = m_events.size() / 2;
    {
        LedgerBuilder builder(m_path);
        QVERIFY(builder.add(std::span(m_events).first(half)));
        QVERIFY(builder.finish(lost.config, 0));
    }
    const auto ledger = openBuilt();
    const auto carried = carryFacts(*ledger, lost.ledger->database(), m_events[half - 1].position);
    QVERIFY(carried);
    QCOMPARE(*carried, int(m_events.size() - half) - 1); // all but the seal
    QCOMPARE(CartStore(*ledger).load()->id, cart.id);
    const auto again = Journal(ledger->database()).after({ledger->head().position.epoch, 1}, 1000);
    QCOMPARE(again.size(), std::size_t(*carried));
    QCOMPARE(again.front().id, m_events[half].id);
    QVERIFY(!again.front().origin); // no OMS has booked it where it first stood
    QVERIFY(!findChainFault(*std::make_unique<Journal>(ledger->database())));
}

QTEST_GUILESS_MAIN(LedgerBuilderTest)
#include "tst_ledger_builder.moc"
