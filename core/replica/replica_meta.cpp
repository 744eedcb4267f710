#include "core/replica/replica_meta.h"

namespace evertill {
namespace {

constexpr const char *kRead = "SELECT value FROM meta WHERE name=?";
constexpr const char *kWrite =
    "INSERT INTO meta(name,value) VALUES(?,?) ON CONFLICT(name) DO UPDATE SET value=excluded.value "
    "WHERE value IS NOT excluded.value";

QByteArray bytesOf(Database &database, const char *name)
{
    auto row = database.statement(kRead);
    row.with(name);
    return row.next() ? row.bytes(0) : QByteArray();
}

Position positionOf(Database &database, const char *name)
{
    auto row = database.statement(kRead);
    row.with(name);
    return row.next() ? Position::fromPacked(row.integer(0)) : Position();
}

} // namespace

QByteArray ReplicaMeta::cursor() { return bytesOf(m_database, "cursor"); }

Position ReplicaMeta::included() { return positionOf(m_database, "included"); }

Accepted ReplicaMeta::accepted()
{
    return {positionOf(m_database, "accepted"), hashFromBytes(bytesOf(m_database, "accepted_hash"))};
}

void ReplicaMeta::setFeed(const QByteArray &cursor, Position included)
{
    m_database.statement(kWrite).with("cursor", cursor).run();
    m_database.statement(kWrite).with("included", included.packed()).run();
}

void ReplicaMeta::setAccepted(const Accepted &accepted)
{
    m_database.statement(kWrite).with("accepted", accepted.position.packed()).run();
    m_database.statement(kWrite).with("accepted_hash", toBytes(accepted.hash)).run();
}

} // namespace evertill
