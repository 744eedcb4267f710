#pragma once

#include "core/journal/ledger.h"
#include "core/till/till_config.h"

#include <span>

namespace evertill {

/// Builds a till's ledger anew from its journal, in a file of its own: every event as it stands, every table
/// by the projections that audit checks with. What no event tells of is not in it: the open cart, personal
/// records, the seal's key. One thread.
class LedgerBuilder final {
public:
    /// Makes an empty ledger at \a path, where nothing lies. Throws where the machine fails.
    explicit LedgerBuilder(const QString &path);

    /// Takes the next events of the chain, each with the hash that its source claims. Refuses BadAnswer
    /// (problem) for one that does not continue the chain, BadInput for one that this program can't read.
    [[nodiscard]] Result<> add(std::span<const Event> events);
    /// Checks the whole chain once more, seals too, keeps \a config, and marks the file as a copy: the ledger
    /// opens an epoch beyond all of its own and beyond \a epoch. Durable when it returns; the file is closed.
    /// Refuses BadAnswer (problem).
    [[nodiscard]] Result<Head> finish(const TillConfig &config, std::int64_t epoch);

private:
    std::unique_ptr<Database> m_database;
    Head m_head;
};

/// Records the facts of \a source, another ledger of this machine, beyond \a common in \a ledger, under their
/// ids: facts that no OMS has booked, or those that it has, at their origin. The open cart comes along. All
/// of it or nothing. Gives how many. Refuses BadInput, DamagedFile (problem).
[[nodiscard]] Result<int> carryFacts(Ledger &ledger, Database &source, Position common);

} // namespace evertill
