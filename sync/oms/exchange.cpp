#include "sync/oms/exchange.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace evertill {

std::optional<Instant> httpDate(const QByteArray &text)
{
    QDateTime at =
        QLocale::c().toDateTime(QString::fromLatin1(text).trimmed(), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    if (!at.isValid())
        return std::nullopt;
    at.setTimeSpec(Qt::UTC);
    return Instant{at.toMSecsSinceEpoch() * 1000};
}

} // namespace evertill
