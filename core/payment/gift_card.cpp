#include "core/payment/gift_card.h"

#include "core/customer/card_reference.h"

namespace evertill {

GiftCard giftCardWith(const QString &number) { return {cardReference(number), number.right(4)}; }

bool isGiftCard(const GiftCard &card) { return isCardReference(card.reference) && card.lastFour.size() <= 4; }

} // namespace evertill
