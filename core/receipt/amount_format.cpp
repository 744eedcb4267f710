#include "core/receipt/amount_format.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

/// \a value / 10^digits with exactly \a digits decimals.
QString decimal(std::int64_t value, int digits)
{
    const QString magnitude = QString::number(value < 0 ? -value : value).rightJustified(digits + 1, u'0');
    QString text = magnitude.left(magnitude.size() - digits);
    if (digits > 0)
        text += u'.' + magnitude.right(digits);
    return value < 0 ? u'-' + text : text;
}

} // namespace

QString formatAmount(Money amount) { return decimal(amount.minor(), amount.currency().minorDigits()); }

QString formatQuantity(Quantity quantity)
{
    return quantity.isWhole() ? QString::number(quantity.thousandths() / 1000)
                              : decimal(quantity.thousandths(), 3);
}

QString formatPercentage(Percentage rate)
{
    QString text = decimal(rate.partsPerMillion(), 4);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text + u'%';
}

QString formatLocalTime(Instant at, int utcOffsetMin)
{
    const auto shown = QDateTime::fromMSecsSinceEpoch(at.us / 1000, Qt::OffsetFromUTC, utcOffsetMin * 60);
    return shown.toString(u"yyyy-MM-dd HH:mm"_s);
}

} // namespace evertill
