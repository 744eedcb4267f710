#include "core/base/json_fields.h"

#include "core/base/money.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace evertill {

std::optional<std::int64_t> exactInteger(const QJsonValue &value)
{
    if (!value.isDouble())
        return std::nullopt;
    const double approximate = value.toDouble();
    if (!(std::abs(approximate) <= double(Money::kLargest)) || std::trunc(approximate) != approximate)
        return std::nullopt;
    return value.toInteger();
}

void JsonFields::fail(const QString &problem)
{
    if (m_problem.isEmpty())
        m_problem = m_where.isEmpty() ? problem : m_where + u'.' + problem;
}

std::int64_t JsonFields::integer(QLatin1StringView name, std::int64_t least)
{
    const auto number = exactInteger(m_object.value(name));
    if (!number || *number < least) {
        fail(QString(name) + u": not an integer that fits"_s);
        return least > 0 ? least : 0;
    }
    return *number;
}

int JsonFields::smallInteger(QLatin1StringView name, int least)
{
    const std::int64_t number = integer(name, least);
    if (number <= std::numeric_limits<int>::max())
        return int(number);
    fail(QString(name) + u": not an integer that fits"_s);
    return least;
}

std::int64_t JsonFields::integerOr(QLatin1StringView name, std::int64_t otherwise)
{
    return has(name) ? integer(name) : otherwise;
}

QString JsonFields::text(QLatin1StringView name)
{
    const QJsonValue value = m_object.value(name);
    if (!value.isString())
        fail(QString(name) + u": not a text"_s);
    return value.toString();
}

QString JsonFields::textOr(QLatin1StringView name, const QString &otherwise)
{
    return has(name) ? text(name) : otherwise;
}

bool JsonFields::boolean(QLatin1StringView name)
{
    const QJsonValue value = m_object.value(name);
    if (!value.isBool())
        fail(QString(name) + u": not true or false"_s);
    return value.toBool();
}

Uuid JsonFields::uuid(QLatin1StringView name)
{
    const auto parsed = Uuid::fromText(m_object.value(name).toString().toLatin1());
    if (!parsed)
        fail(QString(name) + u": not a UUID"_s);
    return parsed.value_or(Uuid());
}

QJsonObject JsonFields::object(QLatin1StringView name)
{
    const QJsonValue value = m_object.value(name);
    if (!value.isObject())
        fail(QString(name) + u": not an object"_s);
    return value.toObject();
}

QJsonArray JsonFields::array(QLatin1StringView name)
{
    const QJsonValue value = m_object.value(name);
    if (!value.isArray())
        fail(QString(name) + u": not a list"_s);
    return value.toArray();
}

QByteArray JsonFields::hex(QLatin1StringView name, qsizetype size)
{
    const QByteArray digits = m_object.value(name).toString().toLatin1();
    const QByteArray bytes = QByteArray::fromHex(digits);
    if (bytes.size() != size || bytes.toHex() != digits) {
        fail(QString(name) + u": not the bytes in hex that it should be"_s);
        return QByteArray(size, '\0');
    }
    return bytes;
}

} // namespace evertill
