#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace evertill {

struct BasketLine;

/// Which goods a rule speaks of. Each condition that is given must hold; none given means all goods. Deposits
/// and goods that take no discount are never among them.
struct GoodsFilter {
    QStringList skus; ///< one of these
    QStringList categories; ///< in one of these
    QStringList exceptSkus;
    QStringList exceptCategories;
    std::optional<std::int64_t> minPrice; ///< for one unit, in minor units, before discounts
    std::optional<std::int64_t> maxPrice;
    bool onlyFullPrice = false; ///< not the goods that are marked down already

    [[nodiscard]] bool accepts(const BasketLine &line, std::int64_t unitPriceMinor, bool isMarkedDown) const;
};

} // namespace evertill
