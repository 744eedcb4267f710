#pragma once

#include "core/base/json_fields.h"
#include "core/base/result.h"
#include "core/journal/position.h"

namespace evertill {

[[nodiscard]] tl::unexpected<Refusal> badAnswer(const QString &problem);

/// The JSON object that \a body is. Refuses BadAnswer.
[[nodiscard]] Result<QJsonObject> objectOf(const QByteArray &body);

/// A position's two numbers, each within the bits that the till packs it into.
[[nodiscard]] std::int64_t epochIn(JsonFields &fields, QLatin1StringView name);
[[nodiscard]] std::int64_t seqIn(JsonFields &fields, QLatin1StringView name);
/// The fields epoch and seq.
[[nodiscard]] Position positionIn(JsonFields &fields);

} // namespace evertill
