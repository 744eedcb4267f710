#include "core/sale/price/line_price_list.h"

using namespace Qt::StringLiterals;

namespace evertill {

void writeLinePriceList(JsonWriter &writer, const std::optional<LinePriceList> &list)
{
    if (!list)
        return;
    writer.key("price_list")
        .beginObject()
        .field("from", list->from.thousandths())
        .field("list", list->list)
        .field("was", list->was.minor())
        .endObject();
}

std::optional<LinePriceList> readLinePriceList(JsonFields &fields, Currency currency)
{
    if (!fields.has("price_list"_L1))
        return std::nullopt;
    JsonFields own(fields.object("price_list"_L1), u"price_list"_s);
    LinePriceList list{own.text("list"_L1), Quantity::thousandths(own.integer("from"_L1, 0)),
        Money::minor(own.integer("was"_L1, 0), currency)};
    if (!own.ok())
        fields.fail(own.problem());
    else if (list.list.isEmpty())
        fields.fail(u"price_list.list: empty"_s);
    return list;
}

} // namespace evertill
