#pragma once

#include "core/replica/feed_row.h"

#include <QJsonObject>

namespace evertill::fuzz {

/// \a change as the contract writes it, what is empty left out.
[[nodiscard]] QJsonObject changeJson(const FeedChange &change);

} // namespace evertill::fuzz
