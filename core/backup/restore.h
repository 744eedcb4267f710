#pragma once

#include "core/backup/ledger_copy.h"

namespace evertill {

/// What a restore did.
struct RestoreReport {
    CopyReport copy;
    /// The head of the ledger that was there, where it could still be read. What lies in it beyond the copy
    /// and never reached the OMS is in no journal any more: the file is kept beside (LedgerFiles).
    std::optional<Head> replaced;
};

/// Puts a verified copy in the place of the ledger in \a folder, whose lock the caller holds; no connection
/// to that ledger is open. Nothing is replaced before the whole copy is checked; from then on the replacement
/// is one step that no power cut divides. The next Ledger::open opens a new epoch, beyond every epoch that
/// the copy, the replaced ledger and the replica name.
///
/// Then: the till sells at once, offline too. At first contact the OMS takes the new epoch, which closes the
/// old one at the copy's head, and says what it has beyond that; those facts are recorded again under their
/// old ids (core/recovery). Restored on a new disk, the folder has no key for the OMS: `evertillctl enrol`.
///
/// \a till: who the folder is by what stands beside the ledger (its certificate), where that is known; it
/// counts where the ledger itself can't tell.
///
/// The tables are built anew for the check in a scratch file inside \a scratchFolder; empty: in memory.
///
/// Refuses BadInput (no copy of a ledger; the copy of another till than this folder's), NewerFile,
/// DamagedFile (the copy), DiskFull: the ledger is as it was.
[[nodiscard]] Result<RestoreReport> restoreLedger(
    const QString &copy, const DataFolder &folder, const QString &scratchFolder, const QString &till = {});

} // namespace evertill
