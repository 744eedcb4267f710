#include "tests/sandbox/booking/payload.h"

namespace evertill::sandbox {

namespace {

[[noreturn]] void wrong(const QString &key) { throw PayloadError("payload key " + key.toStdString()); }

} // namespace

QString Payload::text(const QString &key) const
{
    const std::optional<QString> value = maybeText(key);
    return value ? *value : (wrong(key), QString());
}

QString Payload::textOr(const QString &key, const QString &otherwise) const
{
    return maybeText(key).value_or(otherwise);
}

std::optional<QString> Payload::maybeText(const QString &key) const
{
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined())
        return std::nullopt;
    return value.isString() ? value.toString() : (wrong(key), QString());
}

qint64 Payload::number(const QString &key) const
{
    const std::optional<qint64> value = maybeNumber(key);
    return value ? *value : (wrong(key), 0);
}

qint64 Payload::numberOr(const QString &key, qint64 otherwise) const
{
    return maybeNumber(key).value_or(otherwise);
}

std::optional<qint64> Payload::maybeNumber(const QString &key) const
{
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined())
        return std::nullopt;
    constexpr qint64 limit = (qint64{1} << 53) - 1;
    // The two defaults differ for everything that is not a whole number, fractions too.
    const qint64 number = value.toInteger(0);
    if (number != value.toInteger(1) || number < -limit || number > limit)
        wrong(key);
    return number;
}

QJsonArray Payload::array(const QString &key) const
{
    const QJsonValue value = m_object.value(key);
    return value.isArray() ? value.toArray() : (wrong(key), QJsonArray());
}

QJsonArray Payload::arrayOr(const QString &key, const QJsonArray &otherwise) const
{
    return m_object.contains(key) ? array(key) : otherwise;
}

std::optional<Payload> Payload::maybeObject(const QString &key) const
{
    const QJsonValue value = m_object.value(key);
    if (value.isUndefined())
        return std::nullopt;
    if (!value.isObject())
        wrong(key);
    return Payload(value.toObject());
}

Payload Payload::item(const QJsonValue &value)
{
    if (!value.isObject())
        throw PayloadError("payload item");
    return Payload(value.toObject());
}

} // namespace evertill::sandbox
