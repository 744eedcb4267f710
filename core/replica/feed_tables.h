#pragma once

#include "core/base/result.h"
#include "core/replica/feed_row.h"
#include "core/store/database.h"

namespace evertill {

/// Puts one change of the feed into its table, or drops it there; the caller's transaction.
/// Refuses BadInput (problem) where the change contradicts itself: a put without a row or with another
/// entity's, an id that is not the row's.
[[nodiscard]] Result<> applyChange(Database &replica, const FeedChange &change);

/// What check applyChange() makes, without a database.
[[nodiscard]] Result<> checkChange(const FeedChange &change);

} // namespace evertill
