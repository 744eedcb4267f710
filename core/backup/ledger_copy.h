#pragma once

#include "core/audit/verify.h"
#include "core/journal/journal.h"
#include "core/store/files.h"

namespace evertill {

/// Copies the ledger that \a source is open on into a new file at \a path, as of one moment, with SQLite's
/// online backup: beside a till that sells, from any process, on any thread with its own connection. The
/// file is whole and flushed under its name when this returns, or not there at all; it has no log beside it.
///
/// The copy is marked as one: opened as a till's ledger it opens a new epoch first (Ledger::open), so even a
/// copy that is put in place by hand gives no number twice. It leaves out the open cart, which may be sold
/// by the time it comes back. What is not in ledger.db is not in a copy: the seal's key, the till's key and
/// certificate (secrets don't travel with backups; a new disk is enrolled anew and begins a new seal key with
/// its new epoch) and the replica (downloaded again).
///
/// Gives the head of the copied journal. Refuses BadInput (problem) where something bears the name already;
/// throws SQLite::Exception or std::runtime_error where the machine fails.
[[nodiscard]] Result<Head> copyLedger(
    Database &source, const QString &path, const Files &files = Files::ofThisMachine());

/// What a check of a copy found.
struct CopyReport {
    QString till; ///< empty where it was never enrolled
    Head head;
    AuditReport audit;
};

/// Checks the copy at \a path from its first event to its last row, without changing it: SQLite's own check,
/// the chain, every seal, every table (core/audit). A copy of an older program is brought up to date in a
/// scratch file inside \a scratchFolder, not where it lies. Refuses BadInput (no ledger), NewerFile,
/// DamagedFile (path, problem), DiskFull.
[[nodiscard]] Result<CopyReport> checkCopy(const QString &path, const QString &scratchFolder);

/// The same for the file that \a staged is open on, after bringing it up to date. An empty \a scratchFolder:
/// in memory.
[[nodiscard]] Result<CopyReport> checkStaged(
    Database &staged, const QString &path, const QString &scratchFolder);

/// Copies what \a source is open on into a new file at \a path, bit for bit; throws where the machine fails.
void copyPages(Database &source, const QString &path);

} // namespace evertill
