#include "core/returns/refund_tenders.h"

#include "core/payment/settlement.h"

#include <algorithm>

namespace evertill {
namespace {

/// Every kind once, those that the shop names first.
std::vector<TenderKind> kindsInOrder(const QStringList &order)
{
    std::vector<TenderKind> kinds{TenderKind::Card, TenderKind::Cash};
    const auto rank = [&](TenderKind kind) {
        const auto at = order.indexOf(QString::fromLatin1(tenderName(kind)));
        return at < 0 ? order.size() : at;
    };
    std::stable_sort(
        kinds.begin(), kinds.end(), [&](TenderKind a, TenderKind b) { return rank(a) < rank(b); });
    return kinds;
}

Money paidBy(const ReturnableReceipt &receipt, TenderKind kind, Money worth)
{
    Money card = Money::zero(receipt.currency);
    for (const Tender &tender : receipt.tenders) {
        if (tender.kind == TenderKind::Card)
            card += tender.amount;
    }
    card = std::min(card, worth);
    // What was given in cash is not what was paid: the change went back at once.
    return kind == TenderKind::Card ? card : worth - card;
}

void add(std::vector<Tender> &tenders, TenderKind kind, Money amount, QStringView country)
{
    const Money due = kind == TenderKind::Cash ? cashDue(amount, country) : amount;
    if (due.isPositive())
        tenders.push_back({kind, due});
}

} // namespace

std::vector<Tender> refundBy(TenderKind kind, Money total, QStringView country)
{
    std::vector<Tender> tenders;
    add(tenders, kind, total, country);
    return tenders;
}

std::vector<Tender> refundAsPaid(
    const ReturnableReceipt &receipt, Money total, const QStringList &order, QStringView country)
{
    const Money zero = Money::zero(receipt.currency);
    Money worth = zero;
    Money before = zero;
    for (const ReturnableLine &line : receipt.lines) {
        worth += line.gross;
        before += line.gross - line.leftGross;
    }
    std::vector<Tender> tenders;
    for (const TenderKind kind : kindsInOrder(order)) {
        const Money paid = paidBy(receipt, kind, worth);
        const Money gone = std::min(before, paid);
        const Money part = std::min(total, paid - gone);
        before -= gone;
        total -= part;
        add(tenders, kind, part, country);
    }
    return tenders;
}

} // namespace evertill
