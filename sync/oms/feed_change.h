#pragma once

#include "core/base/result.h"
#include "core/replica/feed_row.h"

#include <QJsonObject>

namespace evertill {

/// One change of the feed or of a snapshot, read strictly. Nothing where it is of an entity that this till
/// does not know, so that an OMS may learn new ones first; an unknown op, a missing or wrong field, an id
/// that is not its row's refuse BadAnswer.
[[nodiscard]] Result<std::optional<FeedChange>> decodeChange(const QJsonObject &change);

} // namespace evertill
