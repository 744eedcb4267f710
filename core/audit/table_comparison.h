#pragma once

#include "core/store/database.h"

#include <QStringList>

#include <optional>

namespace evertill {

/// Every table of \a database that follows from the journal: all but the journal itself and the few that hold
/// no projection (the till's settings, the open cart). A table that a later release adds is among them unless
/// it is named here as one that is not.
[[nodiscard]] QStringList projectedTables(Database &database);

/// The first difference between \a table as \a stored holds it and as \a rebuilt does, in plain words;
/// nothing where they are equal. Both are read once, side by side in the order of the primary key: memory
/// doesn't grow with the table.
[[nodiscard]] std::optional<QString> firstDifference(
    const QString &table, Database &stored, Database &rebuilt);

} // namespace evertill
