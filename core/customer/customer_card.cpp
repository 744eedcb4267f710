#include "core/customer/customer_card.h"

#include "core/customer/card_reference.h"

namespace evertill {

CustomerCard customerCardWith(const QString &number) { return {cardReference(number), number.right(4)}; }

bool isCustomerCard(const CustomerCard &card)
{
    return isCardReference(card.reference) && card.lastFour.size() <= 4;
}

} // namespace evertill
