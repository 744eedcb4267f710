#pragma once

#include "core/audit/verify.h"
#include "core/journal/journal.h"
#include "core/store/files.h"

namespace evertill {

/// Copies the ledger that \a source is open on into a new file at \a path, as of one moment, with SQLite's
/// online backup: beside a till that sells, from any process, on any thread with its own connection. The
/// file is whole and flushed under its name when this returns, or not there at all; it has no log beside it.
/// It is made as \a path.part, by one maker at a time; what one that was killed left there makes way.
/// SQLite's own check and the chain of hashes are gone through before it gets its name: a damaged ledger has
/// no copy (checkCopy() looks at the tables and seals too).
///
/// The copy is marked as one: opened as a till's ledger it opens a new epoch first (Ledger::open), so even a
/// copy that is put in place by hand gives no number twice. It leaves out the open cart, which may be sold
/// by the time it comes back. What is not in ledger.db is not in a copy: the seal's key, the till's key and
/// certificate (secrets don't travel with backups; a new disk is enrolled anew and begins a new seal key with
/// its new epoch) and the replica (downloaded again).
///
/// Gives the head of the copied journal. Refuses BadInput (problem) where something bears either name already
/// that is no such rest, where another copy is being made under it, or the folder is none, DamagedFile (the
/// ledger's path, problem), DiskFull (path, problem).
[[nodiscard]] Result<Head> copyLedger(
    Database &source, const QString &path, const Files &files = Files::ofThisMachine());

/// What a check of a copy found.
struct CopyReport {
    QString till; ///< empty where it was never enrolled
    Head head;
    AuditReport audit;
};

/// Checks the copy at \a path from its first event to its last row, without changing it: SQLite's own check,
/// the chain, every seal (against \a sealKey too, where given), every table (core/audit). A copy of an older
/// program is brought up to date in a scratch file inside \a scratchFolder, not where it lies. Refuses
/// BadInput (no ledger, or none that can be read), NewerFile, DamagedFile (path, problem), DiskFull (the
/// scratch folder).
[[nodiscard]] Result<CopyReport> checkCopy(
    const QString &path, const QString &scratchFolder, const std::optional<QByteArray> &sealKey = {});

/// The same for the file that \a staged is open on, after bringing it up to date. An empty \a scratchFolder:
/// in memory.
[[nodiscard]] Result<CopyReport> checkStaged(Database &staged, const QString &path,
    const QString &scratchFolder, const std::optional<QByteArray> &sealKey = {});

/// Copies the copy at \a path bit for bit into a new file at \a staged, and leaves nothing beside it; where
/// a log with something in it lies there, it belongs to the copy. Throws SQLite::Exception: copyFailure().
void stageCopy(const QString &path, const QString &staged, const Files &files = Files::ofThisMachine());
/// What a failure between the file at \a source and the one at \a target is refused with, naming the one
/// that it befell.
[[nodiscard]] Refusal copyFailure(
    const SQLite::Exception &failure, const QString &source, const QString &target);

} // namespace evertill
