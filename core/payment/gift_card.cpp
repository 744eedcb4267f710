#include "core/payment/gift_card.h"

#include <QCryptographicHash>

#include <algorithm>

namespace evertill {

GiftCard giftCardWith(const QString &number)
{
    return {
        QString::fromLatin1(QCryptographicHash::hash(number.toUtf8(), QCryptographicHash::Sha256).toHex()),
        number.right(4)};
}

bool isGiftCard(const GiftCard &card)
{
    constexpr qsizetype kHashDigits = 64;
    const bool isHex = std::all_of(card.reference.begin(), card.reference.end(),
        [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
    return card.reference.size() == kHashDigits && isHex && card.lastFour.size() <= 4;
}

} // namespace evertill
