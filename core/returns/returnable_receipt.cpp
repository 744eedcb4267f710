#include "core/returns/returnable_receipt.h"

#include <algorithm>

namespace evertill {
namespace {

/// What the first \a quantity of a line is worth of \a whole.
Money share(Money whole, Quantity quantity, Quantity sold)
{
    return whole.scaled(quantity.thousandths(), sold.thousandths(), Rounding::HalfUp);
}

} // namespace

Refund refundFor(const ReturnableLine &line, Quantity quantity)
{
    const Money zero = Money::zero(line.gross.currency());
    if (quantity <= Quantity() || line.sold <= Quantity())
        return {zero, zero, zero};
    const Quantity back = line.sold - line.left + std::min(quantity, line.left);
    const Money refunded = line.gross - line.leftGross;
    const Money taxRefunded = line.tax - line.leftTax;
    const Money gross = std::clamp(share(line.gross, back, line.sold) - refunded, zero, line.leftGross);
    const Money tax =
        std::clamp(share(line.tax, back, line.sold) - taxRefunded, zero, std::min(line.leftTax, gross));
    return {gross - tax, tax, gross};
}

bool ReturnableReceipt::hasAnyLeft() const
{
    return std::any_of(
        lines.begin(), lines.end(), [](const ReturnableLine &line) { return line.left > Quantity(); });
}

} // namespace evertill
