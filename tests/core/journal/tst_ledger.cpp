#include "core/base/json_writer.h"
#include "core/base/manual_clock.h"
#include "core/base/seeded_random.h"
#include "core/journal/ledger.h"

#include <SQLiteCpp/Exception.h>

#include <QTemporaryDir>
#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

namespace {

constexpr Instant kNoon{1'795'262'400'000'000};

Fact note(int n)
{
    return {"stock.adjusted", 1, QByteArray::number(n), QDate(2026, 11, 21),
        JsonWriter().beginObject().field("n", n).field("text", u"Brötchen \"fein\""_s).endObject().take()};
}

Result<> append(Ledger &ledger, int from, int to)
{
    return ledger.transact([&](Ledger::Transaction &tx) -> Result<> {
        for (int n = from; n < to; ++n)
            tx.append(note(n));
        return {};
    });
}

} // namespace

class LedgerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void aNewTillOpensItsFirstEpoch();
    void historyGoesOnWhereItStopped();
    void aRefusalLeavesNothingBehind();
    void anExceptionLeavesNothingBehind();
    void theJournalIsNeverChangedNorShortened();
    void anEnvelopeReadsBackAsTheEventItWas();
    void tamperingIsFoundWhereItHappened_data();
    void tamperingIsFoundWhereItHappened();
    void aSealVouchesForWhatLiesBeforeIt();
    void startChecksOnlyWhatNoSealVouchesFor();
    void aSealOfAnotherKeyIsFound();
    void aSealKeyIsForItsOwnerOnly();
    void aSealKeyThatCanNotBeReadIsNotReplaced();
    void sealsWithoutTheirKeyAreRefused();

private:
    [[nodiscard]] std::unique_ptr<Ledger> open();
    void tamper(const QByteArray &sql);

    ManualClock m_clock{kNoon, 60};
    SeededRandom m_random{7};
    std::unique_ptr<QTemporaryDir> m_folder;
};

std::unique_ptr<Ledger> LedgerTest::open()
{
    auto ledger = Ledger::open(m_folder->path(), m_clock, m_random);
    if (!ledger)
        qFatal("%s", qPrintable(ledger.error().facts.value(u"problem"_s).toString()));
    return std::move(*ledger);
}

void LedgerTest::tamper(const QByteArray &sql)
{
    Database raw(m_folder->filePath(u"ledger.db"_s), Database::Kind::Ledger);
    raw.exec(
        "DROP TRIGGER IF EXISTS journal_is_never_changed; DROP TRIGGER IF EXISTS journal_is_never_shortened;"
        + sql);
}

void LedgerTest::aNewTillOpensItsFirstEpoch()
{
    const auto ledger = open();
    const auto first = Journal(ledger->database()).at({1, 1});
    QVERIFY(first);
    QCOMPARE(first->kind, "epoch.opened");
    QCOMPARE(first->payload, "{}");
    QCOMPARE(first->previous, Hash{});
    QCOMPARE(ledger->head(), (Head{{1, 1}, first->hash}));
}

void LedgerTest::historyGoesOnWhereItStopped()
{
    Head before;
    {
        const auto ledger = open();
        QVERIFY(append(*ledger, 0, 10));
        before = ledger->head();
    }
    const auto ledger = open();
    QCOMPARE(ledger->head(), before);
    QVERIFY(append(*ledger, 10, 11));
    QCOMPARE(ledger->head().position, (Position{1, 12}));
    Journal journal(ledger->database());
    QCOMPARE(journal.countAfter({1, 2}), 10);
    QCOMPARE(journal.after({1, 10}, 1).front().position, (Position{1, 11}));
    QVERIFY(!findChainFault(journal));
}

