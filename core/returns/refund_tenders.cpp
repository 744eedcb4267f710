#include "core/returns/refund_tenders.h"

#include "core/payment/settlement.h"

#include <algorithm>

namespace evertill {
namespace {

/// Every kind once, those that the shop names first.
std::vector<TenderKind> kindsInOrder(const QStringList &order)
{
    std::vector<TenderKind> kinds;
    for (const TenderRule &rule : tenderRules())
        kinds.push_back(rule.kind);
    const auto rank = [&](TenderKind kind) {
        const auto at = order.indexOf(QString::fromLatin1(tenderName(kind)));
        return at < 0 ? order.size() : at;
    };
    std::stable_sort(
        kinds.begin(), kinds.end(), [&](TenderKind a, TenderKind b) { return rank(a) < rank(b); });
    return kinds;
}

void add(std::vector<Tender> &tenders, const RefundTo &to, Money amount, QStringView country)
{
    const Money due = to.kind == TenderKind::Cash ? cashDue(amount, country) : amount;
    if (due.isPositive())
        tenders.push_back({to.kind, due, {}, {}, to.giftCard});
}

struct Paid {
    RefundTo by;
    Money amount;
};

/// What was paid for \a receipt, in the shop's order: gift cards one by one, each other kind as a whole.
std::vector<Paid> paidInOrder(const ReturnableReceipt &receipt, const QStringList &order)
{
    const TenderSums sums = paidSums(receipt);
    std::vector<Paid> paid;
    for (const TenderKind kind : kindsInOrder(order)) {
        if (kind != TenderKind::GiftCard) {
            paid.push_back({{kind, {}}, sums.of(kind)});
            continue;
        }
        for (const Tender &tender : receipt.tenders)
            if (tender.kind == kind)
                paid.push_back({{kind, tender.giftCard}, tender.amount});
    }
    return paid;
}

} // namespace

TenderSums paidSums(const ReturnableReceipt &receipt)
{
    Money worth = Money::zero(receipt.currency);
    for (const ReturnableLine &line : receipt.lines)
        worth += line.gross;
    const TenderSums given = sumsOf(receipt.tenders, receipt.currency);
    const Money giftCard = std::min(given.giftCard, worth);
    const Money card = std::min(given.card, worth - giftCard);
    return {worth - giftCard - card, card, giftCard};
}

std::vector<Tender> refundBy(const RefundTo &to, Money total, QStringView country)
{
    std::vector<Tender> tenders;
    add(tenders, to, total, country);
    return tenders;
}

std::vector<Tender> refundAsPaid(
    const ReturnableReceipt &receipt, Money total, const QStringList &order, QStringView country)
{
    Money before = Money::zero(receipt.currency);
    for (const ReturnableLine &line : receipt.lines)
        before += line.gross - line.leftGross;
    std::vector<Tender> tenders;
    for (const Paid &paid : paidInOrder(receipt, order)) {
        const Money gone = std::min(before, paid.amount);
        const Money part = std::min(total, paid.amount - gone);
        before -= gone;
        total -= part;
        add(tenders, paid.by, part, country);
    }
    return tenders;
}

} // namespace evertill
