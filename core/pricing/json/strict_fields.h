#pragma once

#include "core/base/percentage.h"
#include "core/base/quantity.h"
#include "core/pricing/model/basket.h"
#include "core/tax/fraction.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <functional>
#include <initializer_list>
#include <optional>
#include <utility>

namespace evertill {

/// Reads a JSON object whose every field is known: what is missing, of the wrong type or unknown is noted by
/// its path, and a harmless value handed out, so that a reader reads straight down and asks once at its end.
/// All readers of one document share one problem, the first.
class StrictFields final {
public:
    StrictFields(const QJsonValue &value, QString where, QString &problem);

    [[nodiscard]] bool has(QLatin1StringView name) const { return m_object.contains(name); }
    [[nodiscard]] std::int64_t integer(QLatin1StringView name);
    [[nodiscard]] std::int64_t integerOr(QLatin1StringView name, std::int64_t otherwise);
    [[nodiscard]] std::optional<std::int64_t> maybeInteger(QLatin1StringView name);
    [[nodiscard]] QString text(QLatin1StringView name);
    [[nodiscard]] QString textOr(QLatin1StringView name, const QString &otherwise = {});
    [[nodiscard]] bool flag(QLatin1StringView name, bool otherwise = false);
    [[nodiscard]] QStringList texts(QLatin1StringView name);
    [[nodiscard]] QJsonValue value(QLatin1StringView name);
    /// An integer, or a decimal as text with at most six digits after the point, in millionths.
    [[nodiscard]] std::int64_t millionths(QLatin1StringView name);
    /// A wall clock minute, "2026-11-21T14:05"; a bare date is its beginning, or its end where \a isEnd.
    [[nodiscard]] std::optional<WallMinute> minute(QLatin1StringView name, bool isEnd);
    /// A time of day, "18:30", in minutes; "24:00" is the end of the day.
    [[nodiscard]] int timeOfDay(QLatin1StringView name, int otherwise);

    template <typename T>
    [[nodiscard]] T choice(
        QLatin1StringView name, T otherwise, std::initializer_list<std::pair<QLatin1StringView, T>> names)
    {
        if (!has(name))
            return otherwise;
        const QString said = text(name);
        for (const auto &[known, meaning] : names) {
            if (said == known)
                return meaning;
        }
        fail(name, QStringLiteral("no such choice: ") + said.left(40));
        return otherwise;
    }

    /// Reads each element of the list \a name, which may be absent, as an object.
    void each(QLatin1StringView name, const std::function<void(StrictFields &)> &read);
    /// Reads the object \a name where it is there.
    void one(QLatin1StringView name, const std::function<void(StrictFields &)> &read);

    void fail(QLatin1StringView name, const QString &what);
    /// Notes the fields that nobody asked for.
    void finish();

private:
    [[nodiscard]] QString path(const QString &name) const;

    QJsonObject m_object;
    QString m_where;
    QString &m_problem;
    QStringList m_asked;
};

} // namespace evertill
