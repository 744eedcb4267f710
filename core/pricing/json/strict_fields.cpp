#include "core/pricing/json/strict_fields.h"

#include "core/base/json_fields.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

/// "123.45" → 123450000; nothing where it is no decimal with up to six digits after the point.
std::optional<std::int64_t> parseMillionths(QStringView text)
{
    const bool isNegative = text.startsWith(u'-');
    const QStringView digits = isNegative ? text.mid(1) : text;
    const qsizetype point = digits.indexOf(u'.');
    const QStringView whole = point < 0 ? digits : digits.left(point);
    const QStringView part = point < 0 ? QStringView() : digits.mid(point + 1);
    if (whole.isEmpty() || whole.size() > 12 || part.size() > 6 || (point >= 0 && part.isEmpty()))
        return std::nullopt;
    std::int64_t sum = 0;
    for (const QStringView one : {whole, part}) {
        for (const QChar digit : one) {
            if (digit < u'0' || digit > u'9')
                return std::nullopt;
            sum = sum * 10 + (digit.unicode() - u'0');
        }
    }
    for (qsizetype i = part.size(); i < 6; ++i)
        sum *= 10;
    return isNegative ? -sum : sum;
}

std::optional<WallMinute> parseMinute(const QString &text, bool isEnd)
{
    const QDate day = QDate::fromString(text.left(10), Qt::ISODate);
    if (!day.isValid())
        return std::nullopt;
    const std::int64_t midnight = day.toJulianDay() * 1440; // Julian day 0 was a Monday
    if (text.size() == 10)
        return WallMinute{midnight + (isEnd ? 1440 : 0)};
    const QTime time = QTime::fromString(text.mid(11), Qt::ISODate);
    if (text[10] != u'T' || !time.isValid())
        return std::nullopt;
    return WallMinute{midnight + time.hour() * 60 + time.minute()};
}

} // namespace

StrictFields::StrictFields(const QJsonValue &value, QString where, QString &problem)
    : m_object(value.toObject()), m_where(std::move(where)), m_problem(problem)
{
    if (!value.isObject() && m_problem.isEmpty())
        m_problem = (m_where.isEmpty() ? u"the basket"_s : m_where) + u": not an object"_s;
}

QString StrictFields::path(const QString &name) const
{
    return m_where.isEmpty() ? name : m_where + u'.' + name;
}

void StrictFields::fail(QLatin1StringView name, const QString &what)
{
    if (m_problem.isEmpty())
        m_problem = path(name) + u": "_s + what;
}

QJsonValue StrictFields::value(QLatin1StringView name)
{
    m_asked.append(name);
    return m_object.value(name);
}

std::int64_t StrictFields::integer(QLatin1StringView name)
{
    const auto number = exactInteger(value(name));
    if (!number)
        fail(name, u"not an integer that fits"_s);
    return number.value_or(0);
}

std::int64_t StrictFields::integerOr(QLatin1StringView name, std::int64_t otherwise)
{
    return has(name) ? integer(name) : otherwise;
}

std::optional<std::int64_t> StrictFields::maybeInteger(QLatin1StringView name)
{
    return has(name) ? std::optional(integer(name)) : std::nullopt;
}

QString StrictFields::text(QLatin1StringView name)
{
    const QJsonValue said = value(name);
    if (!said.isString())
        fail(name, u"not a text"_s);
    return said.toString();
}

QString StrictFields::textOr(QLatin1StringView name, const QString &otherwise)
{
    return has(name) ? text(name) : otherwise;
}

bool StrictFields::flag(QLatin1StringView name, bool otherwise)
{
    if (!has(name))
        return otherwise;
    const QJsonValue said = value(name);
    if (!said.isBool())
        fail(name, u"not true or false"_s);
    return said.toBool();
}

QStringList StrictFields::texts(QLatin1StringView name)
{
    QStringList list;
    if (!has(name))
        return list;
    const QJsonValue said = value(name);
    if (!said.isArray())
        fail(name, u"not a list"_s);
    for (const QJsonValue &one : said.toArray()) {
        if (!one.isString())
            fail(name, u"not a list of texts"_s);
        list.append(one.toString());
    }
    return list;
}

std::int64_t StrictFields::millionths(QLatin1StringView name)
{
    const QJsonValue said = value(name);
    if (said.isString()) {
        const auto parsed = parseMillionths(said.toString());
        if (!parsed)
            fail(name, u"not a decimal with at most six digits after the point"_s);
        return parsed.value_or(0);
    }
    const auto number = exactInteger(said);
    constexpr std::int64_t kMost = 1'000'000'000'000;
    if (!number || *number > kMost || *number < -kMost) {
        fail(name, u"neither an integer that fits nor a decimal as text"_s);
        return 0;
    }
    return *number * 1'000'000;
}

std::optional<WallMinute> StrictFields::minute(QLatin1StringView name, bool isEnd)
{
    if (!has(name))
        return std::nullopt;
    const auto parsed = parseMinute(text(name), isEnd);
    if (!parsed)
        fail(name, u"not a date, nor a date and time like 2026-11-21T14:05"_s);
    return parsed;
}

int StrictFields::timeOfDay(QLatin1StringView name, int otherwise)
{
    if (!has(name))
        return otherwise;
    const QString said = text(name);
    if (said == u"24:00"_s)
        return 1440;
    const QTime time = QTime::fromString(said, u"HH:mm"_s);
    if (!time.isValid())
        fail(name, u"not a time like 18:30"_s);
    return time.isValid() ? time.hour() * 60 + time.minute() : otherwise;
}

void StrictFields::each(QLatin1StringView name, const std::function<void(StrictFields &)> &read)
{
    if (!has(name))
        return;
    const QJsonValue said = value(name);
    if (!said.isArray())
        fail(name, u"not a list"_s);
    const QJsonArray list = said.toArray();
    for (qsizetype i = 0; i < list.size() && m_problem.isEmpty(); ++i) {
        StrictFields element(list.at(i), path(u"%1[%2]"_s.arg(name).arg(i)), m_problem);
        read(element);
        element.finish();
    }
}

void StrictFields::one(QLatin1StringView name, const std::function<void(StrictFields &)> &read)
{
    if (!has(name))
        return;
    StrictFields object(value(name), path(name), m_problem);
    read(object);
    object.finish();
}

void StrictFields::finish()
{
    if (!m_problem.isEmpty())
        return;
    for (auto field = m_object.begin(); field != m_object.end(); ++field) {
        if (!m_asked.contains(field.key()) && m_problem.isEmpty())
            m_problem = path(field.key()) + u": no such field"_s;
    }
}

} // namespace evertill
