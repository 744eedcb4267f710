#include "core/customer/ticket_customer.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

CustomerFacts readFacts(JsonFields &fields)
{
    CustomerFacts facts;
    facts.id = fields.uuid("id"_L1);
    for (const QJsonValue &group : fields.array("groups"_L1))
        facts.groups.append(group.toString());
    facts.purchases = fields.integer("purchases"_L1, 0);
    facts.through = {fields.integer("epoch"_L1, 0), fields.integer("seq"_L1, 0)};
    for (const QJsonValue &value : fields.array("uses"_L1)) {
        JsonFields use(value.toObject(), u"uses"_s);
        facts.uses[use.text("promotion"_L1)] = use.integer("times"_L1, 0);
        if (!use.ok())
            fields.fail(use.problem());
    }
    if (!facts.through.isPackable())
        fields.fail(u"epoch, seq: no position"_s);
    return facts;
}

} // namespace

void writeTicketCustomer(JsonWriter &writer, const TicketCustomer &customer)
{
    writer.beginObject().field("card", customer.card.reference);
    if (!customer.facts) {
        writer.field("last_four", customer.card.lastFour).endObject();
        return;
    }
    const CustomerFacts &facts = *customer.facts;
    writer.field("epoch", facts.through.epoch).key("groups").beginArray();
    for (const QString &group : facts.groups)
        writer.value(group);
    writer.endArray()
        .field("id", facts.id)
        .field("last_four", customer.card.lastFour)
        .field("purchases", facts.purchases)
        .field("seq", facts.through.seq)
        .key("uses")
        .beginArray();
    for (const auto &[promotion, times] : facts.uses)
        writer.beginObject().field("promotion", promotion).field("times", times).endObject();
    writer.endArray().endObject();
}

std::optional<TicketCustomer> readTicketCustomer(JsonFields &fields)
{
    if (!fields.has("customer"_L1))
        return std::nullopt;
    JsonFields one(fields.object("customer"_L1), u"customer"_s);
    TicketCustomer customer{{one.text("card"_L1), one.text("last_four"_L1)}, {}};
    if (one.has("id"_L1))
        customer.facts = readFacts(one);
    if (!isCustomerCard(customer.card))
        one.fail(u"card: no customer card's reference"_s);
    if (!one.ok())
        fields.fail(one.problem());
    return customer;
}

} // namespace evertill
