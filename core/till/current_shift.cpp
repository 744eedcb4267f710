#include "core/till/current_shift.h"

namespace evertill {
namespace {

constexpr char kNewest[] =
    "SELECT id,number,business_date,currency,closed_at FROM shift ORDER BY position DESC LIMIT 1";

} // namespace

std::optional<CurrentShift> currentShift(Database &ledger)
{
    auto query = ledger.statement(kNewest);
    if (!query.next() || !query.isNull(4))
        return std::nullopt;
    return CurrentShift{ShiftId(query.uuid(0)), query.integer(1),
        query.date(2),
        Currency::fromCode(query.text(3)).value_or(Currency())};
}

QDate businessDate(Database &ledger, const Clock &clock, Instant now)
{
    const auto shift = currentShift(ledger);
    return shift ? shift->businessDate : clock.localDate(now);
}

} // namespace evertill
