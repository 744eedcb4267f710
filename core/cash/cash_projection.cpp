#include "core/cash/cash_projection.h"

namespace evertill {
namespace {

constexpr char kOpen[] =
    "INSERT INTO shift(position,number,id,business_date,currency,float,cashier,opened_at,first_receipt) "
    "VALUES(?1,?2,?3,?4,?5,?6,?7,?8,(SELECT IFNULL(MAX(number),0)+1 FROM receipt WHERE number<?9))";
constexpr char kMove[] = "INSERT INTO cash_move(position,shift,kind,amount,reason,at) VALUES(?,?,?,?,?,?)";
constexpr char kClose[] =
    "UPDATE shift SET closed_position=?1,closed_at=?2,closed_utc_offset_min=?3,counted=?4,expected=?5 "
    "WHERE id=?6 AND IFNULL(closed_position,0)<?1";

template <typename Value>
Result<> replayed(const Result<Value> &value, const Event &event, Database &database)
{
    if (!value)
        return tl::unexpected(value.error());
    project(event, *value, database);
    return {};
}

} // namespace

void project(const Event &event, const Shift &shift, Database &database)
{
    database.statement(kOpen)
        .with(event.position.packed(), shift.number, shift.id, event.businessDate,
            shift.floatAmount.currency().code(), shift.floatAmount.minor(), event.actor, event.at.us,
            (event.position.epoch + 1) << 40)
        .run();
}

void project(const Event &event, const CashMove &move, Database &database)
{
    database.statement(kMove)
        .with(event.position.packed(), move.shift, int(move.kind), move.amount.minor(), move.reason,
            event.at.us)
        .run();
}

void project(const Event &event, const ShiftClosing &closing, Database &database)
{
    database.statement(kClose)
        .with(event.position.packed(), event.at.us, event.utcOffsetMin, closing.counted.minor(),
            closing.expected.minor(), closing.shift)
        .run();
}

Result<> replayCash(const Event &event, Database &database)
{
    if (event.kind == "shift.opened")
        return replayed(shiftFrom(event), event, database);
    if (event.kind == "cash.moved")
        return replayed(cashMoveFrom(event), event, database);
    return replayed(shiftClosingFrom(event), event, database);
}

} // namespace evertill
