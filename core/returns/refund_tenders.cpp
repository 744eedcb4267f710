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

void add(std::vector<Tender> &tenders, TenderKind kind, Money amount, QStringView country)
{
    const Money due = kind == TenderKind::Cash ? cashDue(amount, country) : amount;
    if (due.isPositive())
        tenders.push_back({kind, due});
}

} // namespace

TenderSums paidSums(const ReturnableReceipt &receipt)
{
    Money worth = Money::zero(receipt.currency);
    for (const ReturnableLine &line : receipt.lines)
        worth += line.gross;
    const Money card = std::min(sumsOf(receipt.tenders, receipt.currency).card, worth);
    return {worth - card, card};
}

std::vector<Tender> refundBy(TenderKind kind, Money total, QStringView country)
{
    std::vector<Tender> tenders;
    add(tenders, kind, total, country);
    return tenders;
}

std::vector<Tender> refundAsPaid(
    const ReturnableReceipt &receipt, Money total, const QStringList &order, QStringView country)
{
    const TenderSums wasPaid = paidSums(receipt);
    Money before = Money::zero(receipt.currency);
    for (const ReturnableLine &line : receipt.lines)
        before += line.gross - line.leftGross;
    std::vector<Tender> tenders;
    for (const TenderKind kind : kindsInOrder(order)) {
        const Money paid = kind == TenderKind::Card ? wasPaid.card : wasPaid.cash;
        const Money gone = std::min(before, paid);
        const Money part = std::min(total, paid - gone);
        before -= gone;
        total -= part;
        add(tenders, kind, part, country);
    }
    return tenders;
}

} // namespace evertill
