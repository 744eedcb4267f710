#pragma once

#include "core/base/quantity.h"
#include "core/journal/position.h"
#include "core/store/database.h"

#include <QString>

namespace evertill {

class ReplicaReader;

/// What this till's steps with web orders beyond \a after released of the reservations of \a sku: rejected
/// items and orders, and goods handed over. \a after is what the stock row counts; steps up to \a included
/// are counted by every row. The steps stand in the table pickup_step, which core/pickup projects; what an
/// order holds reserved is in the replica. An order that was closed by somebody else had its reservations
/// released with that already.
[[nodiscard]] Quantity releasedAfter(
    Position after, Position included, const QString &sku, ReplicaReader &replica, Database &ledger);

} // namespace evertill
