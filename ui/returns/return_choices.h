#pragma once

#include "core/returns/complete_return.h"
#include "core/returns/returnable_receipt.h"
#include "ui/returns/returns_view.h"

namespace evertill {

/// The lines of \a receipt, nothing chosen yet; what was chosen in \a before stays chosen as far as it is
/// still left.
[[nodiscard]] std::vector<ReturnChoice> choicesOf(
    const ReturnableReceipt &receipt, const std::vector<ReturnChoice> &before);
[[nodiscard]] ReturnedReceipt headOf(const ReturnableReceipt &receipt);
/// Where the money came from: cash, the card, or both (nothing).
[[nodiscard]] std::optional<TenderKind> usualRefund(const ReturnableReceipt &receipt);

/// Fills in what follows from the rest of \a view: refunds, their sum, and whether it is enough to go on.
/// Money goes back as the shop of \a config does it.
void workOut(ReturnsView &view, const ReturnableReceipt &receipt, const TillConfig &config);
[[nodiscard]] ReturnRequest requestOf(const ReturnsView &view, const ReturnableReceipt &receipt, ReturnId id);

} // namespace evertill
