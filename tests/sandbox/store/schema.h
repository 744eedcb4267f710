#pragma once

namespace SQLite {
class Database;
}

namespace evertill::sandbox {

/// Brings the file to the newest of the numbered schema steps, each in one transaction with its version bump.
/// Throws std::runtime_error for a file that a newer sandbox wrote.
void bringToNewestSchema(SQLite::Database &database);

} // namespace evertill::sandbox
