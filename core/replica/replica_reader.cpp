#include "core/replica/replica_reader.h"

#include "core/replica/replica_meta.h"

namespace evertill {

ReplicaReader::ReplicaReader(const DataFolder &folder) : m_files(folder) { }

ReplicaReader::~ReplicaReader() = default;

Database &ReplicaReader::database()
{
    if (m_snapshots == 0 && (!m_database || m_stamp != m_files.pointerStamp()))
        moveOver();
    return *m_database;
}

Position ReplicaReader::included() { return ReplicaMeta(database()).included(); }

Accepted ReplicaReader::accepted() { return ReplicaMeta(database()).accepted(); }

std::int64_t ReplicaReader::generation()
{
    [[maybe_unused]] Database &newest = database();
    return m_generation;
}

void ReplicaReader::giveUp()
{
    if (m_generation == 0)
        return;
    m_files.markDamaged(m_generation);
    useEmpty();
}

/// The writer names a new generation first and deletes the old one after. So a generation that could be
/// opened and read while the pointer still named it was whole, its log included; otherwise we look again.
void ReplicaReader::moveOver()
{
    constexpr int kTries = 5;
    for (int i = 0; i < kTries; ++i) {
        m_stamp = m_files.pointerStamp();
        const std::int64_t generation = m_files.current();
        auto opened = generation ? tryOpen(generation) : nullptr;
        if (m_stamp != m_files.pointerStamp())
            continue;
        if (!opened)
            break;
        m_database = std::move(opened);
        m_generation = generation;
        return;
    }
    useEmpty();
}

void ReplicaReader::useEmpty()
{
    m_database = std::make_unique<Database>(QString(), Database::Kind::Scratch);
    m_generation = 0;
    if (const auto migrated = migrate(*m_database, QStringLiteral("replica")); !migrated)
        qFatal("an empty replica is newer than this program");
}

std::unique_ptr<Database> ReplicaReader::tryOpen(std::int64_t generation) const
{
    try {
        auto opened = std::make_unique<Database>(m_files.path(generation), Database::Kind::Reader);
        if (opened->number("PRAGMA user_version") != newestReplicaSchema())
            return nullptr;
        // The first read opens the log as well.
        [[maybe_unused]] const Position included = ReplicaMeta(*opened).included();
        return opened;
    } catch (const SQLite::Exception &error) {
        qWarning("replica %lld can't be read: %s", qlonglong(generation), error.what());
        return nullptr;
    }
}

ReplicaReader::Snapshot::Snapshot(ReplicaReader &reader) : m_reader(reader), m_database(reader.database())
{
    if (m_reader.m_snapshots == 0)
        m_database.statement("BEGIN").run();
    ++m_reader.m_snapshots;
}

ReplicaReader::Snapshot::~Snapshot()
{
    if (--m_reader.m_snapshots > 0)
        return;
    try {
        m_database.statement("ROLLBACK").run();
    } catch (const SQLite::Exception &) {
        // An error inside has ended the transaction already.
    }
}

Position ReplicaReader::Snapshot::included() { return ReplicaMeta(m_database).included(); }

} // namespace evertill
