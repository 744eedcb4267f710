#include "core/stock/stock_adjustment.h"

#include "core/base/json_fields.h"
#include "core/base/json_writer.h"
#include "core/stock/movements.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace evertill {

Fact stockAdjusted(const StockAdjustment &adjustment, QDate businessDate)
{
    const QByteArray payload = JsonWriter()
                                   .beginObject()
                                   .field("quantity", adjustment.quantity.thousandths())
                                   .field("reason", adjustment.reason)
                                   .field("sku", adjustment.sku)
                                   .endObject()
                                   .take();
    return {"stock.adjusted", 1, adjustment.sku.toUtf8(), businessDate, payload};
}

Result<StockAdjustment> stockAdjustmentFrom(const Event &event)
{
    JsonFields fields(QJsonDocument::fromJson(event.payload).object());
    StockAdjustment adjustment;
    adjustment.sku = fields.text("sku"_L1);
    adjustment.quantity = Quantity::thousandths(fields.integer("quantity"_L1));
    adjustment.reason = fields.text("reason"_L1);
    if (event.kind != "stock.adjusted" || event.version != 1)
        fields.fail(u"not a stock.adjusted of version 1"_s);
    if (!fields.ok())
        return refuse(Code::BadInput, {{u"problem"_s, fields.problem()}});
    return adjustment;
}

void project(const Event &event, const StockAdjustment &adjustment, Database &database)
{
    moveStock(database, event.position, 1, adjustment.sku, adjustment.quantity, "adjusted");
}

Result<> replayStock(const Event &event, Database &database)
{
    const auto adjustment = stockAdjustmentFrom(event);
    if (!adjustment)
        return tl::unexpected(adjustment.error());
    project(event, *adjustment, database);
    return {};
}

} // namespace evertill
