#include "core/replica/replica_writer.h"

#include "core/replica/feed_tables.h"
#include "core/replica/files/damage.h"
#include "core/replica/replica_generation.h"
#include "core/replica/replica_meta.h"

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace evertill {
ReplicaWriter::ReplicaWriter(const DataFolder &folder) : m_files(folder)
{
    if (!openCurrent())
        beginEmpty();
}

ReplicaWriter::~ReplicaWriter() = default;

bool ReplicaWriter::openCurrent()
{
    const std::int64_t generation = m_files.current();
    if (!generation || m_files.isMarkedDamaged(generation))
        return false;
    try {
        moveTo(generation);
        return m_database != nullptr;
    } catch (const SQLite::Exception &error) {
        m_database.reset();
        if (!isDamage(error))
            throw;
        qWarning(
            "replica %lld is damaged and will be fetched again: %s", qlonglong(generation), error.what());
        return false;
    }
}

void ReplicaWriter::beginEmpty()
{
    const std::int64_t generation = std::max(m_files.highest(), m_generation) + 1;
    {
        Database empty(m_files.path(generation), Database::Kind::Replica);
        if (const auto migrated = migrate(empty, u"replica"_s); !migrated)
            qFatal("an empty replica is newer than this program");
    }
    m_files.makeCurrent(generation);
    moveTo(generation);
}

void ReplicaWriter::moveTo(std::int64_t generation, Others others)
{
    // The pointer has moved already: even where this fails, the file it names must not be deleted, nor the
    // old one written.
    m_database.reset();
    m_generation = generation;
    auto database = std::make_unique<Database>(m_files.path(generation), Database::Kind::Replica);
    if (!migrate(*database, u"replica"_s))
        return;
    ReplicaMeta meta(*database);
    m_cursor = meta.cursor();
    m_included = meta.included();
    m_accepted = meta.accepted();
    m_database = std::move(database);
    if (others == Others::Go)
        m_files.removeAllBut(generation);
}

void ReplicaWriter::giveUp()
{
    m_database.reset();
    m_cursor.clear();
    beginEmpty();
}

Result<> ReplicaWriter::apply(const FeedPage &page)
{
    const auto damaged = [this](const QString &problem) {
        const QString path = m_files.path(m_generation);
        giveUp();
        return refuseDamaged(path, problem);
    };
    // A page goes on from where the replica was; on an empty one it would pass for the whole.
    if (!m_database)
        return damaged(u"it could not be opened"_s);
    if (m_files.isMarkedDamaged(m_generation))
        return damaged(u"a reader met damage"_s);
    try {
        return write(page);
    } catch (const SQLite::Exception &error) {
        if (!isDamage(error))
            throw;
        return damaged(QString::fromUtf8(error.what()));
    }
}

Result<> ReplicaWriter::write(const FeedPage &page)
{
    WriteTransaction transaction(*m_database);
    for (const FeedChange &change : page.changes) {
        if (auto applied = applyChange(*m_database, change); !applied)
            return applied;
    }
    ReplicaMeta(*m_database).setFeed(page.cursor, page.included);
    transaction.commit();
    m_cursor = page.cursor;
    m_included = page.included;
    return {};
}

void ReplicaWriter::setAccepted(const Accepted &accepted)
{
    if (accepted == m_accepted)
        return;
    // Beginning anew is for apply(), which says so.
    if (!m_database && !openCurrent())
        throw std::runtime_error("can't open " + m_files.path(m_generation).toStdString());
    WriteTransaction transaction(*m_database);
    ReplicaMeta(*m_database).setAccepted(accepted);
    transaction.commit();
    m_accepted = accepted;
}

std::unique_ptr<ReplicaGeneration> ReplicaWriter::startGeneration(std::function<bool()> isUnwanted)
{
    if (!m_database && !openCurrent())
        beginEmpty();
    m_files.removeAllBut(m_generation);
    return std::unique_ptr<ReplicaGeneration>(
        new ReplicaGeneration(*this, m_generation + 1, std::move(isUnwanted)));
}

} // namespace evertill
