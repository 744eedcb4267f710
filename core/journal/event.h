#pragma once

#include "core/base/clock.h"
#include "core/base/uuid.h"
#include "core/journal/hash.h"
#include "core/journal/position.h"

#include <QByteArray>
#include <QDate>
#include <QString>

namespace evertill {

/// A fact as the journal keeps it.
struct Event {
    Position position;
    /// Only of a fact that was recorded again, under its own id, in a later epoch than it happened in: where
    /// it first stood. A till that went on from a backup knows those facts from the OMS, which has booked
    /// them from there.
    std::optional<Position> origin;
    EventId id;
    QByteArray kind; ///< "sale.completed"
    int version = 1; ///< of the payload's shape; 1 is the only one so far, so nothing converts old ones
    QByteArray subject; ///< the id of what it is about
    Instant at; ///< by the till's clock: shown, never used for order
    int utcOffsetMin = 0;
    QDate businessDate; ///< the shift's
    QString actor; ///< a random reference to a person
    QByteArray payload; ///< canonical JSON, an object
    Hash previous = {};
    Hash hash = {};

    /// Where the till's tables keep what follows from the event, for every comparison with the `through` and
    /// `included` of the OMS: its origin, else its position.
    ///
    /// The rule is still that an event counts on a row iff it stands beyond max(through, included). Of a
    /// fact that was recorded again the OMS's rows count the first record, at the origin, and they never
    /// count the second, which is a repeat. So with the position of the second a fact would count twice from
    /// the moment of its recording to that of its repeat, offline perhaps for days. With the origin it
    /// counts on a replica that was written before the OMS took the first record (its included is below the
    /// origin), and on no later one: before the new epoch reaches the OMS included stands at or beyond the
    /// origin, for the OMS had the fact, and after that included is of a later epoch than any origin.
    /// The one case in which an `included` of a later epoch does not hold the fact is an OMS that was itself
    /// set back to before the origin and took the new epoch anew: there the fact is missing on the screen
    /// until it has been sent again, some batches later.
    [[nodiscard]] Position countsAt() const { return origin.value_or(position); }

    /// The exact bytes that are hashed and sent: canonical JSON of all of the above but the hashes.
    [[nodiscard]] QByteArray envelope() const;
    /// The event that \a envelope holds; its hashes are left empty. Nothing where it is not one.
    [[nodiscard]] static std::optional<Event> fromEnvelope(QByteArrayView envelope);

    friend bool operator==(const Event &, const Event &) = default;
};

/// What a use case says happened; the ledger adds the rest.
struct Fact {
    const char *kind = ""; ///< a literal
    int version = 1;
    QByteArray subject;
    QDate businessDate;
    QByteArray payload; ///< canonical JSON, an object
};

} // namespace evertill
