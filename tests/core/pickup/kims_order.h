#pragma once

#include "core/replica/feed_row.h"

namespace evertill {

extern const QString kOrder; ///< the id of Kim's order

/// W-1001, code 7KQ4: three mugs and a piece of cheese for Kim.
[[nodiscard]] OrderRow kimsOrder(OrderState state = OrderState::New, Quantity rejectedMugs = {});

} // namespace evertill
