#include "core/replica/replica_reader.h"

#include "core/replica/files/replica_files.h"
#include "core/replica/replica_meta.h"

#include <QFile>

#include <sys/stat.h>

namespace evertill {

ReplicaReader::ReplicaReader(QString folder)
    : m_folder(std::move(folder)), m_pointerPath(QFile::encodeName(ReplicaFiles(m_folder).pointerPath()))
{
}

ReplicaReader::~ReplicaReader() = default;

Database &ReplicaReader::database()
{
    if (m_snapshots == 0 && (!m_database || m_stamp != stampOfPointer()))
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
    ReplicaFiles(m_folder).markDamaged(m_generation);
    useEmpty();
}

/// The writer names a new generation first and deletes the old one after. So a generation that could be
/// opened and read while the pointer still named it was whole, its log included; otherwise we look again.
void ReplicaReader::moveOver()
{
    constexpr int kTries = 5;
    const ReplicaFiles files(m_folder);
    for (int i = 0; i < kTries; ++i) {
        m_stamp = stampOfPointer();
        const std::int64_t generation = files.current();
        auto opened = generation ? tryOpen(generation) : nullptr;
        if (m_stamp != stampOfPointer())
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
        auto opened =
            std::make_unique<Database>(ReplicaFiles(m_folder).path(generation), Database::Kind::Reader);
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

ReplicaReader::PointerStamp ReplicaReader::stampOfPointer() const
{
    struct stat status = {};
    if (::stat(m_pointerPath.constData(), &status) != 0)
        return {};
    return {std::uint64_t(status.st_ino), status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
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
