#pragma once

#include "core/replica/feed_row.h"

namespace evertill::test {

[[nodiscard]] inline TaxRow tax(const QString &code = QStringLiteral("standard"), std::int64_t ppm = 190'000)
{
    return {code, code, Percentage::partsPerMillion(ppm)};
}

[[nodiscard]] inline ProductRow product(
    const QString &sku, const QString &name, const QStringList &gtins = {})
{
    ProductRow row;
    row.sku = sku;
    row.name = name;
    row.unit = QStringLiteral("ea");
    row.price = 199;
    row.tax = QStringLiteral("standard");
    row.gtins = gtins;
    return row;
}

[[nodiscard]] OrderRow order();
[[nodiscard]] ReceiptRow receipt();

[[nodiscard]] FeedChange put(Entity entity, const QString &id, const FeedRow &row, Position through = {});
[[nodiscard]] FeedChange put(const ProductRow &row);
[[nodiscard]] FeedChange put(const TaxRow &row);
[[nodiscard]] FeedChange drop(Entity entity, const QString &id);
[[nodiscard]] FeedPage page(
    std::vector<FeedChange> changes, const QByteArray &cursor = "c1", Position included = {});

} // namespace evertill::test
