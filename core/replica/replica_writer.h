#pragma once

#include "core/base/result.h"
#include "core/replica/feed_row.h"
#include "core/replica/files/replica_files.h"
#include "core/store/database.h"

#include <functional>
#include <memory>

namespace evertill {

class ReplicaGeneration;

/// The one writer of the replica in a till's data folder; the sync thread's, or that of a program that holds
/// the folder's lock. A replica that is missing, torn, damaged or of a newer program counts as none: cursor()
/// is empty then and a snapshot is due. What a power cut takes here is downloaded again; rows, cursor and
/// included go together or not at all. Throws std::runtime_error (SQLite::Exception is one) only where the
/// machine fails: a full disk, a folder that can't be written.
class ReplicaWriter final {
public:
    /// Opens the current generation in \a folder, or begins an empty one, and deletes those that nothing
    /// names any more. Reads no row of the catalogue.
    explicit ReplicaWriter(const DataFolder &folder);
    ~ReplicaWriter();
    ReplicaWriter(const ReplicaWriter &) = delete;
    ReplicaWriter &operator=(const ReplicaWriter &) = delete;

    /// Puts and drops the page's changes, in their order, and takes its cursor and included: one transaction.
    /// A row that is there already, unchanged, is not written. `through` and included follow the page, back
    /// too: the OMS may have been restored. Refuses BadInput (problem) for a change that contradicts itself;
    /// DamagedFile where the file turned out damaged: it was given up, cursor() is empty, a snapshot is due.
    [[nodiscard]] Result<> apply(const FeedPage &page);
    /// Where the feed goes on; empty: from a snapshot.
    [[nodiscard]] QByteArray cursor() const { return m_cursor; }
    [[nodiscard]] Position included() const { return m_included; }

    /// Keeps how far the OMS has taken the journal. It may go back: the OMS may have been restored.
    void setAccepted(const Accepted &accepted);
    /// As last kept; survives a new generation, not the loss of the replica.
    [[nodiscard]] Accepted accepted() const { return m_accepted; }

    /// Begins the next generation in a file of its own: readers see nothing of it before its finish(). One at
    /// a time; what an earlier one left unfinished is deleted. It must not outlive this writer. Where
    /// \a isUnwanted says so, asked now and then on this thread, its add() and finish() break off by
    /// throwing: building the indexes of a large catalogue takes longer than a closing till should.
    [[nodiscard]] std::unique_ptr<ReplicaGeneration> startGeneration(std::function<bool()> isUnwanted = {});

    /// The current file's number: replica-<number>.db.
    [[nodiscard]] std::int64_t generation() const { return m_generation; }

private:
    friend class ReplicaGeneration;
    bool openCurrent();
    void beginEmpty();
    /// Moves over to \a generation, which the pointer names already, and deletes the others unless they are
    /// to stay.
    enum class Others { Go, Stay };
    void moveTo(std::int64_t generation, Others others = Others::Go);
    Result<> write(const FeedPage &page);
    void giveUp();

    ReplicaFiles m_files;
    std::int64_t m_generation = 0;
    std::unique_ptr<Database> m_database;
    QByteArray m_cursor;
    Position m_included;
    Accepted m_accepted;
};

} // namespace evertill
