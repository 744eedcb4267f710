#pragma once

#include "core/base/uuid.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <cstdint>
#include <limits>
#include <optional>

namespace evertill {

/// Reads the fields of a JSON object strictly: a wrong type, a missing field, a fraction or a number beyond
/// 2^53 is noted, and a harmless value handed out, so that a decoder reads straight down and asks ok() once
/// at its end. Never trusts, never throws.
class JsonFields final {
public:
    explicit JsonFields(QJsonObject object, QString where = {})
        : m_object(std::move(object)), m_where(std::move(where))
    {
    }

    [[nodiscard]] bool has(QLatin1StringView name) const { return m_object.contains(name); }
    [[nodiscard]] std::int64_t integer(
        QLatin1StringView name, std::int64_t least = std::numeric_limits<std::int64_t>::min());
    /// For what is kept in an int: counts, numbers of lines.
    [[nodiscard]] int smallInteger(QLatin1StringView name, int least);
    [[nodiscard]] std::int64_t integerOr(QLatin1StringView name, std::int64_t otherwise);
    [[nodiscard]] QString text(QLatin1StringView name);
    [[nodiscard]] QString textOr(QLatin1StringView name, const QString &otherwise = {});
    [[nodiscard]] bool boolean(QLatin1StringView name);
    [[nodiscard]] Uuid uuid(QLatin1StringView name);
    [[nodiscard]] QJsonObject object(QLatin1StringView name);
    [[nodiscard]] QJsonArray array(QLatin1StringView name);
    /// Bytes written in hex, exactly \a size of them.
    [[nodiscard]] QByteArray hex(QLatin1StringView name, qsizetype size);

    [[nodiscard]] bool ok() const { return m_problem.isEmpty(); }
    /// The first thing found wrong, for a log: "lines[2].quantity: not an integer".
    [[nodiscard]] QString problem() const { return m_problem; }
    /// Notes a problem of the caller's own finding, or one of a nested object.
    void fail(const QString &problem);

private:
    QJsonObject m_object;
    QString m_where;
    QString m_problem;
};

/// The integer that \a value holds exactly, within ±(2^53 − 1).
[[nodiscard]] std::optional<std::int64_t> exactInteger(const QJsonValue &value);

} // namespace evertill
