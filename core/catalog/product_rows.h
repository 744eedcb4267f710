#pragma once

#include "core/catalog/product.h"
#include "core/store/statement.h"

/// The columns that readProduct() reads, of product p and tax t.
#define EVERTILL_PRODUCT_COLUMNS                                                                             \
    "p.sku,p.name,p.short_name,p.unit,p.price,p.tax,t.rate,p.category,p.min_age,p.recalled,p.open_price,t."  \
    "parts"

namespace evertill {

[[nodiscard]] Product readProduct(const Statement &row, Currency currency);
/// Into an empty \a product. \a like is one read before: what repeats from row to row (unit, tax, category)
/// is shared with it.
void readProduct(const Statement &row, Currency currency, const Product &like, Product &product);

} // namespace evertill
