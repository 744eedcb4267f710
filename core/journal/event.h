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
