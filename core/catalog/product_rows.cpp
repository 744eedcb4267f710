#include "core/catalog/product_rows.h"

namespace evertill {

Product readProduct(const Statement &row, Currency currency)
{
    Product product;
    product.sku = row.text(0);
    product.name = row.text(1);
    const QString shortName = row.text(2);
    product.shortName = shortName.isEmpty() ? product.name : shortName;
    product.unit = row.text(3);
    product.price = Money::minor(row.integer(4), currency);
    product.taxCode = row.text(5);
    product.taxRate = Percentage::partsPerMillion(row.integer(6));
    product.category = row.text(7);
    product.minAge = int(row.integer(8));
    return product;
}

} // namespace evertill
