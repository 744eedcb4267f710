#include "core/base/json_writer.h"
#include "core/base/manual_clock.h"
#include "core/base/seeded_random.h"
#include "core/journal/epoch.h"
#include "core/journal/ledger.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

namespace {

constexpr Instant kNoon{1'795'262'400'000'000};
const QDate kDay(2026, 11, 21);

} // namespace

/// A journal whose history goes on in another epoch.
class EpochsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void theChainGoesOnAcrossEpochs();
    void sealsOfTwoKeysAreSoundInTwoEpochs();
    void aMissingSealKeyBeginsANewOneOnlyInACopy();
    void startChecksFromTheLastSealOfAnyEpoch();
    void aForgedEpochIsFound_data();
    void aForgedEpochIsFound();
    void epochsLeapSoThatTwoDisksDoNotMeet();
    void everyEpochUsedUpIsRefused();
    void anEnvelopeWithAnOriginReadsBack();
    void aFactIsRecordedAgainOnlyOnce();

private:
    [[nodiscard]] std::unique_ptr<Ledger> open();
    void goOnFromCopy();
    static void append(Ledger &ledger, int count);
    static void seal(Ledger &ledger);
    /// Puts \a event, hashed anew, at the end of the journal, whatever it says.
    static void force(Ledger &ledger, Event event);

    ManualClock m_clock{kNoon, 60};
    SeededRandom m_random{7};
    std::unique_ptr<QTemporaryDir> m_folder;
};

std::unique_ptr<Ledger> EpochsTest::open()
{
    return std::move(Ledger::open(m_folder->path(), m_clock, m_random).value());
}

void EpochsTest::goOnFromCopy() { EpochMarks(open()->database()).setCopyBeyond(0); }

void EpochsTest::append(Ledger &ledger, int count)
{
    QVERIFY(ledger.transact([&](Ledger::Transaction &tx) -> Result<> {
        for (int n = 0; n < count; ++n)
            tx.append({"task.settled", 1, "a", kDay, R"({"note":"","task":"a"})"});
        return {};
    }));
}

void EpochsTest::seal(Ledger &ledger)
{
    QVERIFY(ledger.transact([&](Ledger::Transaction &tx) -> Result<> {
        tx.append(sealFact(ledger.sealKey(), tx.head(), kDay));
        return {};
    }));
}

void EpochsTest::force(Ledger &ledger, Event event)
{
    event.hash = chained(event.previous, event.envelope());
    Journal(ledger.database()).insert(event);
}

void EpochsTest::theChainGoesOnAcrossEpochs()
{
    std::vector<std::int64_t> epochs = {1};
    for (int i = 0; i < 4; ++i) {
        {
            const auto ledger = open();
            append(*ledger, 3);
            QCOMPARE(ledger->head().position, (Position{epochs.back(), 4}));
        }
        goOnFromCopy();
        const auto ledger = open();
        QVERIFY(ledger->head().position.epoch > epochs.back());
        QCOMPARE(ledger->head().position.seq, 1);
        epochs.push_back(ledger->head().position.epoch);
    }
    const auto ledger = open();
    Journal all(ledger->database());
    QVERIFY(!findChainFault(all));
    QCOMPARE(all.countAfter({}), 17);
    // From every place, and from such as this journal does not have.
    for (std::int64_t epoch = 0; epoch <= epochs.back() + 1; ++epoch) {
        for (std::int64_t seq = 0; seq <= 6; ++seq)
            QCOMPARE(all.countAfter({epoch, seq}), std::int64_t(all.after({epoch, seq}, 100).size()));
    }
    const auto opened = all.at({epochs[1], 1});
    QCOMPARE(opened->kind, kEpochOpened);
    QCOMPARE(EpochOpened::fromPayload(opened->payload)->predecessor, (Head{{1, 4}, all.at({1, 4})->hash}));
}

void EpochsTest::sealsOfTwoKeysAreSoundInTwoEpochs()
{
    {
        const auto ledger = open();
        append(*ledger, 2);
        seal(*ledger);
    }
    goOnFromCopy();
    QVERIFY(QFile::remove(m_folder->filePath(u"seal.key"_s)));
    const auto ledger = open();
    append(*ledger, 2);
    seal(*ledger);
    Journal journal(ledger->database());
    const QByteArray key = ledger->sealKey().publicKey();
    QVERIFY(!findChainFault(journal, {}, key));
    QCOMPARE(findChainFault(journal, {}, QByteArray(32, 'x'))->problem, u"sealed with another key"_s);
    QVERIFY(ledger->transact([&](Ledger::Transaction &tx) -> Result<> {
        tx.append(sealFact(SealKey::fromSeed(QByteArray(32, 'x')), tx.head(), kDay));
        return {};
    }));
    QCOMPARE(findChainFault(journal)->problem, u"sealed with another key"_s); // two within one epoch
}

void EpochsTest::aMissingSealKeyBeginsANewOneOnlyInACopy()
{
    {
        const auto ledger = open();
        append(*ledger, 2);
        seal(*ledger);
    }
    QVERIFY(QFile::rename(m_folder->filePath(u"seal.key"_s), m_folder->filePath(u"kept"_s)));
    QCOMPARE(Ledger::open(m_folder->path(), m_clock, m_random).error().code, Code::DamagedFile);
    QVERIFY(QFile::rename(m_folder->filePath(u"kept"_s), m_folder->filePath(u"seal.key"_s)));
    goOnFromCopy();
    QVERIFY(QFile::remove(m_folder->filePath(u"seal.key"_s)));
    QVERIFY(open()->head().position.epoch > 1);
}

