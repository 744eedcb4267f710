#pragma once

#include "core/journal/event.h"
#include "core/payment/card_payments.h"

namespace evertill {

/// Tables that follow from payment.* events: card_payment.
void projectAttempt(const Event &event, const CardAttempt &attempt, Database &database);
/// Changes an attempt that waits, or voids an approved one; any other has had its answer already. (A till that
/// went on from a backup asks again what the OMS knows the answer of.)
void projectAnswer(PaymentId attempt, CardState state, const QString &approval, Database &database);
/// A sale took the money of \a attempt; part of the projection of sale.completed.
void projectSettled(PaymentId attempt, Database &database);
/// Decodes \a event, a payment.* one, and projects it. Refuses BadInput where its payload is not what the
/// contract says.
[[nodiscard]] Result<> replayPayment(const Event &event, Database &database);

} // namespace evertill
