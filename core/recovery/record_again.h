#pragma once

#include "core/journal/ledger.h"

#include <span>

namespace evertill {

/// Records facts again, under their old ids, in the epoch that is open: those that the OMS has of this till
/// and that this journal lacks, because it goes on from a copy that was made before they happened. The OMS
/// knows their ids and answers `repeat`: nothing is booked twice. Their rows come out as they stood in the
/// ledger that was lost: receipts keep their numbers of the old epoch, a shift its receipts, and stock,
/// refunds and pickup steps stand at the origin, so that no screen counts them twice (Event::countsAt).
/// Ledger thread.
class RecordAgain final {
public:
    explicit RecordAgain(Ledger &ledger) : m_ledger(ledger) { }

    struct Report {
        int recorded = 0;
        int known = 0; ///< were here already, or speak of the journal that they stood in
        /// Contradict what is here: a receipt's number that this till gave to another sale, because two disks
        /// went on from one. They stay the OMS's alone, which has booked them.
        int left = 0;
    };

    /// \a facts: as the OMS has them, each at its place there, oldest first. All of them are recorded and
    /// durable when this returns, or none. Those that were recorded before are passed over, so it may be
    /// asked again after any crash. With \a isLast the ledger knows from then on that nothing is missing
    /// (EpochMarks). Refuses BadAnswer (problem) for a fact that stands in this epoch or a later one,
    /// BadInput (problem) for one that this program can't read.
    [[nodiscard]] Result<Report> run(std::span<const Event> facts, bool isLast);

private:
    Ledger &m_ledger;
};

/// Appends \a fact to the journal and projects it; false where it contradicts what is there, and nothing has
/// changed then. Refuses BadInput where this program can't read it.
[[nodiscard]] Result<bool> appendAndProject(
    Ledger::Transaction &tx, const Event &fact, const std::optional<Position> &origin);

} // namespace evertill
