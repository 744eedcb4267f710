#include "core/journal/journal_index.h"

#include "core/journal/epoch.h"

namespace evertill {
namespace {

constexpr char kNth[] = "SELECT position,hash FROM journal ORDER BY position LIMIT 1 OFFSET ?";
constexpr char kFact[] = "SELECT 1 FROM journal WHERE kind NOT IN (?,?) LIMIT 1";

} // namespace

Head JournalIndex::nth(std::int64_t before)
{
    auto query = m_database.statement(kNth);
    query.with(before);
    return query.next() ? Head{Position::fromPacked(query.integer(0)), hashFromBytes(query.bytes(1))}
                        : Head{};
}

bool JournalIndex::hasFacts()
{
    auto query = m_database.statement(kFact);
    query.with(kEpochOpened, kJournalSealed);
    return query.next();
}

} // namespace evertill
