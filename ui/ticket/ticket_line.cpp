#include "ui/ticket/ticket_line.h"

namespace evertill {

using namespace Qt::StringLiterals;

template <typename Taxed> static void setTax(Taxed &taxed, const GoodsTax &tax)
{
    taxed.taxCode = tax.code;
    taxed.taxRate = tax.rate;
    taxed.taxParts = tax.parts;
}

CartLine ticketLine(const Product &product, QDate today)
{
    CartLine line;
    line.sku = product.sku;
    line.name = product.name;
    line.unit = product.unit;
    line.quantity = Quantity::pieces(1);
    line.price = product.price;
    line.discount = Money::zero(product.price.currency());
    setTax(line, GoodsTax{product.taxCode, product.taxRate, product.taxParts}.on(today));
    line.category = product.category;
    line.isOpenPrice = product.isOpenPrice;
    line.isRecalled = product.isRecalled({});
    return line;
}

/// The last day on which the maker lets \a item be sold; invalid where the code names none.
static QDate lastDay(const gs1::TradeItem &item, QDate today)
{
    const QDate expires = gs1::fullDate(item.expires, today);
    const QDate sellBy = gs1::fullDate(item.sellBy, today);
    return expires.isValid() && sellBy.isValid() ? std::min(expires, sellBy)
        : expires.isValid()                      ? expires
                                                 : sellBy;
}

CartLine ticketLine(const FoundProduct &found, QDate today)
{
    CartLine line = ticketLine(found.product, today);
    line.gtin = found.code.gtin.gtin14();
    line.labelAmount = found.labelPrice;
    line.quantity = found.labelWeight.value_or(Quantity::pieces(found.labelCount.value_or(1)));
    line.lot = found.code.item.lot;
    line.serial = found.code.item.serial;
    line.expires = lastDay(found.code.item, today);
    line.isRecalled = found.product.isRecalled(line.lot);
    return line;
}

CartLine withDeposit(CartLine line, const std::optional<ProductDeposit> &deposit, QDate today)
{
    if (!deposit)
        return line;
    line.deposit = LineDeposit{deposit->sku, deposit->name, deposit->amount, {}, {}};
    setTax(*line.deposit, GoodsTax{deposit->taxCode, deposit->taxRate, deposit->taxParts}.on(today));
    return line;
}

bool needsMeasure(const FoundProduct &found)
{
    return needsMeasure(found.product) && !found.labelWeight && !found.labelPrice;
}

bool needsMeasure(const Product &product) { return product.unit != u"ea"_s; }

} // namespace evertill
