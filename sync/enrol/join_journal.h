#pragma once

#include "core/base/random.h"
#include "core/journal/journal.h"
#include "core/store/files.h"
#include "core/till/till_config.h"
#include "sync/enrol/journal_at_oms.h"

namespace evertill {

/// How a folder's journal and the OMS's were brought together.
struct Joined {
    enum How {
        Begun, ///< the OMS has none of this till: the folder's own goes on, or begins
        GoesOn, ///< the folder's continues the OMS's
        Rebuilt, ///< the folder had none: it was built from the OMS's
        Rebased, ///< both had gone on from one point: the folder's facts beyond it go on in a new epoch
        Moved, ///< the folder was another till's: its unsent facts go on in this one's journal
    };
    How how = Begun;
    Head common; ///< where the OMS's journal and the folder's are the same for the last time
    int carried = 0; ///< facts that were taken over into the new epoch (Rebased, Moved)
};

/// Whether the ledger in \a folder, if there is one, can go on as \a till, of whose journal the OMS has what
/// lies up to \a accepted. The folder's lock is held and its ledger is not open. Refuses BadInput (problem)
/// where it has facts of its own, under another name, and the till a journal; DamagedFile, DiskFull.
[[nodiscard]] Result<> checkMayJoin(const DataFolder &folder, const QString &till, Position accepted);

/// After enrolment as \a config says: brings the ledger in \a folder and what \a oms has of the till's
/// journal together, so that the next push is no fork, and keeps \a config in it. The folder's lock is held
/// and its ledger is not open. Whatever takes the ledger's place does so in one step, the old file stays
/// beside (LedgerFiles), and a machine that stops within is enrolled by the same code again.
///
/// - A cloned disk that the OMS calls a fork, enrolled anew under its own name: from the last event that both
///   have it opens a new epoch, beyond every known one, and what it did since goes out there under its ids.
///   The other disk is cut off: its epoch is closed and its certificate replaced. What that one had sent is
///   recorded at the next contact (core/recovery), except receipts whose numbers both disks gave out; those
///   stay in the OMS's books alone.
/// - The same under a new till's name: a new journal begins, and what the OMS does not have of the former
///   till's goes out in it; \a former is asked where that begins, so the former certificate must still be
///   good. Where it is not, the disk is enrolled under its own name first. The replica is downloaded anew.
/// - An empty folder for a till that the OMS knows: the ledger is built from the OMS's copy, which is checked
///   event by event. Not in it: what was never sent, the open cart, personal records.
///
/// \a former: the journal of the till that the folder was enrolled as before; null where it never was.
/// Refuses what JournalAtOms does; BadInput (problem) where the folder has facts of its own and the till a
/// journal elsewhere; DamagedFile, DiskFull: the ledger is as it was, or joined and only its last row,
/// \a config, is missing.
[[nodiscard]] Result<Joined> joinJournal(const DataFolder &folder, const TillConfig &config,
    const JournalAtOms &oms, const JournalAtOms *former, const Clock &clock, Random &random);

} // namespace evertill
