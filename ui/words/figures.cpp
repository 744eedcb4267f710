#include "ui/words/figures.h"

#include <QDateTime>
#include <QTimeZone>

namespace evertill {

using namespace Qt::StringLiterals;

namespace {

/// \a thousandths or minor units as digits: grouped before the point, exactly \a decimals after it.
QString figure(std::int64_t minor, int decimals, const QLocale &locale)
{
    std::int64_t scale = 1;
    for (int i = 0; i < decimals; ++i)
        scale *= 10;
    const std::int64_t magnitude = minor < 0 ? -minor : minor;
    QString text = locale.toString(qlonglong(magnitude / scale));
    if (decimals == 0)
        return text;
    QLocale ungrouped = locale;
    ungrouped.setNumberOptions(QLocale::OmitGroupSeparator);
    const QString fraction = ungrouped.toString(qlonglong(magnitude % scale));
    return text + locale.decimalPoint() + QString(decimals - fraction.size(), locale.zeroDigit().at(0))
        + fraction;
}

QString signOf(std::int64_t minor) { return minor < 0 ? u"\u2212"_s : QString(); }

QString symbolOf(Currency currency)
{
    struct Known {
        const char16_t *code;
        const char16_t *symbol;
    };
    static constexpr Known kKnown[] = {
        {u"EUR", u"€"}, {u"USD", u"$"}, {u"GBP", u"£"}, {u"JPY", u"¥"}, {u"INR", u"₹"}};
    const QString code = currency.code();
    for (const Known &known : kKnown) {
        if (code == QStringView(known.code))
            return QString::fromUtf16(known.symbol);
    }
    return code;
}

QDateTime local(Instant at, const Clock &clock)
{
    return QDateTime::fromMSecsSinceEpoch(at.us / 1000, Qt::OffsetFromUTC, clock.utcOffsetMinutes(at) * 60);
}

/// Digits with at most \a decimals after one point or comma, as that many minor units. Grouping marks are
/// taken where they group by three before the point.
std::optional<std::int64_t> parseFigure(QStringView typed, int decimals, std::int64_t largest)
{
    const QLocale locale;
    QString text = typed.trimmed().toString();
    const QString group = locale.groupSeparator();
    if (text.contains(locale.decimalPoint()) && !group.isEmpty() && group != locale.decimalPoint())
        text.remove(group);
    text.remove(QChar::Nbsp);
    text.remove(QChar(0x202f));
    text.replace(locale.decimalPoint(), u"."_s);
    text.replace(u',', u'.');
    if (text.isEmpty() || text == u"."_s || text.count(u'.') > 1)
        return std::nullopt;
    const qsizetype point = text.indexOf(u'.');
    const qsizetype fraction = point < 0 ? 0 : text.size() - point - 1;
    if (fraction > decimals)
        return std::nullopt;
    text.remove(u'.');
    text += QString(decimals - fraction, u'0');
    std::int64_t value = 0;
    for (const QChar digit : std::as_const(text)) {
        if (!digit.isDigit())
            return std::nullopt;
        value = value * 10 + digit.digitValue();
        if (value > largest)
            return std::nullopt;
    }
    return value;
}

} // namespace

QString moneyText(Money amount)
{
    const QLocale locale;
    const QString symbol = symbolOf(amount.currency());
    // Qt writes whole units only without going through a double: its form is taken, and the exact figure put
    // in.
    QString pattern =
        locale.toCurrencyString(qlonglong(1), symbol.size() > 1 ? symbol + QChar::Nbsp : symbol);
    if (pattern.endsWith(QChar::Nbsp))
        pattern.chop(1);
    const QString one = locale.toString(1);
    const QString digits = figure(amount.minor(), amount.currency().minorDigits(), locale);
    return signOf(amount.minor()) + pattern.replace(pattern.indexOf(one), one.size(), digits);
}

QString plainMoneyText(Money amount)
{
    return signOf(amount.minor()) + figure(amount.minor(), amount.currency().minorDigits(), QLocale());
}

QString quantityText(Quantity quantity, const QString &unit)
{
    const QLocale locale;
    const std::int64_t thousandths = quantity.thousandths();
    const bool counted = unit == u"ea"_s && quantity.isWhole();
    const QString digits = counted ? figure(thousandths / 1000, 0, locale) : figure(thousandths, 3, locale);
    return signOf(thousandths) + (unit == u"ea"_s ? digits : digits + QChar::Nbsp + unit);
}

QString percentageText(Percentage rate)
{
    const QLocale locale;
    QString digits = figure(rate.partsPerMillion(), 4, locale);
    while (digits.endsWith(locale.zeroDigit()))
        digits.chop(locale.zeroDigit().size());
    if (digits.endsWith(locale.decimalPoint()))
        digits.chop(locale.decimalPoint().size());
    return signOf(rate.partsPerMillion()) + digits + QChar::Nbsp + locale.percent();
}

QString timeText(Instant at, const Clock &clock) { return local(at, clock).toString(u"HH:mm"_s); }

QString dateTimeText(Instant at, const Clock &clock)
{
    return QLocale().toString(local(at, clock), u"d MMM HH:mm"_s);
}

std::optional<Money> parseMoney(QStringView typed, Currency currency)
{
    const auto minor = parseFigure(typed, currency.minorDigits(), Money::kLargest);
    return minor ? std::optional(Money::minor(*minor, currency)) : std::nullopt;
}

std::optional<Quantity> parseQuantity(QStringView typed)
{
    constexpr std::int64_t kLargest = 1'000'000'000'000;
    const auto thousandths = parseFigure(typed, 3, kLargest);
    return thousandths ? std::optional(Quantity::thousandths(*thousandths)) : std::nullopt;
}

} // namespace evertill
