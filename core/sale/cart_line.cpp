#include "core/sale/cart.h"

using namespace Qt::StringLiterals;

namespace evertill {

CartLine CartLine::giftCardLoad(const GiftCard &card, Money amount, const QString &name)
{
    CartLine line;
    line.sku = u"GIFTCARD"_s;
    line.name = name + u' ' + card.masked();
    line.quantity = Quantity::pieces(1);
    line.price = amount;
    line.taxCode = u"none"_s;
    line.discount = Money::zero(amount.currency());
    line.giftCard = card;
    return line;
}

Money CartLine::amount() const
{
    return labelAmount.value_or(price.times(quantity, Rounding::HalfUp)) - discount;
}

Money CartLine::ownPrice() const
{
    if (list)
        return list->was;
    return change ? change->was : price;
}

Money CartLine::depositAmount() const
{
    return deposit ? deposit->of(quantity) : Money::zero(price.currency());
}

} // namespace evertill
