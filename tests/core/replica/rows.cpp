#include "tests/core/replica/rows.h"

using namespace Qt::StringLiterals;

namespace evertill::test {

OrderRow order()
{
    OrderRow row;
    row.order = *Uuid::fromText("0190a0b1-c2d3-7456-89ab-cdef01234567");
    row.number = u"W-1001"_s;
    row.state = OrderState::Picking;
    row.placedAt = {1'700'000'000'000'000};
    row.promisedAt = {1'700'000'900'000'000};
    row.customer = u"Zoë Ångström"_s;
    row.code = u"K7QX42"_s;
    row.currency = *Currency::fromCode(u"EUR");
    row.total = 1299;
    row.lines = {{1, u"A"_s, u"Crème"_s, Quantity::pieces(2), {}, 1000},
        {2, u"B"_s, u"Käse"_s, Quantity::thousandths(340), Quantity::thousandths(340), 299}};
    return row;
}

ReceiptRow receipt()
{
    ReceiptRow row;
    row.receipt = u"BER1T2-1-7"_s;
    row.sale = *Uuid::fromText("0190a0b1-c2d3-7456-89ab-cdef01234568");
    row.till = u"BER1T2"_s;
    row.at = {1'700'000'000'000'001};
    row.currency = *Currency::fromCode(u"EUR");
    row.total = 238;
    row.lines = {{1, u"A"_s, u"Tea"_s, u"ea"_s, Quantity::pieces(2), 119, 238, 200, 38, u"standard"_s,
        Percentage::partsPerMillion(190'000), Quantity::pieces(1), 119}};
    row.tenders = {{u"cash"_s, 100, {}, {}},
        {u"card"_s, 138, u"A-77"_s, Uuid::fromText("0190a0b1-c2d3-7456-89ab-cdef01234569")}};
    return row;
}

FeedChange put(Entity entity, const QString &id, const FeedRow &row, Position through)
{
    return {FeedChange::Put, entity, id, through, row};
}

FeedChange put(const ProductRow &row) { return put(Entity::Product, row.sku, row); }

FeedChange put(const TaxRow &row) { return put(Entity::Tax, row.code, row); }

FeedChange drop(Entity entity, const QString &id) { return {FeedChange::Drop, entity, id, {}, {}}; }

FeedPage page(std::vector<FeedChange> changes, const QByteArray &cursor, Position included)
{
    return {std::move(changes), cursor, included, false};
}

} // namespace evertill::test
