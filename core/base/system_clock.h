#pragma once

#include "core/base/clock.h"

namespace evertill {

/// The machine's own clock and time zone. Only a composition root makes one.
class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] int utcOffsetMinutes(Instant at) const override;
};

} // namespace evertill
