#pragma once

#include "core/base/random.h"
#include "core/journal/journal.h"
#include "core/journal/seal.h"
#include "core/store/files.h"

#include <functional>
#include <memory>

namespace evertill {

/// The till's own file, ledger.db: the journal and what is projected from it. One instance, on one thread
/// (the ledger thread): the file has one writer. Opening the file anew opens its first epoch; opening one
/// that is marked as a copy (core/backup) opens a new epoch before anything else can be recorded, online or
/// not. The seal key is read or made beside it (seal.key).
class Ledger final {
public:
    /// Opens or makes \a folder/ledger.db, brings its schema up to date and checks the chain since the last
    /// seal. Refuses NewerFile, DiskFull (path), DamagedFile (also what SQLite can't read; and seals whose
    /// key is missing: a new key would break off what they prove; where the file is a copy, its new epoch
    /// begins with a new key). \a clock and \a random outlive it.
    [[nodiscard]] static Result<std::unique_ptr<Ledger>> open(
        const DataFolder &folder, const Clock &clock, Random &random);
    /// The same for a ledger that is being made ready at \a path, to become a till's, with that till's key.
    /// All that is recorded stands in that one file (Database::Kind::Copy): no log has to come along with it.
    [[nodiscard]] static Result<std::unique_ptr<Ledger>> openAt(
        const QString &path, SealKey key, const Clock &clock, Random &random);
    /// A ledger in memory, for tests and for checking.
    [[nodiscard]] static std::unique_ptr<Ledger> inMemory(const Clock &clock, Random &random);

    class Transaction;
    /// Runs \a work in one transaction. Where it returns a value, everything it did is durable when this
    /// returns; where it refuses or throws, nothing of it happened. \a work gets a Transaction & and returns
    /// a Result.
    template <typename Work> auto transact(Work &&work) -> std::invoke_result_t<Work, Transaction &>;

    /// Whether the disk keeps room for what is begun now to be finished, a hundred commits or so, whatever
    /// else is written on it. Asked right after a commit. Always true of a ledger that is no till's.
    [[nodiscard]] bool keepsRoom();

    /// Reads outside a transaction; on the ledger thread only.
    [[nodiscard]] Database &database() { return *m_database; }
    [[nodiscard]] Head head() const { return m_head; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] Random &random() { return m_random; }
    [[nodiscard]] const SealKey &sealKey() const { return m_sealKey; }
    /// Who acts from now on, a random reference to a person; every event carries it.
    void setActor(const QString &reference) { m_actor = reference; }
    [[nodiscard]] QString actor() const { return m_actor; }

    /// Between sales: moves the log into the file once it is long enough to be worth it.
    void checkpointIfDue();

private:
    [[nodiscard]] static Result<std::unique_ptr<Ledger>> openIn(
        const DataFolder &folder, const QString &path, const Clock &clock, Random &random);
    [[nodiscard]] static Result<std::unique_ptr<Ledger>> openAs(
        Database::Kind kind, const QString &path, SealKey key, const Clock &clock, Random &random);
    Ledger(std::unique_ptr<Database> database, SealKey key, const Clock &clock, Random &random);
    [[nodiscard]] Result<> begin();
    [[nodiscard]] Result<> openEpoch();

    std::unique_ptr<Database> m_database;
    SealKey m_sealKey;
    const Clock &m_clock;
    Random &m_random;
    Head m_head;
    QString m_actor;
    std::optional<DataFolder> m_folder; // of a till's own
};

/// One use case's turn at the ledger.
class Ledger::Transaction final {
public:
    /// Adds \a fact to the end of the journal and gives the event as it will stand there. Projecting it is
    /// the caller's next line.
    Event append(const Fact &fact);
    /// Adds \a known, a fact of another epoch or journal, to the end of this one as it was, under its own
    /// id; \a origin as in Event. Projecting it is the caller's next line: core/recovery does both.
    Event appendAgain(const Event &known, const std::optional<Position> &origin);
    [[nodiscard]] Database &database() { return *m_ledger.m_database; }
    /// The moment of this transaction: one for all that happens in it.
    [[nodiscard]] Instant now() const { return m_now; }
    [[nodiscard]] Head head() const { return m_head; }
    [[nodiscard]] std::int64_t epoch() const { return m_head.position.epoch; }
    /// A new id, of the transaction's moment.
    [[nodiscard]] Uuid newId() { return m_ledger.m_random.uuid(m_now); }

private:
    friend class Ledger;
    explicit Transaction(Ledger &ledger);
    Event chain(Event event);
    void commit();

    Ledger &m_ledger;
    WriteTransaction m_write;
    Instant m_now;
    Head m_head;
};

template <typename Work> auto Ledger::transact(Work &&work) -> std::invoke_result_t<Work, Transaction &>
{
    Transaction transaction(*this);
    auto result = work(transaction);
    if (result)
        transaction.commit();
    return result;
}

} // namespace evertill
