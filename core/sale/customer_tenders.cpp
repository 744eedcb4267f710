#include "core/sale/customer_tenders.h"

#include "core/sale/receipt_book.h"

#include <set>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

std::int64_t limitOf(const CustomerRules &rules, TenderKind kind)
{
    return kind == TenderKind::Points ? rules.points.offlineLimit : rules.account.offlineLimit;
}

/// Money of \a kind that this customer may pay with at all.
bool canBe(const Tender &tender, const Cart &cart, const CustomerRules &rules)
{
    const bool isTheirs =
        cart.customer && cart.customer->card == tender.customer && isCustomerCard(tender.customer);
    if (!isTheirs || !rules.areKnown || tender.amount.currency() != cart.currency)
        return false;
    if (tender.kind == TenderKind::OnAccount)
        return rules.account.areKept && tender.points == 0;
    const std::int64_t worth = rules.points.worth;
    return worth > 0 && tender.points > 0 && tender.amount.minor() % worth == 0
        && tender.amount.minor() / worth == tender.points;
}

} // namespace

Money leftUnasked(
    Database &ledger, const Cart &cart, ShiftId shift, const CustomerRules &rules, TenderKind kind)
{
    const Money zero = Money::zero(cart.currency);
    if (!cart.customer)
        return zero;
    Money left = Money::minor(limitOf(rules, kind), cart.currency)
        - ReceiptBook(ledger).paidOffline(kind, cart.customer->card.reference, shift, cart.currency);
    for (const Tender &tender : cart.tenders)
        if (tender.kind == kind && tender.hold.isNull())
            left -= tender.amount;
    return std::max(zero, left);
}

Result<> checkCustomerTenders(Database &ledger, const Cart &cart, ShiftId shift, const CustomerRules &rules)
{
    std::set<Uuid> holds;
    bool isAnyUnasked = false;
    for (const Tender &tender : cart.tenders) {
        if (!isCustomersOwn(tender.kind))
            continue;
        const Code none = tender.kind == TenderKind::Points ? Code::NoPoints : Code::NoCredit;
        const bool isRepeated = !tender.hold.isNull() && !holds.insert(tender.hold).second;
        if (!canBe(tender, cart, rules) || isRepeated)
            return refuse(none, {{u"card"_s, tender.customer.lastFour}});
        isAnyUnasked = isAnyUnasked || tender.hold.isNull();
    }
    if (!isAnyUnasked)
        return {};
    Cart unpaid = cart;
    unpaid.tenders.clear();
    for (const TenderKind kind : {TenderKind::Points, TenderKind::OnAccount}) {
        Money unasked = Money::zero(cart.currency);
        for (const Tender &tender : cart.tenders)
            if (tender.kind == kind && tender.hold.isNull())
                unasked += tender.amount;
        const Money left = leftUnasked(ledger, unpaid, shift, rules, kind);
        if (left < unasked)
            return refuse(kind == TenderKind::Points ? Code::PointsOffline : Code::CreditOffline,
                {{u"card"_s, cart.customer->card.lastFour}, {u"left"_s, qint64(left.minor())}});
    }
    return {};
}

} // namespace evertill
