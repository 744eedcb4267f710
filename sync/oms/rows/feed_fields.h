#pragma once

#include "core/base/currency.h"
#include "core/base/json_fields.h"
#include "core/base/percentage.h"
#include "core/base/quantity.h"

#include <vector>

namespace evertill {

// What several rows of the feed say alike. What is wrong is noted in \a fields.

inline constexpr std::int64_t kLargestFeedLine = 1'000'000;

[[nodiscard]] std::int64_t between(
    JsonFields &fields, QLatin1StringView name, std::int64_t least, std::int64_t most);
[[nodiscard]] Quantity quantityIn(JsonFields &fields, QLatin1StringView name);
[[nodiscard]] Percentage rateIn(JsonFields &fields, QLatin1StringView name);
[[nodiscard]] QString keyIn(JsonFields &fields, QLatin1StringView name);
[[nodiscard]] Currency currencyIn(JsonFields &fields);
[[nodiscard]] QString unitIn(JsonFields &fields);

/// Reads each object of the list \a name with \a read; the first problem of one of them is the whole's.
template <typename Line, typename Read>
std::vector<Line> listIn(JsonFields &fields, QLatin1StringView name, Read read)
{
    std::vector<Line> lines;
    const QJsonArray list = fields.array(name);
    lines.reserve(std::size_t(list.size()));
    for (const QJsonValue &value : list) {
        JsonFields one(value.toObject());
        lines.push_back(read(one));
        if (!one.ok()) {
            fields.fail(QStringLiteral("%1[%2].%3").arg(name).arg(lines.size() - 1).arg(one.problem()));
            break;
        }
    }
    return lines;
}

} // namespace evertill
