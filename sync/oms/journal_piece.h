#pragma once

#include "core/base/result.h"
#include "core/journal/event.h"

#include <vector>

namespace evertill {

/// A piece of the till's own journal, as the OMS gives it back.
struct JournalPiece {
    /// With the hashes that the OMS says. Each is an envelope to the byte, and they stand in order.
    std::vector<Event> events;
    bool more = false;
};

enum class PieceOf {
    Chain, ///< the caller knows the hash before the first event and checks each: previous is empty
    Diverged, ///< each event says what it continues, and its hash is checked here
};

/// Reads the answer to GET …/events. Refuses BadAnswer (problem).
[[nodiscard]] Result<JournalPiece> decodeJournalPiece(const QByteArray &body, PieceOf what, Position after);

} // namespace evertill
