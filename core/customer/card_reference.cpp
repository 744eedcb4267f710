#include "core/customer/card_reference.h"

#include <QCryptographicHash>

#include <algorithm>

namespace evertill {

QString cardReference(const QString &number)
{
    return QString::fromLatin1(QCryptographicHash::hash(number.toUtf8(), QCryptographicHash::Sha256).toHex());
}

bool isCardReference(const QString &reference)
{
    constexpr qsizetype kHashDigits = 64;
    return reference.size() == kHashDigits && std::all_of(reference.begin(), reference.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
    });
}

} // namespace evertill
