#include "core/returns/returnable_receipt.h"

#include <algorithm>

namespace evertill {
namespace {

Money zeroOf(const ReturnableLine &line) { return Money::zero(line.gross.currency()); }

/// What goes back of each of the line's taxes while the refunds of it grow from \a before to \a after.
std::vector<TaxTotal> partsBetween(const ReturnableLine &line, Money before, Money after)
{
    if (line.parts.empty())
        return {};
    const auto were = taxesWithin(line.parts, taxWithin(line, before), before, line.gross);
    auto parts = taxesWithin(line.parts, taxWithin(line, after), after, line.gross);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        parts[i].net -= were[i].net;
        parts[i].tax -= were[i].tax;
    }
    return parts;
}

} // namespace

Money taxWithin(const ReturnableLine &line, Money refunded)
{
    if (!line.gross.isPositive())
        return zeroOf(line);
    return line.tax.scaled(refunded.minor(), line.gross.minor(), Rounding::HalfUp);
}

Refund refundFor(const ReturnableLine &line, Quantity quantity)
{
    if (quantity <= Quantity() || line.sold <= Quantity())
        return {zeroOf(line), zeroOf(line), zeroOf(line)};
    const Quantity back = line.sold - line.left + std::min(quantity, line.left);
    const Money refunded = line.gross - line.leftGross;
    const Money share = line.gross.scaled(back.thousandths(), line.sold.thousandths(), Rounding::HalfUp);
    const Money gross = std::clamp(share - refunded, zeroOf(line), line.leftGross);
    const Money tax = taxWithin(line, refunded + gross) - taxWithin(line, refunded);
    return {gross - tax, tax, gross, partsBetween(line, refunded, refunded + gross)};
}

bool ReturnableReceipt::hasAnyLeft() const
{
    return std::any_of(
        lines.begin(), lines.end(), [](const ReturnableLine &line) { return line.left > Quantity(); });
}

} // namespace evertill
