#include "core/journal/journal.h"

namespace evertill {
namespace {

constexpr char kInsert[] =
    "INSERT INTO journal(position,id,kind,version,subject,at,utc_offset_min,business_date,actor,payload,"
    "prev_hash,hash,origin) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)";
#define EVERTILL_JOURNAL_COLUMNS                                                                             \
    "SELECT position,id,kind,version,subject,at,utc_offset_min,business_date,actor,payload,prev_hash,hash,"  \
    "origin FROM journal "
constexpr char kHead[] = "SELECT position,hash FROM journal ORDER BY position DESC LIMIT 1";
constexpr char kAt[] = EVERTILL_JOURNAL_COLUMNS "WHERE position=?";
constexpr char kAfter[] = EVERTILL_JOURNAL_COLUMNS "WHERE position>? ORDER BY position LIMIT ?";
constexpr char kEach[] = EVERTILL_JOURNAL_COLUMNS "WHERE position>? ORDER BY position";
constexpr char kHasOrigin[] = "SELECT 1 FROM journal WHERE origin=?";
constexpr char kLastBelow[] = "SELECT position FROM journal WHERE position<? ORDER BY position DESC LIMIT 1";
#undef EVERTILL_JOURNAL_COLUMNS

Event eventOf(const Statement &row)
{
    Event event;
    event.position = Position::fromPacked(row.integer(0));
    event.id = EventId(row.uuid(1));
    event.kind = row.bytes(2);
    event.version = int(row.integer(3));
    event.subject = row.bytes(4);
    event.at = {row.integer(5)};
    event.utcOffsetMin = int(row.integer(6));
    event.businessDate = row.date(7);
    event.actor = row.text(8);
    event.payload = row.bytes(9);
    event.previous = hashFromBytes(row.bytes(10));
    event.hash = hashFromBytes(row.bytes(11));
    if (!row.isNull(12))
        event.origin = Position::fromPacked(row.integer(12));
    return event;
}

} // namespace

Head Journal::head()
{
    auto query = m_database.statement(kHead);
    if (!query.next())
        return {};
    return {Position::fromPacked(query.integer(0)), hashFromBytes(query.bytes(1))};
}

void Journal::insert(const Event &event)
{
    m_database.statement(kInsert)
        .with(event.position.packed(), event.id, event.kind.toStdString(), event.version,
            event.subject.toStdString(), event.at.us, event.utcOffsetMin, event.businessDate, event.actor,
            event.payload, toBytes(event.previous), toBytes(event.hash),
            event.origin ? std::optional(event.origin->packed()) : std::nullopt)
        .run();
}

std::optional<Event> Journal::at(Position position)
{
    auto query = m_database.statement(kAt);
    query.with(position.packed());
    return query.next() ? std::optional(eventOf(query)) : std::nullopt;
}

bool Journal::holds(Position first)
{
    if (at(first))
        return true;
    auto query = m_database.statement(kHasOrigin);
    query.with(first.packed());
    return query.next();
}

std::vector<Event> Journal::after(Position after, int limit)
{
    std::vector<Event> events;
    auto query = m_database.statement(kAfter);
    query.with(after.packed(), limit);
    while (query.next())
        events.push_back(eventOf(query));
    return events;
}

std::int64_t Journal::countAfter(Position after)
{
    // An epoch begins at 1 and has no gap: its last number is how many events it holds.
    std::int64_t count = 0;
    for (Position end = head().position; end > after;) {
        count += end.seq - (end.epoch == after.epoch ? after.seq : 0);
        auto query = m_database.statement(kLastBelow);
        query.with(Position{end.epoch, 0}.packed());
        end = query.next() ? Position::fromPacked(query.integer(0)) : Position();
    }
    return count;
}

void Journal::each(Position after, const std::function<bool(const Event &)> &visit)
{
    auto query = m_database.statement(kEach);
    query.with(after.packed());
    while (query.next() && visit(eventOf(query))) { }
}

} // namespace evertill
