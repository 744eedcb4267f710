#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/journal/journal.h"
#include "core/store/files.h"

namespace evertill {

/// Keeps copies of a till's ledger, one per closed shift, in a folder of their own:
/// `ledger-<epoch>-<seq>.db`, named after the closing, so that their names sort by age. On the till's own
/// disk they help against a torn file and a slip of the hand; against a lost disk the folder must lie on
/// another one.
class BackupKeeper final {
public:
    static constexpr int kKept = 7;

    /// \a ledger: the path of ledger.db, which is only read, on a connection of its own. \a folder exists.
    BackupKeeper(QString ledger, DataFolder folder) : m_ledger(std::move(ledger)), m_folder(std::move(folder))
    {
    }

    /// Copies the ledger where the newest closed shift has no copy yet, and then deletes the oldest beyond
    /// kKept. Called after every closing (it costs one look-up where nothing is due) and at start, it also
    /// makes up for a copy that a power cut took. Any one thread, beside a till that sells. Gives the path of
    /// the new copy; nothing where none was due. Where none could be made it refuses what copyLedger() does,
    /// and all earlier copies stay: DamagedFile where the ledger is not sound, which is found out once for
    /// each closing.
    [[nodiscard]] Result<std::optional<QString>> keepUp();

    /// A copy as it lies in its folder.
    struct Kept {
        QString path;
        Head head;
        Instant madeAt; ///< by the file's date
    };
    /// The newest copy in \a folder; nothing where there is none, or no such folder. Refuses BadInput,
    /// DamagedFile where it can't be read.
    [[nodiscard]] static Result<std::optional<Kept>> newestIn(const DataFolder &folder);

private:
    void prune() const;

    QString m_ledger;
    DataFolder m_folder;
    std::int64_t m_damagedAt = 0; // the closing at which the ledger was found damaged
    std::optional<Refusal> m_damage;
};

} // namespace evertill
