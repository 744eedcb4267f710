#include "sync/live/customer_answers.h"

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

} // namespace evertill
