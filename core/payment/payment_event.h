#pragma once

#include "core/payment/card_payments.h"

namespace evertill {

/// The fact payment.attempted, version 1.
[[nodiscard]] Fact paymentAttempted(const CardAttempt &attempt, QDate businessDate);
/// The fact that \a attempt came to \a state: payment.approved, .declined, .unknown or .voided.
[[nodiscard]] Fact paymentAnswered(
    PaymentId attempt, CardState state, const QString &approval, QDate businessDate);

/// What an answer says.
struct CardAnswer {
    PaymentId attempt;
    CardState state = CardState::Unknown;
    QString approval;
};

// Each refuses BadInput{problem} where the payload is not what the contract says.
[[nodiscard]] Result<CardAttempt> attemptFrom(const Event &event);
[[nodiscard]] Result<CardAnswer> answerFrom(const Event &event);

} // namespace evertill
