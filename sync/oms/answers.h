#pragma once

#include "core/base/result.h"
#include "core/replica/feed_row.h"

#include <vector>

namespace evertill {

// Each reads one answer of the contract, strictly: a missing field, a wrong type, a number beyond 2^53 or
// text that is no JSON refuses BadAnswer with its problem, and nothing of the answer is used.

/// How far the OMS has taken this till's journal.
[[nodiscard]] Result<Accepted> decodeAccepted(const QByteArray &body);

/// What became of one event of a batch.
struct EventOutcome {
    enum Kind {
        Applied,
        Repeat, ///< the OMS had it already
        Task, ///< booked, and it clashes with what the OMS knew: a task is open
        NotUnderstood, ///< kept, of a kind or version that the OMS does not know
    };
    Position position;
    Kind kind = Applied;
    friend bool operator==(const EventOutcome &, const EventOutcome &) = default;
};

struct BatchOutcome {
    Accepted accepted;
    std::vector<EventOutcome> outcomes; ///< one per event of the batch, in its order
};
[[nodiscard]] Result<BatchOutcome> decodeBatchOutcome(const QByteArray &body);

/// Why a batch does not continue what the OMS has: the body of a 409.
struct Conflict {
    enum Kind {
        Fork, ///< another journal has taken this one's place
        Gap, ///< events between are missing at the OMS
    };
    Accepted accepted;
    Kind kind = Gap;
};
[[nodiscard]] Result<Conflict> decodeConflict(const QByteArray &body);

} // namespace evertill
