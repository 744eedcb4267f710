#pragma once

#include "core/returns/return.h"
#include "core/returns/returnable_receipt.h"

#include <QStringList>

namespace evertill {

/// How money goes back on a return. Nothing is left over: the parts add up to the total, but for the coins
/// that cash is rounded to (cashDue()), and no part is below the smallest.

/// What becomes of money that a voucher of somebody else paid: the paper is spent, so it goes onto a gift
/// card, as a credit of the shop; in cash only where the shop's rule says so (VoucherRules), and never to the
/// paper.
struct VoucherBack {
    bool asCash = false;
    GiftCard credit = {}; ///< the card that is credited; none yet: the refund can't be done without
};

/// What was paid for \a receipt by each kind: of cash that was given, the change went back at once. Foreign
/// cash is among the cash: it goes back in the home currency.
[[nodiscard]] TenderSums paidSums(const ReturnableReceipt &receipt);
/// \a total (≥ 0, at most what is left of \a receipt) as the cashier chose. What was paid with the customer's
/// own money, points or on account, goes back there first, whatever was chosen; the rest by \a to. With no
/// \a to it goes as it was paid: to each kind as much as was paid by it, kind after kind in the shop's
/// \a order ("card", "giftcard", "voucher", "cash"; what it does not name comes last, in that order; of
/// several gift cards each gets its own back), going on where the refunds before this one ended. Points go
/// back whole: what is less than one waits for the next return of the receipt (pointsGivenBack()).
[[nodiscard]] std::vector<Tender> refund(const ReturnableReceipt &receipt, Money total,
    const std::optional<RefundTo> &to, const QStringList &order, QStringView country,
    const VoucherBack &vouchers = {});
/// All of \a total (≥ 0) one way.
[[nodiscard]] std::vector<Tender> refundBy(const RefundTo &to, Money total, QStringView country);
/// Whether any of \a tenders goes to a gift card that nobody has named yet.
[[nodiscard]] bool lacksGiftCard(std::span<const Tender> tenders);

} // namespace evertill
