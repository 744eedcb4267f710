#include "sync/oms/feed_change.h"

#include "sync/oms/json_body.h"
#include "sync/oms/rows/feed_rows.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

std::optional<Entity> entityCalled(const QString &name)
{
    if (name == "product"_L1)
        return Entity::Product;
    if (name == "stock"_L1)
        return Entity::Stock;
    if (name == "order"_L1)
        return Entity::Order;
    if (name == "receipt"_L1)
        return Entity::Receipt;
    if (name == "tax"_L1)
        return Entity::Tax;
    if (name == "task"_L1)
        return Entity::Task;
    if (name == "promotion"_L1)
        return Entity::Promotion;
    if (name == "price_list"_L1)
        return Entity::PriceList;
    if (name == "exchange_rate"_L1)
        return Entity::ExchangeRate;
    return std::nullopt;
}

bool countsEvents(Entity entity)
{
    return entity != Entity::Tax && entity != Entity::Product && entity != Entity::PriceList
        && entity != Entity::ExchangeRate;
}

/// The row, and the id that it has by itself.
struct Keyed {
    FeedRow row;
    QString id;
};

Keyed rowOf(Entity entity, JsonFields &fields)
{
    switch (entity) {
    case Entity::Tax: {
        TaxRow row = taxRow(fields);
        const QString id = row.code;
        return {std::move(row), id};
    }
    case Entity::Product: {
        ProductRow row = productRow(fields);
        const QString id = row.sku;
        return {std::move(row), id};
    }
    case Entity::Stock: {
        StockRow row = stockRow(fields);
        const QString id = row.sku;
        return {std::move(row), id};
    }
    case Entity::Order: {
        OrderRow row = orderRow(fields);
        const QString id = row.order.toString();
        return {std::move(row), id};
    }
    case Entity::Receipt: {
        ReceiptRow row = receiptRow(fields);
        const QString id = row.receipt;
        return {std::move(row), id};
    }
    case Entity::Task: {
        TaskRow row = taskRow(fields);
        const QString id = row.task;
        return {std::move(row), id};
    }
    case Entity::PriceList: {
        PriceListRow row = priceListRow(fields);
        const QString id = row.priceList;
        return {std::move(row), id};
    }
    case Entity::ExchangeRate: {
        ExchangeRateRow row = exchangeRateRow(fields);
        const QString id = row.exchangeRate;
        return {std::move(row), id};
    }
    case Entity::Promotion:
        break;
    }
    PromotionRow row = promotionRow(fields);
    const QString id = row.promotion;
    return {std::move(row), id};
}

} // namespace

Result<std::optional<FeedChange>> decodeChange(const QJsonObject &object)
{
    JsonFields fields(object);
    const QString op = fields.text("op"_L1);
    const QString name = fields.text("entity"_L1);
    FeedChange change;
    change.id = fields.text("id"_L1);
    if (fields.ok() && op != "put"_L1 && op != "drop"_L1)
        fields.fail(u"op: neither put nor drop"_s);
    if (!fields.ok())
        return badAnswer(fields.problem());
    const auto entity = entityCalled(name);
    if (!entity)
        return std::optional<FeedChange>();
    change.entity = *entity;
    change.op = op == "put"_L1 ? FeedChange::Put : FeedChange::Drop;
    if (countsEvents(*entity) && (change.op == FeedChange::Put || fields.has("through"_L1))) {
        JsonFields through(fields.object("through"_L1), u"through"_s);
        change.through = positionIn(through);
        if (!through.ok())
            return badAnswer(through.problem());
    }
    if (change.op == FeedChange::Drop)
        return std::optional(std::move(change));
    JsonFields row(fields.object("row"_L1), name);
    Keyed keyed = rowOf(*entity, row);
    if (row.ok() && fields.ok() && keyed.id != change.id)
        row.fail(u"id: not its row's"_s);
    if (!fields.ok() || !row.ok())
        return badAnswer(fields.ok() ? row.problem() : fields.problem());
    change.row = std::move(keyed.row);
    return std::optional(std::move(change));
}

} // namespace evertill
