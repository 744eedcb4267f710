#pragma once

#include "core/base/random.h"
#include "core/journal/journal.h"

namespace evertill {

// What an epoch is for: a journal's history is counted in epochs, so that a till that goes on from a copy of
// its ledger (a backup, or what the OMS gave back) never gives a position or a receipt number that the till
// it was copied from may have given already. The chain of hashes goes on across epochs.

inline constexpr char kEpochOpened[] = "epoch.opened";
inline constexpr char kJournalSealed[] = "journal.sealed";

/// Whether events of \a kind speak of the journal that they stand in and not of the shop: such an event means
/// nothing in another journal, and is never recorded again.
[[nodiscard]] inline bool isOfJournal(QByteArrayView kind)
{
    return kind == kEpochOpened || kind == kJournalSealed;
}

/// What an epoch.opened payload says.
struct EpochOpened {
    Head predecessor; ///< where the journal goes on from; all zero in a till's first epoch

    [[nodiscard]] QByteArray payload() const;
    [[nodiscard]] static std::optional<EpochOpened> fromPayload(const QByteArray &payload);
};

/// An epoch that lies beyond \a highest known one, with a leap of chance (1 to 16384): two disks that go on
/// from one backup, both offline and neither knowing of the other, would count on from the same receipt
/// number otherwise. Refuses BadInput where 4 million epochs are used up.
[[nodiscard]] Result<std::int64_t> epochBeyond(std::int64_t highest, Random &random);

/// The marks, in the ledger's table of settings, by which a file knows that it goes on from a copy. They are
/// no facts: what comes of them is.
class EpochMarks final {
public:
    explicit EpochMarks(Database &ledger) : m_database(ledger) { }

    /// Set in every copy of a ledger (never in the ledger itself): whoever opens it as a till's opens a new
    /// epoch first, beyond every epoch of the journal and beyond this one. 0 where nothing else is known.
    [[nodiscard]] std::optional<std::int64_t> copyBeyond();
    void setCopyBeyond(std::int64_t epoch);
    /// Set from the opening of an epoch that goes on from a copy until all that the OMS has beyond the copy
    /// is recorded again (core/recovery).
    [[nodiscard]] bool isRecoveryDue();
    void setRecoveryDue(bool due);
    void clearCopy();

private:
    Database &m_database;
};

} // namespace evertill
