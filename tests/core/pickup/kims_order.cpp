#include "tests/core/pickup/kims_order.h"

using namespace Qt::StringLiterals;

namespace evertill {

const QString kOrder = u"019a7000-0000-7000-8000-0000000000aa"_s;

OrderRow kimsOrder(OrderState state, Quantity rejectedMugs)
{
    OrderRow row;
    row.order = *Uuid::fromText(kOrder.toLatin1());
    row.number = u"W-1001"_s;
    row.state = state;
    row.placedAt = {1'795'262'400'000'000};
    row.promisedAt = {1'795'266'000'000'000};
    row.customer = u"Kim Berger"_s;
    row.code = u"7KQ4"_s;
    row.currency = *Currency::fromCode(u"EUR");
    row.total = 1427;
    row.lines = {{1, u"MUG"_s, u"Mug"_s, Quantity::pieces(3), rejectedMugs, 750},
        {2, u"CHEESE"_s, u"Cheese"_s, Quantity::thousandths(340), {}, 677}};
    return row;
}

} // namespace evertill
