#include "core/returns/refund_tenders.h"

#include "core/payment/points.h"
#include "core/payment/settlement.h"

#include <algorithm>

namespace evertill {
namespace {

/// Every kind once: the customer's own money, then those that the shop names.
std::vector<TenderKind> kindsInOrder(const QStringList &order)
{
    std::vector<TenderKind> kinds;
    for (const TenderRule &rule : tenderRules())
        kinds.push_back(rule.kind);
    const auto rank = [&](TenderKind kind) {
        if (isCustomersOwn(kind))
            return qsizetype(-1);
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
    CustomerCard customer = {}; ///< of their own money
    std::int64_t points = 0;
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

/// \a part of the customer's own money \a paid, of which \a gone went back before.
void addOwn(std::vector<Tender> &tenders, const Paid &paid, Money gone, Money part)
{
    Tender own{paid.by.kind, part};
    own.customer = paid.customer;
    if (paid.points > 0) {
        own.points = pointsGivenBack(paid.points, paid.amount, gone, part);
        own.amount = Money::minor(paid.amount.minor() / paid.points * own.points, part.currency());
    }
    if (own.amount.isPositive())
        tenders.push_back(own);
}

/// What was paid for \a receipt, in the shop's order: the customer's own money and gift cards one by one,
/// each other kind as a whole.
std::vector<Paid> paidInOrder(
    const ReturnableReceipt &receipt, const QStringList &order, const VoucherBack &vouchers)
{
    const TenderSums sums = paidSums(receipt);
    std::vector<Paid> paid;
    for (const TenderKind kind : kindsInOrder(order)) {
        if (kind != TenderKind::GiftCard && !isCustomersOwn(kind)) {
            paid.push_back({backOf(kind, vouchers), sums.of(kind)});
            continue;
        }
        for (const Tender &tender : receipt.tenders)
            if (tender.kind == kind)
                paid.push_back({{kind, tender.giftCard}, tender.amount, tender.customer, tender.points});
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
    TenderSums sums = sumsOf({}, receipt.currency);
    for (const TenderKind kind : {TenderKind::Points, TenderKind::OnAccount, TenderKind::GiftCard,
             TenderKind::Voucher, TenderKind::Card}) {
        sums.of(kind) = std::min(given.of(kind), worth);
        worth -= sums.of(kind);
    }
    sums.cash = worth;
    return sums;
}

std::vector<Tender> refundBy(const RefundTo &to, Money total, QStringView country)
{
    std::vector<Tender> tenders;
    add(tenders, to, total, country);
    return tenders;
}

std::vector<Tender> refund(const ReturnableReceipt &receipt, Money total, const std::optional<RefundTo> &to,
    const QStringList &order, QStringView country, const VoucherBack &vouchers)
{
    Money before = Money::zero(receipt.currency);
    for (const ReturnableLine &line : receipt.lines)
        if (!line.isLoad)
            before += line.gross - line.leftGross;
    std::vector<Tender> tenders;
    std::vector<Paid> parts;
    for (const Paid &paid : paidInOrder(receipt, order, vouchers)) {
        if (to && !isCustomersOwn(paid.by.kind))
            continue;
        const Money gone = std::min(before, paid.amount);
        const Money part = std::min(total, paid.amount - gone);
        before -= gone;
        total -= part;
        if (isCustomersOwn(paid.by.kind))
            addOwn(tenders, paid, gone, part);
        else
            add(parts, paid.by, part);
    }
    if (to)
        add(parts, *to, total);
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
