#pragma once

#include "core/journal/event.h"

#include <span>

namespace evertill {

/// An event as it travels: the exact bytes that were hashed, and the hashes on both sides of them.
struct WireEvent {
    Position position;
    QByteArray envelope; ///< canonical JSON
    Hash previous = {};
    Hash hash = {};

    [[nodiscard]] static WireEvent of(const Event &event);
    friend bool operator==(const WireEvent &, const WireEvent &) = default;
};

/// The contract's EventBatch of \a events, which continue one another and are not none.
[[nodiscard]] QByteArray encodeBatch(std::span<const WireEvent> events);

} // namespace evertill
