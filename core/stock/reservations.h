#pragma once

#include "core/base/quantity.h"
#include "core/journal/position.h"
#include "core/replica/replica_reader.h"

#include <QString>

namespace evertill {

/// What this till's steps with web orders beyond \a after released of the reservations of \a sku: rejected
/// items and orders, and goods handed over. \a after is what the stock row counts; steps up to \a included
/// are counted by every row. The steps stand in the table pickup_step, which core/pickup projects; what an
/// order holds reserved is in \a replica: the very look that the stock row was read in, for an order that
/// another page closed had its reservations taken off the row by that page. An order that was closed by
/// somebody else had its reservations released with that already.
[[nodiscard]] Quantity releasedAfter(
    Position after, const QString &sku, ReplicaReader::Snapshot &replica, Database &ledger);

} // namespace evertill
