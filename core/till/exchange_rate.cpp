#include "core/till/exchange_rate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr qsizetype kRatePlaces = 9;
constexpr qsizetype kFewestRatePlaces = 4;
constexpr qsizetype kMostRateDigits = 6;

std::int64_t powerOfTen(int exponent)
{
    std::int64_t power = 1;
    for (int i = 0; i < exponent; ++i)
        power *= 10;
    return power;
}

bool areDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

std::optional<ExchangeRate> ExchangeRate::parse(QStringView text)
{
    const qsizetype point = text.indexOf(u'.');
    const QStringView whole = point < 0 ? text : text.left(point);
    const QStringView places = point < 0 ? QStringView() : text.mid(point + 1);
    if (whole.isEmpty() || whole.size() > kMostRateDigits || places.size() > kRatePlaces || !areDigits(whole)
        || !areDigits(places) || (point >= 0 && places.isEmpty()))
        return std::nullopt;
    const std::int64_t rate = whole.toLongLong() * kOne
        + (places.isEmpty() ? 0 : places.toLongLong() * powerOfTen(int(kRatePlaces - places.size())));
    return rate > 0 ? std::optional(billionths(rate)) : std::nullopt;
}

QString ExchangeRate::text() const
{
    QString places = QString::number(m_billionths % kOne).rightJustified(kRatePlaces, u'0');
    while (places.size() > kFewestRatePlaces && places.endsWith(u'0'))
        places.chop(1);
    return QString::number(m_billionths / kOne) + u'.' + places;
}

Money ExchangeRate::worthOf(Money foreign, Currency home) const
{
    const evertill_int128 worth =
        evertill_int128(foreign.minor()) * m_billionths * powerOfTen(home.minorDigits());
    const std::int64_t parts = kOne * powerOfTen(foreign.currency().minorDigits());
    const evertill_int128 most = evertill_int128(Money::kLargest) * parts;
    return Money::minor(divideRounded(std::clamp(worth, -most, most), parts, Rounding::HalfUp), home);
}

} // namespace evertill