void LedgerTest::aRefusalLeavesNothingBehind()
{
    const auto ledger = open();
    const Head before = ledger->head();
    const auto refused = ledger->transact([](Ledger::Transaction &tx) -> Result<int> {
        tx.append(note(1));
        return refuse(Code::BadInput);
    });
    QCOMPARE(refused.error().code, Code::BadInput);
    QCOMPARE(ledger->head(), before);
    QCOMPARE(Journal(ledger->database()).head(), before);
    QVERIFY(append(*ledger, 0, 1));
    QVERIFY(!findChainFault(*std::make_unique<Journal>(ledger->database())));
}

void LedgerTest::anExceptionLeavesNothingBehind()
{
    const auto ledger = open();
    const Head before = ledger->head();
    const auto breakDown = [&] {
        return ledger->transact([](Ledger::Transaction &tx) -> Result<> {
            tx.append(note(1));
            tx.database().exec("INSERT INTO nowhere VALUES(1)");
            return {};
        });
    };
    QVERIFY_THROWS_EXCEPTION(SQLite::Exception, (void)breakDown());
    QCOMPARE(ledger->head(), before);
    QCOMPARE(Journal(ledger->database()).head(), before);
    QVERIFY(append(*ledger, 0, 1));
}

void LedgerTest::theJournalIsNeverChangedNorShortened()
{
    const auto ledger = open();
    QVERIFY_THROWS_EXCEPTION(SQLite::Exception, ledger->database().exec("UPDATE journal SET actor='x'"));
    QVERIFY_THROWS_EXCEPTION(SQLite::Exception, ledger->database().exec("DELETE FROM journal"));
}

void LedgerTest::anEnvelopeReadsBackAsTheEventItWas()
{
    const auto ledger = open();
    ledger->setActor(u"a-7f3"_s);
    QVERIFY(append(*ledger, 0, 1));
    Event stored = *Journal(ledger->database()).at({1, 2});
    QCOMPARE(stored.at, kNoon);
    QCOMPARE(stored.utcOffsetMin, 60);
    const auto back = Event::fromEnvelope(stored.envelope());
    QVERIFY(back);
    stored.previous = stored.hash = {};
    QVERIFY(*back == stored);
    QVERIFY(!Event::fromEnvelope(stored.envelope() + ' '));
    QVERIFY(!Event::fromEnvelope("{}"));
    QVERIFY(!Event::fromEnvelope("captive portal"));
}

void LedgerTest::tamperingIsFoundWhereItHappened_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<qint64>("seq");
    QTest::newRow("an amount changed") << QByteArray("UPDATE journal SET payload='{}' WHERE seq=5") << 5LL;
    QTest::newRow("a moment changed") << QByteArray("UPDATE journal SET at=at+1 WHERE seq=3") << 3LL;
    QTest::newRow("another cashier blamed") << QByteArray("UPDATE journal SET actor='b' WHERE seq=9") << 9LL;
    QTest::newRow("an event taken out") << QByteArray("DELETE FROM journal WHERE seq=6") << 7LL;
    QTest::newRow("a hash forged") << QByteArray("UPDATE journal SET hash=zeroblob(32) WHERE seq=4") << 4LL;
    QTest::newRow("a link forged") << QByteArray("UPDATE journal SET prev_hash=zeroblob(32) WHERE seq=8")
                                   << 8LL;
}

void LedgerTest::tamperingIsFoundWhereItHappened()
{
    QFETCH(QByteArray, sql);
    QFETCH(qint64, seq);
    QVERIFY(append(*open(), 0, 10));
    tamper(sql);
    Database raw(m_folder->filePath(u"ledger.db"_s), Database::Kind::Reader);
    Journal journal(raw);
    const auto fault = findChainFault(journal);
    QVERIFY(fault);
    QCOMPARE(fault->position, (Position{1, seq}));
    const auto refused = Ledger::open(m_folder->path(), m_clock, m_random);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Code::DamagedFile);
}

