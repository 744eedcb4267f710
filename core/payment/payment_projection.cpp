#include "core/payment/payment_projection.h"

#include "core/payment/payment_event.h"

namespace evertill {
namespace {

constexpr char kInsert[] =
    "INSERT INTO card_payment(position,attempt,cart,amount,currency,state,approval,at) "
    "VALUES(?,?,?,?,?,?,?,?)";
constexpr char kAnswer[] =
    "UPDATE card_payment SET state=?1,approval=CASE ?2 WHEN '' THEN approval ELSE ?2 END WHERE attempt=?3 "
    "AND (state IN (1,4) OR (?1=5 AND state=2))";
constexpr char kSettle[] = "UPDATE card_payment SET state=6 WHERE attempt=?";

} // namespace

void projectAttempt(const Event &event, const CardAttempt &attempt, Database &database)
{
    database.statement(kInsert)
        .with(event.position.packed(), attempt.id, attempt.cart, attempt.amount.minor(),
            attempt.amount.currency().code(), int(CardState::Attempted), QString(), attempt.at.us)
        .run();
}

void projectAnswer(PaymentId attempt, CardState state, const QString &approval, Database &database)
{
    database.statement(kAnswer).with(int(state), approval, attempt).run();
}

void projectSettled(PaymentId attempt, Database &database)
{
    database.statement(kSettle).with(attempt).run();
}

Result<> replayPayment(const Event &event, Database &database)
{
    if (event.kind == "payment.attempted") {
        const auto attempt = attemptFrom(event);
        if (!attempt)
            return tl::unexpected(attempt.error());
        projectAttempt(event, *attempt, database);
        return {};
    }
    const auto answer = answerFrom(event);
    if (!answer)
        return tl::unexpected(answer.error());
    projectAnswer(answer->attempt, answer->state, answer->approval, database);
    return {};
}

} // namespace evertill
