#pragma once

#include "core/base/result.h"
#include "core/replica/feed_row.h"

namespace evertill {

/// One page of the feed. Refuses BadAnswer with the first problem found: nothing of the page is used then.
/// Changes of entities that this till does not know are left out.
[[nodiscard]] Result<FeedPage> decodePage(const QByteArray &body);

/// Whether \a cursor has the form that the contract gives cursors: 1 to 200 characters of printable ASCII.
[[nodiscard]] bool isCursor(const QByteArray &cursor);

} // namespace evertill
