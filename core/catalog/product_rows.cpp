#include "core/catalog/product_rows.h"

namespace evertill {

Product readProduct(const Statement &row, Currency currency)
{
    Product product;
    readProduct(row, currency, Product(), product);
    return product;
}

void readProduct(const Statement &row, Currency currency, const Product &like, Product &product)
{
    product.sku = row.text(0);
    product.name = row.text(1);
    product.shortName = row.isEmpty(2) ? product.name : row.text(2);
    product.unit = row.text(3, like.unit);
    product.price = Money::minor(row.integer(4), currency);
    product.taxCode = row.text(5, like.taxCode);
    product.taxRate = Percentage::partsPerMillion(row.integer(6));
    product.category = row.text(7, like.category);
    product.minAge = int(row.integer(8));
    if (!row.isEmpty(9))
        product.recalledLots = row.text(9).split(u' ');
    product.isOpenPrice = row.integer(10) != 0;
    if (!row.isEmpty(11))
        product.taxParts = taxPartsIn(row.text(11));
}

} // namespace evertill
