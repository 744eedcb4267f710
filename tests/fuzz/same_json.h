#pragma once

#include <QJsonObject>

namespace evertill::fuzz {

/// Whether \a said says all that \a again says, and no other: \a again is what was read out of \a said,
/// written once more, with nothing of what was left out or what the reader does not know.
[[nodiscard]] bool saysTheSame(const QJsonValue &said, const QJsonValue &again);

} // namespace evertill::fuzz
