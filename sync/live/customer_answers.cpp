#include "sync/live/customer_answers.h"

#include "core/base/json_writer.h"
#include "sync/oms/json_body.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

CustomerFacts factsIn(JsonFields &fields)
{
    CustomerFacts facts;
    facts.id = fields.uuid("customer"_L1);
    for (const QJsonValue &group : fields.array("groups"_L1)) {
        if (!group.isString())
            fields.fail(u"groups: not a list of texts"_s);
        facts.groups.append(group.toString());
    }
    facts.purchases = fields.integer("purchases"_L1, 0);
    for (const QJsonValue &value : fields.array("uses"_L1)) {
        JsonFields use(value.toObject(), u"uses"_s);
        facts.uses[use.text("promotion"_L1)] = use.integer("times"_L1, 0);
        if (!use.ok())
            fields.fail(use.problem());
    }
    JsonFields through(fields.object("through"_L1), u"through"_s);
    facts.through = {through.integer("epoch"_L1, 0), through.integer("seq"_L1, 0)};
    if (!through.ok() || !facts.through.isPackable())
        fields.fail(u"through: no position"_s);
    return facts;
}

} // namespace

Result<KnownCustomer> decodeCustomer(const QByteArray &body, Currency currency)
{
    constexpr qsizetype kLongestName = 200;
    const auto object = objectOf(body);
    if (!object)
        return tl::unexpected(object.error());
    JsonFields fields(*object);
    KnownCustomer customer;
    customer.facts = factsIn(fields);
    customer.name = fields.text("name"_L1).left(kLongestName);
    customer.points = fields.integer("points"_L1, 0);
    if (fields.has("on_account_left"_L1))
        customer.onAccount = Money::minor(fields.integer("on_account_left"_L1, 0), currency);
    if (fields.text("currency"_L1) != currency.code())
        fields.fail(u"currency: not the till's"_s);
    if (!fields.ok())
        return badAnswer(fields.problem());
    return customer;
}

QByteArray encodePurseRequest(Purse purse, const Uuid &hold, SaleId cart, const PurseWish &wish)
{
    JsonWriter writer;
    writer.beginObject();
    if (purse == Purse::Account)
        writer.field("amount", wish.units);
    writer.field("cart", cart);
    if (purse == Purse::Account)
        writer.field("currency", wish.currency.code());
    writer.field("hold", hold);
    if (purse == Purse::Points)
        writer.field("points", wish.units);
    return writer.endObject().take();
}

Result<PurseHold> decodePurseHold(const QByteArray &body, Purse purse, const Uuid &hold, std::int64_t asked)
{
    const auto object = objectOf(body);
    if (!object)
        return tl::unexpected(object.error());
    JsonFields fields(*object);
    const PurseHold kept{fields.integer(purse == Purse::Points ? "points"_L1 : "amount"_L1, 1)};
    // No till asks what is left, or how long it is kept; an answer that says it wrongly is none.
    for (const auto name : {"left"_L1, "expires_at"_L1})
        (void)fields.integer(name, 0);
    if (fields.uuid("hold"_L1) != hold)
        fields.fail(u"hold: another one than was asked for"_s);
    if (kept.held > asked)
        fields.fail(u"more is kept than was asked for"_s);
    if (!fields.ok())
        return badAnswer(fields.problem());
    return kept;
}

} // namespace evertill
