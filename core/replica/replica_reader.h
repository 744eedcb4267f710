#pragma once

#include "core/replica/feed_row.h"
#include "core/replica/files/damage.h"
#include "core/replica/files/replica_files.h"
#include "core/store/database.h"

#include <memory>

namespace evertill {

/// A look into the replica, for one thread; read-only, beside the writer of this or another process. Moves to
/// a newer generation by itself, between queries. Where there is no replica yet, or none that can be read, it
/// looks into an empty one.
class ReplicaReader final {
public:
    /// \a folder is the till's data folder; it need not exist. Opens nothing yet.
    explicit ReplicaReader(const DataFolder &folder);
    ~ReplicaReader();
    ReplicaReader(const ReplicaReader &) = delete;
    ReplicaReader &operator=(const ReplicaReader &) = delete;

    /// The newest generation's tables (resources/schema/replica/). Costs one stat(2). Ask again for each
    /// query: what an earlier call gave is gone once a newer generation was found. Statements on loan must
    /// not be alive when it is called.
    [[nodiscard]] Database &database();

    /// Rows, through and included as of one moment, for one query: never held over a screen. While it lives
    /// database() stays put. Read rows and included, and only then the ledger's tail; let it go before that,
    /// unless the tail tells which rows are still to be read.
    class Snapshot final {
    public:
        explicit Snapshot(ReplicaReader &reader);
        ~Snapshot();
        Snapshot(const Snapshot &) = delete;
        Snapshot &operator=(const Snapshot &) = delete;
        [[nodiscard]] Database &database() { return m_database; }
        /// Every effect of this till's events up to here is in the rows.
        [[nodiscard]] Position included();

    private:
        ReplicaReader &m_reader;
        Database &m_database;
    };

    /// As Snapshot's, read by itself.
    [[nodiscard]] Position included();
    /// How far the OMS has taken this till's journal, as this replica knows it.
    [[nodiscard]] Accepted accepted();
    /// 0 where there is no replica yet.
    [[nodiscard]] std::int64_t generation();

    /// For whoever got an SQLite::Exception that tells of damage from a query: this reader looks into an
    /// empty replica from now on, and the writer is told, by a mark beside the file, to fetch it again. Not
    /// while a Snapshot lives.
    void giveUp();

    /// What \a read gives. Where it throws because the replica turned out damaged, that one is given up, and
    /// \a read is asked once more, of an empty one: the shop sells on while sync fetches a new one. It takes
    /// its Snapshot inside.
    template <typename Read> auto orElseEmpty(Read read)
    {
        try {
            return read();
        } catch (const SQLite::Exception &error) {
            if (!isDamage(error))
                throw;
        }
        giveUp();
        return read();
    }

private:
    void moveOver();
    void useEmpty();
    std::unique_ptr<Database> tryOpen(std::int64_t generation) const;

    ReplicaFiles m_files;
    Files::Stamp m_stamp; // of the pointer
    std::int64_t m_generation = 0;
    int m_snapshots = 0;
    std::unique_ptr<Database> m_database;
};

} // namespace evertill
