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

struct Paid {
    RefundTo by;
    Money amount;
};

/// Where what \a kind paid goes back to.
RefundTo backOf(TenderKind kind, const VoucherBack &vouchers)
{
    if (kind != TenderKind::Voucher)
        return {kind};
    return vouchers.asCash ? RefundTo(TenderKind::Cash) : RefundTo(TenderKind::GiftCard, vouchers.credit);
}

void add(std::vector<Paid> &parts, const RefundTo &to, Money amount)
{
    const auto same = std::find_if(parts.begin(), parts.end(), [&](const Paid &one) { return one.by == to; });
    if (same != parts.end())
        same->amount += amount;
    else
        parts.push_back({to, amount});
}

void add(std::vector<Tender> &tenders, const RefundTo &to, Money amount, QStringView country)
{
    const Money due = to.kind == TenderKind::Cash ? cashDue(amount, country) : amount;
    if (due.isPositive())
        tenders.push_back({to.kind, due, {}, {}, to.giftCard});
}

/// What was paid for \a receipt, in the shop's order: gift cards one by one, each other kind as a whole.
std::vector<Paid> paidInOrder(
    const ReturnableReceipt &receipt, const QStringList &order, const VoucherBack &vouchers)
{
    const TenderSums sums = paidSums(receipt);
    std::vector<Paid> paid;
    for (const TenderKind kind : kindsInOrder(order)) {
        if (kind != TenderKind::GiftCard) {
            paid.push_back({backOf(kind, vouchers), sums.of(kind)});
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
    const Money voucher = std::min(given.voucher, worth - giftCard);
    const Money card = std::min(given.card, worth - giftCard - voucher);
    return {worth - giftCard - voucher - card, card, giftCard, voucher, Money::zero(receipt.currency)};
}

std::vector<Tender> refundBy(const RefundTo &to, Money total, QStringView country)
{
    std::vector<Tender> tenders;
    add(tenders, to, total, country);
    return tenders;
}

std::vector<Tender> refundAsPaid(const ReturnableReceipt &receipt, Money total, const QStringList &order,
    QStringView country, const VoucherBack &vouchers)
{
    Money before = Money::zero(receipt.currency);
    for (const ReturnableLine &line : receipt.lines)
        if (!line.isLoad)
            before += line.gross - line.leftGross;
    std::vector<Paid> parts;
    for (const Paid &paid : paidInOrder(receipt, order, vouchers)) {
        const Money gone = std::min(before, paid.amount);
        const Money part = std::min(total, paid.amount - gone);
        before -= gone;
        total -= part;
        add(parts, paid.by, part);
    }
    std::vector<Tender> tenders;
    for (const Paid &part : parts)
        add(tenders, part.by, part.amount, country);
    return tenders;
}

bool lacksGiftCard(std::span<const Tender> tenders)
{
    return std::any_of(tenders.begin(), tenders.end(),
        [](const Tender &tender) { return tender.kind == TenderKind::GiftCard && tender.giftCard.isNull(); });
}

} // namespace evertill
