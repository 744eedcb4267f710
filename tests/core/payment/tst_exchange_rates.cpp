#include "core/payment/foreign_cash.h"
#include "core/replica/replica_generation.h"
#include "core/replica/replica_reader.h"
#include "core/replica/replica_writer.h"

#include <QTemporaryDir>
#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

namespace {

Currency named(QStringView code) { return Currency::fromCode(code).value(); }

FeedChange put(const ExchangeRateRow &row)
{
    return {FeedChange::Put, Entity::ExchangeRate, row.exchangeRate, {}, row};
}

FeedChange drop(const QString &id) { return {FeedChange::Drop, Entity::ExchangeRate, id, {}, {}}; }

} // namespace

/// What the OMS says foreign notes are worth, any day: the latest that has begun, and never another than the
/// customer was told.
class ExchangeRatesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_writer = std::make_unique<ReplicaWriter>(m_folder->path());
        m_reader = std::make_unique<ReplicaReader>(m_folder->path());
    }
    void withoutAWordOfTheOmsTheEnrolmentsRateCounts();
    void theLatestThatHasBegunCounts();
    void whatIsSetAsideLeavesTheOneBefore();
    void aRowThatIsDroppedOrChangedCountsNoMore();
    void whatTheShopDoesNotTakeStaysUntaken();
    void whatWasToldStandsForTheTicket();
    void aSnapshotBringsThem();
    void cleanup()
    {
        m_reader.reset();
        m_writer.reset();
    }

private:
    void apply(std::vector<FeedChange> changes)
    {
        QVERIFY(m_writer->apply({std::move(changes), "c", {}, false}));
    }
    /// What dollars are worth at \a at, and francs.
    QStringList rates(std::int64_t at, std::span<const Tender> tenders = {})
    {
        QStringList texts;
        for (const ForeignCurrency &one : foreignCashAt(m_reader->database(), m_configured, tenders, {at}))
            texts.append(one.currency.code() + u' ' + one.rate.text());
        return texts;
    }

    const std::vector<ForeignCurrency> m_configured{{named(u"USD"), *ExchangeRate::parse(u"0.92"), 100},
        {named(u"CHF"), *ExchangeRate::parse(u"1.06"), 1000}};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ReplicaWriter> m_writer;
    std::unique_ptr<ReplicaReader> m_reader;
};

void ExchangeRatesTest::withoutAWordOfTheOmsTheEnrolmentsRateCounts()
{
    QCOMPARE(rates(1), (QStringList{u"USD 0.9200"_s, u"CHF 1.0600"_s}));
    apply({put({u"later"_s, u"USD"_s, u"0.9500"_s, {10}})});
    QCOMPARE(rates(9).front(), u"USD 0.9200"_s);
}

void ExchangeRatesTest::theLatestThatHasBegunCounts()
{
    apply({put({u"a"_s, u"USD"_s, u"0.9500"_s, {10}}), put({u"b"_s, u"USD"_s, u"0.9600"_s, {20}}),
        put({u"c"_s, u"CHF"_s, u"1.100000001"_s, {10}}), put({u"z"_s, u"USD"_s, u"0.9400"_s, {5}})});
    QCOMPARE(rates(10), (QStringList{u"USD 0.9500"_s, u"CHF 1.100000001"_s}));
    QCOMPARE(rates(19).front(), u"USD 0.9500"_s);
    QCOMPARE(rates(20).front(), u"USD 0.9600"_s);
    apply({put({u"c2"_s, u"USD"_s, u"0.9700"_s, {20}})});
    QCOMPARE(rates(20).front(), u"USD 0.9700"_s);
}

void ExchangeRatesTest::whatIsSetAsideLeavesTheOneBefore()
{
    apply({put({u"a"_s, u"USD"_s, u"0.9500"_s, {10}}), put({u"b"_s, u"USD"_s, {}, {20}})});
    QCOMPARE(rates(30).front(), u"USD 0.9500"_s);
    apply({put({u"a"_s, {}, {}, {}})});
    QCOMPARE(rates(30).front(), u"USD 0.9200"_s);
}

void ExchangeRatesTest::aRowThatIsDroppedOrChangedCountsNoMore()
{
    apply({put({u"a"_s, u"USD"_s, u"0.9500"_s, {10}}), put({u"b"_s, u"USD"_s, u"0.9600"_s, {20}})});
    apply({put({u"b"_s, u"USD"_s, u"0.9650"_s, {25}})});
    QCOMPARE(rates(20).front(), u"USD 0.9500"_s);
    QCOMPARE(rates(25).front(), u"USD 0.9650"_s);
    apply({drop(u"b"_s), drop(u"never was"_s)});
    QCOMPARE(rates(25).front(), u"USD 0.9500"_s);
    apply({drop(u"a"_s)});
    QCOMPARE(rates(25).front(), u"USD 0.9200"_s);
}

void ExchangeRatesTest::whatTheShopDoesNotTakeStaysUntaken()
{
    apply({put({u"own"_s, u"EUR"_s, u"1.5000"_s, {1}}), put({u"other"_s, u"GBP"_s, u"1.1500"_s, {1}})});
    QCOMPARE(rates(30), (QStringList{u"USD 0.9200"_s, u"CHF 1.0600"_s}));
}

void ExchangeRatesTest::whatWasToldStandsForTheTicket()
{
    const Tender notes =
        foreignTender(Money::minor(2000, named(u"USD")), m_configured.front(), named(u"EUR")).value();
    const std::vector<Tender> paid{{TenderKind::Cash, Money::minor(100, named(u"EUR"))}, notes};
    apply({put({u"a"_s, u"USD"_s, u"0.9500"_s, {10}}), put({u"b"_s, u"CHF"_s, u"1.1000"_s, {10}})});
    QCOMPARE(rates(30, paid), (QStringList{u"USD 0.9200"_s, u"CHF 1.1000"_s}));
    QVERIFY(checkForeign(paid, foreignCashAt(m_reader->database(), m_configured, {}, {30})));
}

void ExchangeRatesTest::aSnapshotBringsThem()
{
    apply({put({u"old"_s, u"CHF"_s, u"1.2000"_s, {10}})});
    const std::vector<FeedChange> changes{put({u"a"_s, u"USD"_s, u"0.9500"_s, {10}})};
    auto next = m_writer->startGeneration({});
    QVERIFY(next->add(changes));
    QVERIFY(next->finish("c2", {}));
    QCOMPARE(rates(30), (QStringList{u"USD 0.9500"_s, u"CHF 1.0600"_s}));
}

QTEST_GUILESS_MAIN(ExchangeRatesTest)
#include "tst_exchange_rates.moc"
