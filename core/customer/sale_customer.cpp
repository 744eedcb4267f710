#include "core/customer/sale_customer.h"

using namespace Qt::StringLiterals;

namespace evertill {

void writeSaleCustomer(JsonWriter &writer, const std::optional<SaleCustomer> &customer)
{
    if (!customer)
        return;
    writer.key("customer").beginObject().field("card", customer->card.reference);
    if (!customer->id.isNull())
        writer.field("id", customer->id);
    writer.field("last_four", customer->card.lastFour);
    if (customer->points != 0)
        writer.field("points", customer->points);
    writer.endObject();
}

std::optional<SaleCustomer> readSaleCustomer(JsonFields &fields)
{
    if (!fields.has("customer"_L1))
        return std::nullopt;
    JsonFields one(fields.object("customer"_L1), u"customer"_s);
    SaleCustomer customer{{one.text("card"_L1), one.text("last_four"_L1)}};
    if (one.has("id"_L1))
        customer.id = one.uuid("id"_L1);
    if (one.has("points"_L1))
        customer.points = one.integer("points"_L1, 0);
    if (!isCustomerCard(customer.card))
        one.fail(u"card: no customer card's reference"_s);
    if (!one.ok())
        fields.fail(one.problem());
    return customer;
}

} // namespace evertill
