#include "core/audit/journal_status.h"

namespace evertill {
namespace {

constexpr char kCount[] = "SELECT COUNT(*) FROM journal";
constexpr char kNewestAt[] = "SELECT at FROM journal ORDER BY position DESC LIMIT 1";
constexpr char kLastSeal[] =
    "SELECT position FROM journal WHERE kind='journal.sealed' ORDER BY position DESC LIMIT 1";

} // namespace

JournalStatus journalStatus(Database &ledger, Position accepted)
{
    Journal journal(ledger);
    JournalStatus status;
    status.head = journal.head();
    status.events = ledger.number(kCount);
    status.newestAt = {ledger.number(kNewestAt)};
    if (const auto seal = ledger.numberIn(kLastSeal))
        status.lastSeal = Position::fromPacked(*seal);
    status.sinceSeal = journal.countAfter(status.lastSeal.value_or(Position()));
    status.unaccepted = journal.countAfter(accepted);
    return status;
}

} // namespace evertill
