#pragma once

#include "core/base/result.h"
#include "core/store/statement.h"

#include <SQLiteCpp/Database.h>

#include <memory>
#include <unordered_map>

namespace evertill {

/// One SQLite connection, used by one thread. Statements are prepared at first use and kept for as long as it
/// lives.
class Database final {
public:
    enum class Kind {
        Ledger, ///< WAL, synchronous=FULL, no checkpoint inside a commit: every commit is durable and costs
                ///< one flush
        Replica, ///< WAL, synchronous=NORMAL: what a power cut takes is downloaded again
        Copy, ///< a single file with no log beside it, flushed at each commit: nobody else has it open yet
        Reader, ///< reads only, whoever writes beside it
        Still, ///< reads a file that nobody writes, and leaves nothing beside it; a log there is not read
        Scratch, ///< in memory (the path is ignored): for checking, and for tests
    };

    /// Opens, or makes, the file at \a path. Throws SQLite::Exception where that can't be done.
    Database(const QString &path, Kind kind);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// \a sql is a literal: statements are kept under its address.
    [[nodiscard]] Statement statement(const char *sql);
    void exec(const QByteArray &sql);
    /// The one number that \a sql gives.
    [[nodiscard]] std::int64_t number(const char *sql) { return numberIn(sql).value_or(0); }
    [[nodiscard]] std::optional<std::int64_t> numberIn(const char *sql);
    [[nodiscard]] std::int64_t lastRowId() const { return m_database.getLastInsertRowid(); }

    /// Moves the write-ahead log into the file as far as no reader is in the way; the next commits start it
    /// over.
    void checkpoint();
    /// Pages that the commits of a Ledger left in the write-ahead log; 0 between a checkpoint and the next
    /// commit.
    [[nodiscard]] int logPages() const { return m_logPages == m_triedPages ? 0 : m_logPages; }
    /// How long the log was in its file after the last commit. A checkpoint that a full disk refuses leaves
    /// it as it is, and a commit that changes nothing does not say so.
    [[nodiscard]] std::int64_t logBytes();
    [[nodiscard]] SQLite::Database &handle() { return m_database; }
    [[nodiscard]] QString path() const { return m_path; }

private:
    QString m_path;
    Kind m_kind;
    SQLite::Database m_database;
    int m_logPages = 0; // as of the last commit
    int m_triedPages = 0; // what it was when a checkpoint was tried
    std::unordered_map<const char *, std::unique_ptr<PreparedStatement>> m_statements;
};

/// A write transaction: rolled back when it goes out of scope, unless commit() returned.
class WriteTransaction final {
public:
    explicit WriteTransaction(Database &database);
    ~WriteTransaction();
    WriteTransaction(const WriteTransaction &) = delete;
    WriteTransaction &operator=(const WriteTransaction &) = delete;
    /// Durable as the database's Kind says when it returns.
    void commit();

private:
    Database &m_database;
    bool m_open = true;
};

/// Brings \a database to the newest schema of \a family ("ledger", "replica"): each
/// resources/schema/<family>/NNNN_*.sql beyond its user_version, in order, each in a transaction with its
/// version. Refuses NewerFile; throws where SQLite fails.
[[nodiscard]] Result<> migrate(Database &database, const QString &family);
/// For those who only read: refuses NewerFile, and BadInput where the file is older than this program's
/// schema.
[[nodiscard]] Result<> checkSchema(Database &database, const QString &family);

} // namespace evertill
