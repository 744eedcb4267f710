#include "core/journal/ledger.h"

#include "core/journal/epoch.h"
#include "core/journal/ledger_files.h"
#include "core/store/machine_failure.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr int kCheckpointPages = 1000;
constexpr qint64 kKeptRoom = 1024 * 1024;
constexpr char kLastSeal[] =
    "SELECT position,prev_hash FROM journal WHERE kind='journal.sealed' ORDER BY position DESC LIMIT 1";

/// The journal as the newest seal vouches for it: the event right before that seal.
Head lastSealedHead(Database &database)
{
    auto query = database.statement(kLastSeal);
    if (!query.next())
        return {};
    Position sealed = Position::fromPacked(query.integer(0));
    --sealed.seq;
    return {sealed, hashFromBytes(query.bytes(1))};
}

/// Whether the key that is missing is one that seals of the newest epoch wait for.
bool needsItsKey(const QString &path, const Files &files)
{
    if (!files.exists(path))
        return false;
    Database database(path, Database::Kind::Reader);
    return database.number("SELECT count(*) FROM sqlite_schema WHERE name='journal'") > 0
        && database.statement(kLastSeal).next() && !EpochMarks(database).copyBeyond();
}

} // namespace

Ledger::Ledger(std::unique_ptr<Database> database, SealKey key, const Clock &clock, Random &random)
    : m_database(std::move(database)), m_sealKey(std::move(key)), m_clock(clock), m_random(random)
{
}

Result<std::unique_ptr<Ledger>> Ledger::open(const DataFolder &folder, const Clock &clock, Random &random)
{
    const LedgerFiles files(folder);
    if (auto finished = files.finish(); !finished)
        return tl::unexpected(finished.error());
    if (auto durable = files.makeDurable(); !durable)
        return tl::unexpected(durable.error());
    const QString path = files.path();
    try {
        return openIn(folder, path, clock, random);
    } catch (const SQLite::Exception &failure) {
        const Refusal refusal = refusalOf(failure, path);
        if (refusal.code != Code::DamagedFile && refusal.code != Code::DiskFull)
            throw;
        return tl::unexpected(refusal);
    }
}

Result<std::unique_ptr<Ledger>> Ledger::openIn(
    const DataFolder &folder, const QString &path, const Clock &clock, Random &random)
{
    const QString keyPath = folder.file(u"seal.key"_s);
    if (!folder.files->exists(keyPath) && needsItsKey(path, *folder.files))
        return refuseDamaged(keyPath, u"the key of the journal's seals is missing"_s);
    auto key = SealKey::keptAt(keyPath, random, *folder.files);
    if (!key)
        return tl::unexpected(key.error());
    auto ledger = openAs(Database::Kind::Ledger, path, std::move(*key), clock, random);
    if (ledger)
        (*ledger)->m_folder = folder;
    return ledger;
}

Result<std::unique_ptr<Ledger>> Ledger::openAt(
    const QString &path, SealKey key, const Clock &clock, Random &random)
{
    return openAs(Database::Kind::Copy, path, std::move(key), clock, random);
}

Result<std::unique_ptr<Ledger>> Ledger::openAs(
    Database::Kind kind, const QString &path, SealKey key, const Clock &clock, Random &random)
{
    auto database = std::make_unique<Database>(path, kind);
    std::unique_ptr<Ledger> ledger(new Ledger(std::move(database), std::move(key), clock, random));
    if (auto begun = ledger->begin(); !begun)
        return tl::unexpected(begun.error());
    return ledger;
}

std::unique_ptr<Ledger> Ledger::inMemory(const Clock &clock, Random &random)
{
    std::array<std::uint8_t, 32> seed = {};
    random.fill(seed);
    auto key = SealKey::fromSeed(QByteArray(reinterpret_cast<const char *>(seed.data()), 32));
    std::unique_ptr<Ledger> ledger(new Ledger(
        std::make_unique<Database>(QString(), Database::Kind::Scratch), std::move(key), clock, random));
    if (!ledger->begin())
        qFatal("a ledger in memory can't be opened");
    return ledger;
}

Result<> Ledger::begin()
{
    if (auto migrated = migrate(*m_database, u"ledger"_s); !migrated)
        return migrated;
    Journal journal(*m_database);
    if (const auto fault = findChainFault(journal, lastSealedHead(*m_database)))
        return refuseDamaged(m_database->path(), fault->text());
    m_head = journal.head();
    return openEpoch();
}

Result<> Ledger::openEpoch()
{
    const auto copyBeyond = EpochMarks(*m_database).copyBeyond();
    if (m_head.position != Position() && !copyBeyond)
        return {};
    std::int64_t epoch = 1;
    if (copyBeyond) {
        const auto next = epochBeyond(std::max(*copyBeyond, m_head.position.epoch), m_random);
        if (!next)
            return tl::unexpected(next.error());
        epoch = *next;
    }
    return transact([&](Transaction &tx) -> Result<> {
        const EpochOpened opened{tx.m_head};
        tx.m_head.position = {epoch, 0};
        const QDate today = m_clock.localDate(tx.now());
        tx.append({kEpochOpened, 1, QByteArray::number(qint64(epoch)), today, opened.payload()});
        EpochMarks marks(tx.database());
        marks.clearCopy();
        marks.setRecoveryDue(opened.predecessor.position != Position());
        return {};
    });
}

bool Ledger::keepsRoom()
{
    return !m_folder
        || m_folder->files->reserve(m_database->path() + u"-wal"_s, m_database->logBytes() + kKeptRoom);
}

void Ledger::checkpointIfDue()
{
    if (m_database->logPages() >= kCheckpointPages)
        m_database->checkpoint();
}

Ledger::Transaction::Transaction(Ledger &ledger)
    : m_ledger(ledger), m_write(*ledger.m_database), m_now(ledger.m_clock.now()), m_head(ledger.m_head)
{
}

Event Ledger::Transaction::append(const Fact &fact)
{
    Event event;
    event.position = {m_head.position.epoch, m_head.position.seq + 1};
    event.id = EventId(newId());
    event.kind = fact.kind;
    event.version = fact.version;
    event.subject = fact.subject;
    event.at = m_now;
    event.utcOffsetMin = m_ledger.m_clock.utcOffsetMinutes(m_now);
    event.businessDate = fact.businessDate;
    event.actor = m_ledger.m_actor;
    event.payload = fact.payload;
    return chain(std::move(event));
}

Event Ledger::Transaction::appendAgain(const Event &known, const std::optional<Position> &origin)
{
    Event event = known;
    event.origin = origin;
    event.position = {m_head.position.epoch, m_head.position.seq + 1};
    return chain(std::move(event));
}

Event Ledger::Transaction::chain(Event event)
{
    event.previous = m_head.hash;
    event.hash = chained(m_head.hash, event.envelope());
    Journal(database()).insert(event);
    m_head = {event.position, event.hash};
    return event;
}

void Ledger::Transaction::commit()
{
    m_write.commit();
    m_ledger.m_head = m_head;
}

} // namespace evertill
