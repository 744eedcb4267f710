#include "tests/sim/oracle/refund.h"

#include <algorithm>

namespace evertill::sim::oracle {

Refund refundOf(const Fact &sale, std::int64_t before, std::int64_t gross)
{
    std::int64_t begin = before;
    std::int64_t rest = gross;
    const auto part = [&](std::int64_t paid) { // {gone, going}
        const std::int64_t gone = std::min(begin, paid);
        const std::int64_t going = std::min(rest, paid - gone);
        begin -= gone;
        rest -= going;
        return std::pair(gone, going);
    };
    const auto floored = [](std::int64_t of, std::int64_t done, std::int64_t whole) {
        return whole == 0 ? 0 : of * std::min(done, whole) / whole;
    };
    Refund back;
    if (sale.points > 0) {
        const std::int64_t units = sale.pointsPaid;
        const auto [gone, going] = part(sale.points);
        back.points = floored(units, gone + going, sale.points) - floored(units, gone, sale.points);
        back.pointsMoney = sale.points / units * back.points;
    }
    back.account = part(sale.account).second;
    back.card = part(sale.card).second;
    back.gift = part(sale.gift).second;
    back.cash = rest;
    back.earned =
        floored(sale.earned, before + gross, sale.amount) - floored(sale.earned, before, sale.amount);
    return back;
}

std::int64_t backOf(const Receipt &receipt)
{
    std::int64_t sum = 0;
    for (const auto &[number, line] : receipt)
        sum += line.isLoad ? 0 : line.gross - line.leftGross();
    return sum;
}

} // namespace evertill::sim::oracle