void LedgerTest::aSealVouchesForWhatLiesBeforeIt()
{
    const auto ledger = open();
    QVERIFY(append(*ledger, 0, 3));
    const Head sealed = ledger->head();
    QVERIFY(ledger->transact([&](Ledger::Transaction &tx) -> Result<> {
        tx.append(sealFact(ledger->sealKey(), tx.head(), QDate(2026, 11, 21)));
        return {};
    }));
    Journal journal(ledger->database());
    const auto seal = Seal::fromPayload(journal.at(ledger->head().position)->payload);
    QVERIFY(seal);
    QCOMPARE(seal->head, sealed);
    QVERIFY(sealVerifies(ledger->sealKey().publicKey(), sealed.hash, seal->signature));
    QVERIFY(!sealVerifies(ledger->sealKey().publicKey(), Hash{}, seal->signature));
    QVERIFY(!findChainFault(journal, {}, ledger->sealKey().publicKey()));
}

void LedgerTest::startChecksOnlyWhatNoSealVouchesFor()
{
    {
        const auto ledger = open();
        QVERIFY(append(*ledger, 0, 3));
        QVERIFY(ledger->transact([&](Ledger::Transaction &tx) -> Result<> {
            tx.append(sealFact(ledger->sealKey(), tx.head(), QDate(2026, 11, 21)));
            return {};
        }));
    }
    tamper("UPDATE journal SET actor='b' WHERE seq=2");
    const auto ledger = Ledger::open(m_folder->path(), m_clock, m_random);
    QVERIFY(ledger); // the full check is verify's work, or five years of sales would make every start slow
    QVERIFY(findChainFault(*std::make_unique<Journal>((*ledger)->database())));
}

void LedgerTest::aSealOfAnotherKeyIsFound()
{
    const auto ledger = open();
    const SealKey other = SealKey::fromSeed(QByteArray(32, 'x'));
    QVERIFY(ledger->transact([&](Ledger::Transaction &tx) -> Result<> {
        tx.append(sealFact(other, tx.head(), QDate(2026, 11, 21)));
        return {};
    }));
    Journal journal(ledger->database());
    const auto fault = findChainFault(journal, {}, ledger->sealKey().publicKey());
    QVERIFY(fault);
    QCOMPARE(fault->problem, u"sealed with another key"_s);
}

void LedgerTest::aSealKeyIsForItsOwnerOnly()
{
    (void)open();
    const auto allowed = QFile::permissions(m_folder->filePath(u"seal.key"_s));
    QVERIFY(!(allowed & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));
}

void LedgerTest::aSealKeyThatCanNotBeReadIsNotReplaced()
{
    const QString path = m_folder->filePath(u"seal.key"_s);
    QVERIFY(QFile::link(m_folder->filePath(u"not-mounted"_s), path));
    const auto refused = SealKey::keptAt(path, m_random);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Code::DamagedFile);
    QVERIFY(!QFile::exists(m_folder->filePath(u"not-mounted"_s)));
}

void LedgerTest::sealsWithoutTheirKeyAreRefused()
{
    const QString path = m_folder->filePath(u"seal.key"_s);
    QVERIFY(append(*open(), 0, 3));
    QVERIFY(QFile::remove(path));
    {
        const auto ledger = open(); // nothing is sealed yet: a new key breaks nothing off
        QVERIFY(ledger->transact([&](Ledger::Transaction &tx) -> Result<> {
            tx.append(sealFact(ledger->sealKey(), tx.head(), QDate(2026, 11, 21)));
            return {};
        }));
    }
    QVERIFY(QFile::remove(path));
    for (int start = 0; start < 2; ++start) {
        const auto refused = Ledger::open(m_folder->path(), m_clock, m_random);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Code::DamagedFile);
        QCOMPARE(refused.error().facts.value(u"path"_s).toString(), path);
        QVERIFY(!QFile::exists(path));
    }
}

QTEST_GUILESS_MAIN(LedgerTest)
#include "tst_ledger.moc"
