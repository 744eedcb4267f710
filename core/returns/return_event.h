#pragma once

#include "core/base/result.h"
#include "core/journal/event.h"
#include "core/returns/return.h"

namespace evertill {

/// The fact return.completed, version 1.
[[nodiscard]] Fact returnCompleted(const Return &done);
/// The return that \a event tells of. Refuses BadInput{problem} where the payload is not what the contract
/// says.
[[nodiscard]] Result<Return> returnFrom(const Event &event);

} // namespace evertill
