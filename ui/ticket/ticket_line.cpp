#include "ui/ticket/ticket_line.h"

namespace evertill {

using namespace Qt::StringLiterals;

CartLine ticketLine(const Product &product)
{
    CartLine line;
    line.sku = product.sku;
    line.name = product.name;
    line.unit = product.unit;
    line.quantity = Quantity::pieces(1);
    line.price = product.price;
    line.discount = Money::zero(product.price.currency());
    line.taxCode = product.taxCode;
    line.taxRate = product.taxRate;
    return line;
}

CartLine ticketLine(const FoundProduct &found)
{
    CartLine line = ticketLine(found.product);
    line.gtin = found.code.gtin.gtin14();
    line.labelAmount = found.labelPrice;
    line.quantity = found.labelWeight.value_or(line.quantity);
    return line;
}

bool needsMeasure(const FoundProduct &found)
{
    return needsMeasure(found.product) && !found.labelWeight && !found.labelPrice;
}

bool needsMeasure(const Product &product) { return product.unit != u"ea"_s; }

} // namespace evertill
