#pragma once

#include "core/journal/ledger.h"
#include "core/payment/tender.h"

namespace evertill {

/// Where an attempt to charge a card stands. Attempted and Unknown wait for an answer; Approved money waits
/// for its sale.
enum class CardState { Attempted = 1, Approved, Declined, Unknown, Voided, Settled };

/// Whether such an attempt waits for an answer, or its approved money for a sale.
[[nodiscard]] constexpr bool isUnsettled(CardState state)
{
    return state == CardState::Attempted || state == CardState::Unknown || state == CardState::Approved;
}

struct CardAttempt {
    PaymentId id;
    SaleId cart; ///< the id that the sale will have
    Money amount;
    CardState state = CardState::Attempted;
    QString approval;
    Instant at;

    friend bool operator==(const CardAttempt &, const CardAttempt &) = default;
};

/// Charging a card on a terminal of its own, whose approval code the cashier reads off it. Each step is a
/// fact, durable when it returns, so that a power cut between the terminal's yes and the receipt loses no
/// money. Ledger thread.
class CardPayments final {
public:
    explicit CardPayments(Ledger &ledger) : m_ledger(ledger) { }

    /// To be called before the terminal is asked. Refuses BadAmount (≤ 0), ShiftClosed, and PaymentOpen while
    /// another attempt of the same cart waits for its answer.
    [[nodiscard]] Result<PaymentId> attempt(SaleId cart, Money amount);
    /// The terminal took the money: the tender to add to the cart. Approving again with the same code gives
    /// the same tender. Refuses UnknownPayment where no such attempt waits.
    [[nodiscard]] Result<Tender> approve(PaymentId attempt, const QString &approval);
    /// The terminal said no, or the shopper changed their mind before it was asked. Refuses UnknownPayment.
    [[nodiscard]] Result<> decline(PaymentId attempt);
    /// No answer came. The cart can't be dropped until this is settled by approve() or decline(). Refuses
    /// UnknownPayment.
    [[nodiscard]] Result<> markUnknown(PaymentId attempt);
    /// Approved money went back to the card. Refuses UnknownPayment where the money is not approved, or is in
    /// a sale already.
    [[nodiscard]] Result<> voidApproved(PaymentId attempt);

private:
    Ledger &m_ledger;
};

[[nodiscard]] std::optional<CardAttempt> cardAttempt(Database &database, PaymentId attempt);
/// Attempts without an answer, and approved money that no sale has taken, oldest first: to be settled at
/// start.
[[nodiscard]] std::vector<CardAttempt> openAttempts(Database &database);
/// Refuses PaymentOpen where \a cart has an open attempt or approved money outside \a tenders.
[[nodiscard]] Result<> noOpenMoney(Database &database, SaleId cart, std::span<const Tender> tenders = {});

} // namespace evertill
