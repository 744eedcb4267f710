#include "ui/returns/return_choices.h"

#include "core/returns/refund_tenders.h"

#include <algorithm>

namespace evertill {

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
    const TenderSums paid = paidSums(receipt);
    // Cash was rounded to coins that exist: no more was given than was given.
    return {receipt.number.text(), receipt.at, std::min(given.cash, paid.cash), paid.card};
}

std::optional<TenderKind> usualRefund(const ReturnableReceipt &receipt)
{
    const ReturnedReceipt head = headOf(receipt);
    if (head.isSplit())
        return {};
    return head.paidCard.isZero() ? TenderKind::Cash : TenderKind::Card;
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
        line.refund = refundFor(receipt.lines[at], line.chosen).gross;
        if (line.chosen.isZero())
            continue;
        any = true;
        total += line.refund;
        view.needsReason = view.needsReason || line.reason.trimmed().isEmpty();
    }
    const auto tenders = view.refundTo ? refundBy(*view.refundTo, total, config.country)
                                       : refundAsPaid(receipt, total, config.refundOrder, config.country);
    const TenderSums refund = sumsOf(tenders, view.currency);
    view.refundCash = refund.cash;
    view.refundCard = refund.card;
    // The terminal gives back first: its code says that it did.
    const bool lacksCode = view.refundCard.isPositive() && view.approval.trimmed().isEmpty();
    view.canRefund = view.step == ReturnsView::Step::Choose && any && !wrong && !view.needsReason
        && !lacksCode && !view.busy;
}

ReturnRequest requestOf(const ReturnsView &view, const ReturnableReceipt &receipt, ReturnId id)
{
    ReturnRequest request{id, receipt.number, {}, view.refundTo};
    if (view.refundCard.isPositive())
        request.approval = view.approval.trimmed();
    for (const ReturnChoice &line : view.lines)
        if (!line.chosen.isZero())
            request.lines.push_back({line.line, line.chosen, line.reason.trimmed(), line.disposition});
    return request;
}

} // namespace evertill
