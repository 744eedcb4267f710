#include "core/returns/return_deposits.h"

#include <algorithm>

namespace evertill {
namespace {

Quantity askedOf(const std::vector<ReturnRequestLine> &asked, int line)
{
    Quantity sum;
    for (const ReturnRequestLine &one : asked) {
        if (one.line == line)
            sum += one.quantity;
    }
    return sum;
}

} // namespace

Quantity depositDue(const ReturnableLine &deposit, Quantity goods)
{
    return deposit.depositOf ? std::min(goods, deposit.left) : Quantity();
}

std::vector<ReturnRequestLine> depositsWith(
    const ReturnableReceipt &receipt, const std::vector<ReturnRequestLine> &asked)
{
    std::vector<ReturnRequestLine> more;
    for (const ReturnableLine &line : receipt.lines) {
        if (!line.depositOf)
            continue;
        const Quantity due = depositDue(line, askedOf(asked, *line.depositOf));
        const Quantity named = askedOf(asked, line.line);
        if (due <= named)
            continue;
        const auto goods = std::find_if(asked.begin(), asked.end(),
            [&](const ReturnRequestLine &one) { return one.line == *line.depositOf; });
        more.push_back({line.line, due - named, goods->reason, Disposition::Restock});
    }
    return more;
}

} // namespace evertill
