#pragma once

#include "tests/sandbox/booking/fact.h"
#include "tests/sandbox/store/work_unit.h"

namespace evertill::sandbox {

/// Books one event that continues its till's journal. Never refuses it: what is not understood (its kind, its
/// version, or a payload of another shape) is booked nowhere. Whatever the outcome, each entity that the
/// payload names is touched, so that the feed carries it with `through` at this event.
[[nodiscard]] Outcome bookFact(WorkUnit &work, const Fact &fact);

} // namespace evertill::sandbox
