#pragma once

#include "core/base/result.h"
#include "core/payment/tender.h"

namespace evertill {

/// A paper voucher of somebody else (a mall's, a meal card's slip): whoever issued it pays the shop for it.
/// It gives no change: what it is worth beyond what is due is forfeited, as its issuer has it and as the
/// customer is told before. One number pays once: twice on a cart or in a till's ledger is refused; what two
/// tills took meanwhile is for the OMS to find.

/// The number as it is kept and compared: \a typed without blanks, in capitals. Refuses BadInput where that
/// is not 1 to 40 letters, digits, '-' and '/'.
[[nodiscard]] Result<QString> voucherNumber(const QString &typed);
/// What the voucher \a number, worth \a face, pays of \a due (> 0). Refuses BadInput (no number, as
/// voucherNumber() has them), NegativeTender (worth nothing), BadAmount (absurd).
[[nodiscard]] Result<Tender> voucherTender(const QString &number, Money face, Money due);
/// Whether \a tender says of its voucher what events may carry.
[[nodiscard]] bool isVoucher(const Tender &tender);
/// Lets each voucher pay as much of \a total as it can beside the other \a tenders: after goods or money came
/// or went.
void payVouchersAnew(Money total, std::vector<Tender> &tenders);
/// Whether the vouchers among \a tenders may pay \a total together with the rest. Refuses
/// VoucherUsed{voucher, receipt: empty} (one number twice), BadInput (no voucher; a face beyond what it paid
/// while something is left to pay or change is given: that would cheat the customer).
[[nodiscard]] Result<> checkVouchers(Money total, std::span<const Tender> tenders);

} // namespace evertill
