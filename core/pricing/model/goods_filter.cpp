#include "core/pricing/model/basket.h"

#include <algorithm>

namespace evertill {

bool GoodsFilter::accepts(const BasketLine &line, std::int64_t unitPriceMinor, bool isMarkedDown) const
{
    const auto isIn = [&](const QStringList &named) {
        return std::any_of(line.categories.begin(), line.categories.end(),
            [&](const QString &category) { return named.contains(category); });
    };
    return line.takesDiscount && (skus.isEmpty() || skus.contains(line.sku))
        && (categories.isEmpty() || isIn(categories)) && !exceptSkus.contains(line.sku)
        && (exceptCategories.isEmpty() || !isIn(exceptCategories))
        && (!minPrice || unitPriceMinor >= *minPrice) && (!maxPrice || unitPriceMinor <= *maxPrice)
        && !(onlyFullPrice && isMarkedDown);
}

bool CouponDemand::accepts(const QString &code) const
{
    return codes.contains(code) || std::any_of(prefixes.begin(), prefixes.end(), [&](const QString &prefix) {
        return code.startsWith(prefix);
    });
}

} // namespace evertill
