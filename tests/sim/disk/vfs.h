#pragma once

#include <cstdint>

namespace evertill::sim {

/// Makes the simulated disks SQLite's own in this process, once and for good: every path is looked up on
/// them, nothing reaches the machine's. A failed machine's handles answer with an I/O error. No time passes
/// while SQLite waits.
void useSimulatedDisks();

/// From here on SQLite's own dice fall by \a seed. No connection may be in use.
void seedSqlite(std::uint64_t seed);

} // namespace evertill::sim
