#include "core/payment/payment_event.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

const char *kindOf(CardState state)
{
    switch (state) {
    case CardState::Approved:
        return "payment.approved";
    case CardState::Declined:
        return "payment.declined";
    case CardState::Unknown:
        return "payment.unknown";
    case CardState::Voided:
        return "payment.voided";
    case CardState::Attempted:
    case CardState::Settled:
        break;
    }
    qFatal("no answer of a card terminal leads to this state");
}

} // namespace

Fact paymentAttempted(const CardAttempt &attempt, QDate businessDate)
{
    const QByteArray payload = JsonWriter()
                                   .beginObject()
                                   .field("amount", attempt.amount.minor())
                                   .field("attempt", attempt.id)
                                   .field("cart", attempt.cart)
                                   .field("currency", attempt.amount.currency().code())
                                   .key("kind")
                                   .utf8("card")
                                   .endObject()
                                   .take();
    return {"payment.attempted", 1, attempt.id.toLatin1(), businessDate, payload};
}

Fact paymentAnswered(PaymentId attempt, CardState state, const QString &approval, QDate businessDate)
{
    JsonWriter writer;
    writer.beginObject();
    if (state == CardState::Approved)
        writer.field("approval", approval);
    writer.field("attempt", attempt).endObject();
    return {kindOf(state), 1, attempt.toLatin1(), businessDate, writer.take()};
}

Result<CardAttempt> attemptFrom(const Event &event)
{
    JsonFields fields(QJsonDocument::fromJson(event.payload).object());
    CardAttempt attempt;
    attempt.id = PaymentId(fields.uuid("attempt"_L1));
    attempt.cart = SaleId(fields.uuid("cart"_L1));
    const auto currency = Currency::fromCode(fields.text("currency"_L1));
    if (!currency)
        fields.fail(u"currency: unknown"_s);
    attempt.amount = Money::minor(fields.integer("amount"_L1, 1), currency.value_or(Currency()));
    if (fields.text("kind"_L1) != u"card"_s)
        fields.fail(u"kind: not card"_s);
    attempt.at = event.at;
    if (!fields.ok())
        return refuse(Code::BadInput, {{u"problem"_s, fields.problem()}});
    return attempt;
}

Result<CardAnswer> answerFrom(const Event &event)
{
    JsonFields fields(QJsonDocument::fromJson(event.payload).object());
    CardAnswer answer;
    answer.attempt = PaymentId(fields.uuid("attempt"_L1));
    if (event.kind == "payment.approved") {
        answer.state = CardState::Approved;
        answer.approval = fields.text("approval"_L1);
    } else if (event.kind == "payment.declined") {
        answer.state = CardState::Declined;
    } else if (event.kind == "payment.voided") {
        answer.state = CardState::Voided;
    } else if (event.kind != "payment.unknown") {
        fields.fail(u"kind: no answer of a card terminal"_s);
    }
    if (!fields.ok())
        return refuse(Code::BadInput, {{u"problem"_s, fields.problem()}});
    return answer;
}

} // namespace evertill
