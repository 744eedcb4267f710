#pragma once

#include "core/returns/complete_return.h"
#include "core/returns/returnable_receipt.h"

namespace evertill {

/// Deposits go back with their goods: a returned unit gives back its deposit, unless that was given back
/// before with the empty. The deposit may be asked for alone (the empties), and then for more units than come
/// back of the goods.

/// What has to come back of \a deposit, a line of \a receipt, where \a goods come back of the line that it is
/// of: nothing for a line of goods.
[[nodiscard]] Quantity depositDue(const ReturnableLine &deposit, Quantity goods);
/// The deposits of \a receipt that \a asked does not name and that its goods give back; each of \a asked is
/// no more than is left.
[[nodiscard]] std::vector<ReturnRequestLine> depositsWith(
    const ReturnableReceipt &receipt, const std::vector<ReturnRequestLine> &asked);

} // namespace evertill
