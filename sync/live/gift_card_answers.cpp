#include "sync/live/gift_card_answers.h"

#include "core/base/json_writer.h"
#include "sync/oms/json_body.h"

using namespace Qt::StringLiterals;

namespace evertill {

QByteArray encodeHoldRequest(const Uuid &hold, SaleId cart, Money amount)
{
    return JsonWriter()
        .beginObject()
        .field("amount", amount.minor())
        .field("cart", cart)
        .field("currency", amount.currency().code())
        .field("hold", hold)
        .endObject()
        .take();
}

Result<GiftCardHold> decodeHold(const QByteArray &body, const Uuid &hold, Money asked)
{
    const auto object = objectOf(body);
    if (!object)
        return tl::unexpected(object.error());
    JsonFields fields(*object);
    const Currency currency = asked.currency();
    GiftCardHold kept;
    kept.held = Money::minor(fields.integer("amount"_L1, 1), currency);
    kept.left = Money::minor(fields.integer("left"_L1, 0), currency);
    kept.expiresAt = {fields.integer("expires_at"_L1, 0)};
    if (fields.uuid("hold"_L1) != hold)
        fields.fail(u"hold: another one than was asked for"_s);
    if (kept.held > asked)
        fields.fail(u"amount: more than was asked for"_s);
    if (!fields.ok())
        return badAnswer(fields.problem());
    return kept;
}

Result<Money> decodeBalance(const QByteArray &body, Currency currency)
{
    const auto object = objectOf(body);
    if (!object)
        return tl::unexpected(object.error());
    JsonFields fields(*object);
    const Money balance = Money::minor(fields.integer("balance"_L1, 0), currency);
    if (fields.text("currency"_L1) != currency.code())
        fields.fail(u"currency: not the till's"_s);
    if (!fields.ok())
        return badAnswer(fields.problem());
    return balance;
}

} // namespace evertill
