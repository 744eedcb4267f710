#pragma once

#include "core/base/clock.h"
#include "core/base/uuid.h"

#include <span>

namespace evertill {

/// Where chance comes from. Implementations may be asked from any thread.
class Random {
public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::uint8_t> bytes) = 0;

    [[nodiscard]] std::uint64_t next64();
    /// A new UUIDv7 (RFC 9562): the milliseconds of \a at, then 74 random bits. Sorts by time to the
    /// millisecond, no finer.
    [[nodiscard]] Uuid uuid(Instant at);
};

} // namespace evertill
