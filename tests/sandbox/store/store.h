#pragma once

#include <QByteArray>
#include <QString>
#include <SQLiteCpp/SQLiteCpp.h>
#include <memory>
#include <optional>
#include <unordered_map>

namespace evertill::sandbox {

/// Bytes that are to be stored as a BLOB; a plain QByteArray is stored as text.
struct Blob {
    const QByteArray &bytes;
};

/// The rows of one running query. Its statement is reset when this goes, so no read transaction is left open.
class Rows final {
public:
    explicit Rows(SQLite::Statement &statement) : m_statement(statement) { }
    ~Rows() { m_statement.tryReset(); }
    Rows(const Rows &) = delete;
    Rows &operator=(const Rows &) = delete;

    [[nodiscard]] bool next() { return m_statement.executeStep(); }
    [[nodiscard]] qint64 number(int column) const { return m_statement.getColumn(column).getInt64(); }
    [[nodiscard]] QString text(int column) const { return QString::fromUtf8(bytes(column)); }
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] bool isNull(int column) const { return m_statement.getColumn(column).isNull(); }

private:
    SQLite::Statement &m_statement;
};

/// One connection to the OMS's SQLite file, opened with WAL and synchronous=FULL and brought to the newest
/// schema. For one thread at a time; several may be open on one file. Throws SQLite::Exception when the file
/// can't be used.
class Store final {
public:
    explicit Store(const QString &path);

    /// Runs one statement. \a sql must be a literal: the prepared statement is kept under its address.
    /// Returns the number of rows it changed.
    template <typename... Values> int run(const char *sql, const Values &...values)
    {
        SQLite::Statement &statement = prepared(sql);
        const Rows resetAlways(statement);
        bindAll(statement, values...);
        return statement.exec();
    }
    /// Starts a query. \a sql must be a literal; the same query must not be started again before its Rows are
    /// gone.
    template <typename... Values> [[nodiscard]] Rows query(const char *sql, const Values &...values)
    {
        SQLite::Statement &statement = prepared(sql);
        bindAll(statement, values...);
        return Rows(statement);
    }

    [[nodiscard]] SQLite::Database &database() { return m_database; }

private:
    SQLite::Statement &prepared(const char *sql);
    template <typename... Values> static void bindAll(SQLite::Statement &statement, const Values &...values)
    {
        [[maybe_unused]] int index = 0;
        (bind(statement, ++index, values), ...);
    }
    static void bind(SQLite::Statement &statement, int index, qint64 value);
    static void bind(SQLite::Statement &statement, int index, int value) { statement.bind(index, value); }
    static void bind(SQLite::Statement &statement, int index, const QString &value);
    static void bind(SQLite::Statement &statement, int index, const QByteArray &value);
    static void bind(SQLite::Statement &statement, int index, const Blob &value);
    static void bind(SQLite::Statement &statement, int index, const std::optional<QString> &value);
    static void bind(SQLite::Statement &statement, int index, const std::optional<qint64> &value);

    SQLite::Database m_database;
    std::unordered_map<const char *, std::unique_ptr<SQLite::Statement>> m_statements;
};

} // namespace evertill::sandbox
