#include "core/cash/shift_report.h"

#include <limits>

namespace evertill {
namespace {

constexpr char kShift[] =
    "SELECT number,id,business_date,currency,float,cashier,opened_at,closed_at,closed_utc_offset_min,"
    "counted,first_receipt,(SELECT first_receipt FROM shift later WHERE later.position>shift.position "
    "AND first_receipt>>40=(SELECT MAX(number)>>40 FROM receipt) ORDER BY later.position LIMIT 1) "
    "FROM shift WHERE id=?";
constexpr char kLatest[] = "SELECT number,id,business_date,currency,float,cashier,opened_at FROM shift ORDER "
                           "BY position DESC LIMIT ?";
constexpr char kMoves[] = "SELECT kind,amount,reason,at FROM cash_move WHERE shift=? ORDER BY position";

Shift shiftOf(const Statement &row)
{
    const Currency currency = Currency::fromCode(row.text(3)).value_or(Currency());
    return {ShiftId(row.uuid(1)), row.integer(0), row.date(2), Money::minor(row.integer(4), currency),
        row.text(5), {row.integer(6)}};
}

void addMoves(ShiftReport &report, Database &database)
{
    const Currency currency = report.shift.floatAmount.currency();
    report.payIns = report.payOuts = report.drops = Money::zero(currency);
    auto query = database.statement(kMoves);
    query.with(report.shift.id);
    while (query.next()) {
        const CashMove move{report.shift.id, CashMoveKind(query.integer(0)),
            Money::minor(query.integer(1), currency), query.text(2), {query.integer(3)}};
        (move.kind == CashMoveKind::PayIn         ? report.payIns
                : move.kind == CashMoveKind::Drop ? report.drops
                                                  : report.payOuts) += move.amount;
        report.moves.push_back(move);
    }
}

} // namespace

std::optional<ShiftReport> shiftReport(Database &database, ShiftId shift, Instant now, int utcOffsetMin)
{
    auto query = database.statement(kShift);
    query.with(shift);
    if (!query.next())
        return std::nullopt;
    ShiftReport report;
    report.shift = shiftOf(query);
    const bool isClosed = !query.isNull(7);
    report.at = isClosed ? Instant{query.integer(7)} : now;
    report.utcOffsetMin = isClosed ? int(query.integer(8)) : utcOffsetMin;
    const Currency currency = report.shift.floatAmount.currency();
    if (isClosed)
        report.counted = Money::minor(query.integer(9), currency);
    const std::int64_t end = query.isNull(11) ? std::numeric_limits<std::int64_t>::max() : query.integer(11);
    report.takings = ReceiptBook(database).takings(shift, query.integer(10), end, currency);
    addMoves(report, database);
    report.expected =
        report.shift.floatAmount + report.takings.net.cash + report.payIns - report.payOuts - report.drops;
    return report;
}

std::vector<Shift> latestShifts(Database &database, int limit)
{
    std::vector<Shift> shifts;
    auto query = database.statement(kLatest);
    query.with(limit);
    while (query.next())
        shifts.push_back(shiftOf(query));
    return shifts;
}

} // namespace evertill
