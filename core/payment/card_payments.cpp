#include "core/payment/card_payments.h"

#include "core/payment/payment_event.h"
#include "core/payment/payment_projection.h"
#include "core/till/current_shift.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

#define EVERTILL_CARD_COLUMNS "SELECT attempt,cart,amount,currency,state,approval,at FROM card_payment "
constexpr char kFind[] = EVERTILL_CARD_COLUMNS "WHERE attempt=?";
constexpr char kOpen[] = EVERTILL_CARD_COLUMNS "WHERE state IN (1,2,4) ORDER BY position";
constexpr char kOpenOfCart[] = EVERTILL_CARD_COLUMNS "WHERE cart=? AND state IN (1,2,4) ORDER BY position";
#undef EVERTILL_CARD_COLUMNS

CardAttempt attemptOf(const Statement &row)
{
    CardAttempt attempt;
    attempt.id = PaymentId(row.uuid(0));
    attempt.cart = SaleId(row.uuid(1));
    attempt.amount = Money::minor(row.integer(2), Currency::fromCode(row.text(3)).value_or(Currency()));
    attempt.state = CardState(row.integer(4));
    attempt.approval = row.text(5);
    attempt.at = {row.integer(6)};
    return attempt;
}

bool waits(CardState state) { return state == CardState::Attempted || state == CardState::Unknown; }

QVariantMap naming(PaymentId attempt) { return {{u"attempt"_s, QString::fromLatin1(attempt.toLatin1())}}; }

Tender tenderOf(const CardAttempt &attempt, const QString &approval)
{
    return {TenderKind::Card, attempt.amount, approval, attempt.id};
}

/// Money moves between shifts too: a card is settled in the morning that was asked at night. Such a fact
/// bears the calendar's day.
QDate businessDate(Ledger &ledger, Instant now)
{
    const auto shift = currentShift(ledger.database());
    return shift ? shift->businessDate : ledger.clock().localDate(now);
}

bool mayFollow(CardState from, CardState to)
{
    return to == CardState::Voided ? from == CardState::Approved : waits(from) && from != to;
}

Result<> answer(Ledger &ledger, PaymentId id, CardState state, const QString &approval)
{
    return ledger.transact([&](Ledger::Transaction &tx) -> Result<> {
        const auto attempt = cardAttempt(tx.database(), id);
        if (!attempt || !mayFollow(attempt->state, state))
            return refuse(Code::UnknownPayment, naming(id));
        tx.append(paymentAnswered(id, state, approval, businessDate(ledger, tx.now())));
        projectAnswer(id, state, approval, tx.database());
        return {};
    });
}

} // namespace

std::optional<CardAttempt> cardAttempt(Database &database, PaymentId attempt)
{
    auto query = database.statement(kFind);
    query.with(attempt);
    return query.next() ? std::optional(attemptOf(query)) : std::nullopt;
}

std::vector<CardAttempt> openAttempts(Database &database)
{
    std::vector<CardAttempt> attempts;
    auto query = database.statement(kOpen);
    while (query.next())
        attempts.push_back(attemptOf(query));
    return attempts;
}

Result<> noOpenMoney(Database &database, SaleId cart, std::span<const Tender> tenders)
{
    auto query = database.statement(kOpenOfCart);
    query.with(cart);
    while (query.next()) {
        const CardAttempt attempt = attemptOf(query);
        const bool isTendered = std::any_of(tenders.begin(), tenders.end(),
            [&](const Tender &tender) { return tender.attempt == attempt.id; });
        if (waits(attempt.state) || !isTendered)
            return refuse(Code::PaymentOpen, naming(attempt.id));
    }
    return {};
}

Result<PaymentId> CardPayments::attempt(SaleId cart, Money amount)
{
    if (!amount.isPositive())
        return refuse(Code::BadAmount, {{u"minor"_s, qint64(amount.minor())}});
    return m_ledger.transact([&](Ledger::Transaction &tx) -> Result<PaymentId> {
        const auto shift = currentShift(tx.database());
        if (!shift)
            return refuse(Code::ShiftClosed);
        if (amount.currency() != shift->currency)
            return refuse(Code::BadAmount, {{u"minor"_s, qint64(amount.minor())}});
        for (const CardAttempt &open : openAttempts(tx.database()))
            if (open.cart == cart && waits(open.state))
                return refuse(Code::PaymentOpen, naming(open.id));
        CardAttempt attempt;
        attempt.id = PaymentId(tx.newId());
        attempt.cart = cart;
        attempt.amount = amount;
        attempt.at = tx.now();
        const Event event = tx.append(paymentAttempted(attempt, shift->businessDate));
        projectAttempt(event, attempt, tx.database());
        return attempt.id;
    });
}

Result<Tender> CardPayments::approve(PaymentId id, const QString &approval)
{
    const auto known = cardAttempt(m_ledger.database(), id);
    if (known && known->state == CardState::Approved && known->approval == approval)
        return tenderOf(*known, approval);
    if (auto answered = answer(m_ledger, id, CardState::Approved, approval); !answered)
        return tl::unexpected(answered.error());
    return tenderOf(*known, approval);
}

Result<> CardPayments::decline(PaymentId attempt)
{
    return answer(m_ledger, attempt, CardState::Declined, {});
}

Result<> CardPayments::markUnknown(PaymentId attempt)
{
    return answer(m_ledger, attempt, CardState::Unknown, {});
}

Result<> CardPayments::voidApproved(PaymentId attempt)
{
    return answer(m_ledger, attempt, CardState::Voided, {});
}

} // namespace evertill
