#pragma once

#include "core/base/clock.h"

#include <atomic>

namespace evertill {

/// Time that stands until it is told to move: for tests, simulation and the replay of old records. Any
/// thread.
class ManualClock final : public Clock {
public:
    explicit ManualClock(Instant start, int offsetMinutes = 0) : m_us(start.us), m_offset(offsetMinutes) { }
    [[nodiscard]] Instant now() const override { return {m_us.load()}; }
    [[nodiscard]] int utcOffsetMinutes(Instant) const override { return m_offset; }
    void set(Instant at) { m_us = at.us; }
    void advance(std::chrono::microseconds span) { m_us += span.count(); }

private:
    std::atomic<std::int64_t> m_us;
    int m_offset;
};

} // namespace evertill
