#include "ui/returns/return_choices.h"

#include "core/catalog/scanned_code.h"
#include "core/returns/refund_tenders.h"
#include "core/returns/return_deposits.h"

#include <algorithm>

namespace evertill {

namespace {

/// One way for all of it, as far as it is chosen; nothing: as it was paid.
std::optional<RefundTo> refundOf(const ReturnsView &view)
{
    if (!view.refundTo)
        return {};
    if (*view.refundTo != TenderKind::GiftCard)
        return RefundTo(*view.refundTo);
    const auto number = giftCardNumber(view.giftCard);
    return RefundTo(TenderKind::GiftCard, number ? giftCardWith(*number) : GiftCard());
}

/// What is chosen of the goods that \a line is the deposit of.
Quantity goodsOf(const ReturnsView &view, const ReturnableLine &line)
{
    const auto goods = std::find_if(view.lines.begin(), view.lines.end(),
        [&](const ReturnChoice &choice) { return choice.line == line.depositOf; });
    return goods == view.lines.end() ? Quantity() : goods->chosen;
}

} // namespace

std::vector<ReturnChoice> choicesOf(const ReturnableReceipt &receipt, const std::vector<ReturnChoice> &before)
{
    std::vector<ReturnChoice> choices;
    for (const ReturnableLine &line : receipt.lines) {
        ReturnChoice choice{line.line, line.sku, line.name, line.unit, line.sold, line.left, line.gross};
        choice.refund = Money::zero(receipt.currency);
        const auto same = std::find_if(
            before.begin(), before.end(), [&](const ReturnChoice &one) { return one.line == line.line; });
        if (same != before.end()) {
            choice.chosen = std::min(same->chosen, line.left);
            choice.reason = same->reason;
            choice.disposition = same->disposition;
        }
        choices.push_back(choice);
    }
    return choices;
}

ReturnedReceipt headOf(const ReturnableReceipt &receipt)
{
    const TenderSums given = sumsOf(receipt.tenders, receipt.currency);
    TenderSums paid = paidSums(receipt);
    // Cash was rounded to coins that exist: no more was given than was given.
    paid.cash = std::min(given.cash + given.foreign, paid.cash);
    return {receipt.number.text(), receipt.at, paid};
}

std::optional<TenderKind> usualRefund(const ReturnableReceipt &receipt)
{
    const ReturnedReceipt head = headOf(receipt);
    // To the customer and the gift cards that paid, each to its own.
    if (head.goesAsPaid())
        return {};
    return head.paid.card.isZero() ? TenderKind::Cash : TenderKind::Card;
}

void workOut(ReturnsView &view, const ReturnableReceipt &receipt, const TillConfig &config)
{
    Money total = Money::zero(view.currency);
    bool any = false;
    bool wrong = false;
    view.needsReason = false;
    for (std::size_t at = 0; at < view.lines.size(); ++at) {
        ReturnChoice &line = view.lines[at];
        wrong = wrong || line.wrong;
        line.withGoods = depositDue(receipt.lines[at], goodsOf(view, receipt.lines[at]));
        line.refund = refundFor(receipt.lines[at], std::max(line.chosen, line.withGoods)).gross;
        total += line.refund;
        if (line.chosen.isZero())
            continue;
        any = true;
        view.needsReason = view.needsReason || line.reason.trimmed().isEmpty();
    }
    const auto to = refundOf(view);
    const auto number = giftCardNumber(view.giftCard);
    const VoucherBack vouchers{config.vouchers.backAsCash, number ? giftCardWith(*number) : GiftCard()};
    const auto tenders = refund(receipt, total, to, config.refundOrder, config.country, vouchers);
    view.canBeCash = config.vouchers.backAsCash || paidSums(receipt).voucher.isZero();
    view.needsCredit = !to && !view.canBeCash;
    view.refund = sumsOf(tenders, view.currency);
    // A card may be named before anything is chosen.
    view.asksGiftCard = view.needsCredit
        || (to && to->kind == TenderKind::GiftCard && (total.isZero() || view.refund.giftCard.isPositive()));
    // The terminal gives back first: its code says that it did.
    const bool lacksCode =
        (view.refund.card.isPositive() && view.approval.trimmed().isEmpty()) || lacksGiftCard(tenders);
    view.canRefund = view.step == ReturnsView::Step::Choose && any && !wrong && !view.needsReason
        && !lacksCode && !view.busy;
}

ReturnRequest requestOf(const ReturnsView &view, const ReturnableReceipt &receipt, ReturnId id)
{
    auto to = refundOf(view);
    // Nothing is left for the card that nobody named: all of it is the customer's own money.
    if (to && to->kind == TenderKind::GiftCard && to->giftCard.isNull())
        to.reset();
    ReturnRequest request{id, receipt.number, {}, to};
    if (view.refund.card.isPositive())
        request.approval = view.approval.trimmed();
    if (const auto number = giftCardNumber(view.giftCard); number && view.needsCredit)
        request.credit = giftCardWith(*number);
    for (const ReturnChoice &line : view.lines)
        if (!line.chosen.isZero())
            request.lines.push_back({line.line, line.chosen, line.reason.trimmed(), line.disposition});
    return request;
}

} // namespace evertill