void EpochsTest::startChecksFromTheLastSealOfAnyEpoch()
{
    {
        const auto ledger = open();
        append(*ledger, 2);
        seal(*ledger);
    }
    goOnFromCopy();
    append(*open(), 2); // the newest seal is of the epoch before
    QVERIFY(open());
    {
        const auto ledger = open();
        ledger->database().exec("DROP TRIGGER journal_is_never_changed; UPDATE journal SET at=at+1 WHERE "
                                "kind='epoch.opened' AND epoch>1");
    }
    const auto refused = Ledger::open(m_folder->path(), m_clock, m_random);
    QCOMPARE(refused.error().code, Code::DamagedFile);
    QVERIFY(refused.error().facts.value(u"problem"_s).toString().endsWith(u"hash differs"_s));
}

void EpochsTest::aForgedEpochIsFound_data()
{
    QTest::addColumn<int>("forgery");
    QTest::addColumn<QString>("problem");
    QTest::newRow("nothing opens it") << 0 << u"an epoch that nothing opened"_s;
    QTest::newRow("it names another predecessor") << 1 << u"names another predecessor"_s;
    QTest::newRow("it names none") << 2 << u"names another predecessor"_s;
    QTest::newRow("opened in the middle") << 3 << u"opens no epoch"_s;
    QTest::newRow("it does not begin at 1") << 4 << u"gap"_s;
    QTest::newRow("a fact of its own epoch, recorded again") << 5 << u"recorded again in its own epoch"_s;
}

void EpochsTest::aForgedEpochIsFound()
{
    QFETCH(int, forgery);
    QFETCH(QString, problem);
    const auto ledger = open();
    append(*ledger, 2);
    Journal journal(ledger->database());
    Event event = journal.at({1, 3}).value();
    event.id = EventId(m_random.uuid(kNoon));
    event.previous = event.hash;
    event.position = {9, 1};
    EpochOpened opened{ledger->head()};
    if (forgery == 1)
        --opened.predecessor.position.seq;
    if (forgery == 2)
        opened = {};
    if (forgery > 0 && forgery < 5) {
        event.kind = kEpochOpened;
        event.payload = opened.payload();
    }
    if (forgery == 3)
        event.position = {1, 4};
    if (forgery == 4)
        event.position = {9, 2};
    if (forgery == 5) {
        event.position = {1, 4};
        event.origin = Position{1, 2};
    }
    force(*ledger, event);
    const auto fault = findChainFault(journal);
    QVERIFY(fault);
    QCOMPARE(fault->problem, problem);
    QCOMPARE(fault->position, event.position);
}

void EpochsTest::epochsLeapSoThatTwoDisksDoNotMeet()
{
    QSet<std::int64_t> epochs;
    for (int i = 0; i < 200; ++i) {
        const std::int64_t epoch = epochBeyond(41, m_random).value();
        QVERIFY(epoch > 41 && epoch <= 41 + 16384);
        epochs.insert(epoch);
    }
    QVERIFY(epochs.size() > 190);
}

void EpochsTest::everyEpochUsedUpIsRefused()
{
    std::int64_t epoch = 1;
    int leaps = 0;
    while (const auto next = epochBeyond(epoch, m_random)) {
        QVERIFY(*next > epoch && *next <= Position::kLargestEpoch);
        epoch = *next;
        ++leaps;
    }
    QCOMPARE(epoch, Position::kLargestEpoch);
    QVERIFY(leaps > 250);
}

void EpochsTest::anEnvelopeWithAnOriginReadsBack()
{
    const auto ledger = open();
    append(*ledger, 1);
    Event event = Journal(ledger->database()).at({1, 2}).value();
    event.position = {4, 7};
    event.origin = Position{1, 2};
    const auto back = Event::fromEnvelope(event.envelope());
    QVERIFY(back);
    QCOMPARE(back->origin, event.origin);
    QCOMPARE(back->countsAt(), (Position{1, 2}));
    event.origin = Position{4, 7};
    QVERIFY(!Event::fromEnvelope(event.envelope()));
    event.origin = Position{0, 7};
    QVERIFY(!Event::fromEnvelope(event.envelope()));
}

void EpochsTest::aFactIsRecordedAgainOnlyOnce()
{
    {
        const auto ledger = open();
        append(*ledger, 1);
    }
    goOnFromCopy();
    const auto ledger = open();
    Event fact = Journal(ledger->database()).at({1, 2}).value();
    fact.position = {1, 9};
    const auto again = [&] {
        return ledger->transact([&](Ledger::Transaction &tx) -> Result<> {
            tx.appendAgain(fact, fact.position);
            return {};
        });
    };
    QVERIFY(again());
    QVERIFY(Journal(ledger->database()).holds({1, 9}));
    QVERIFY(!Journal(ledger->database()).holds({1, 10}));
    QVERIFY_THROWS_EXCEPTION(SQLite::Exception, (void)again());
}

QTEST_GUILESS_MAIN(EpochsTest)
#include "tst_epochs.moc"
