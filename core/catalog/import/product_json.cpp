#include "core/catalog/import/product_json.h"

#include "core/base/json_writer.h"

namespace evertill {

QByteArray productJson(const ProductRow &product)
{
    JsonWriter json;
    json.beginObject();
    if (!product.category.isEmpty())
        json.field("category", product.category);
    if (product.deposit) {
        json.key("deposit").beginObject().field("amount", product.deposit->amount);
        json.field("name", product.deposit->name).field("sku", product.deposit->sku);
        json.field("tax_code", product.deposit->tax).endObject();
    }
    if (!product.gtins.isEmpty()) {
        json.key("gtins").beginArray();
        for (const QString &gtin : product.gtins)
            json.value(gtin);
        json.endArray();
    }
    if (!product.instore.isEmpty())
        json.field("instore", product.instore);
    if (product.minAge > 0)
        json.field("min_age", product.minAge);
    json.field("name", product.name);
    if (product.isOpenPrice)
        json.field("open_price", product.isOpenPrice);
    json.field("price", product.price);
    if (!product.shortName.isEmpty())
        json.field("short_name", product.shortName);
    json.field("sku", product.sku).field("tax", product.tax).field("unit", product.unit).endObject();
    return json.take();
}

} // namespace evertill
