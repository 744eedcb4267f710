#pragma once

#include "core/base/uuid.h"

#include <QByteArray>
#include <QDate>
#include <QString>

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace evertill {

/// A statement as its Database keeps it. Columns are made once, at the first row, and read every row: making
/// one costs more than reading it.
struct PreparedStatement {
    PreparedStatement(const SQLite::Database &database, const char *sql) : statement(database, sql) { }

    SQLite::Statement statement;
    std::vector<SQLite::Column> columns;
};

/// A prepared statement on loan from its Database for one use: reset when it goes out of scope, so that no
/// read stays open. Columns and parameters count from 0 here. Throws SQLite::Exception where the machine
/// fails.
class Statement final {
public:
    explicit Statement(PreparedStatement &borrowed)
        : m_statement(borrowed.statement), m_columns(borrowed.columns)
    {
    }
    ~Statement()
    {
        if (!m_isReset)
            m_statement.tryReset();
    }
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    /// Binds every parameter from the first on.
    template <typename... Values> Statement &with(const Values &...values)
    {
        int at = 0;
        (bindOne(++at, values), ...);
        return *this;
    }
    /// Steps to the next row; false after the last.
    [[nodiscard]] bool next()
    {
        m_isReset = false;
        const bool hasRow = m_statement.executeStep();
        if (hasRow && m_columns.empty())
            makeColumns();
        return hasRow;
    }
    /// Runs a statement that gives no rows and makes it ready to be used again; the number of rows changed.
    int run();

    [[nodiscard]] std::int64_t integer(int column) const { return at(column).getInt64(); }
    [[nodiscard]] bool isNull(int column) const { return at(column).isNull(); }
    /// Whether there is no text, or an empty one: cheaper than text() where most rows have none.
    [[nodiscard]] bool isEmpty(int column) const { return *at(column).getText("") == '\0'; }
    [[nodiscard]] QString text(int column) const;
    /// The same, sharing \a likely where that is what the column says.
    [[nodiscard]] QString text(int column, const QString &likely) const;
    /// Text as UTF-8, or a blob.
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] Uuid uuid(int column) const;
    /// From text as a QDate is bound, "2026-11-21".
    [[nodiscard]] QDate date(int column) const;

private:
    void makeColumns();
    [[nodiscard]] const SQLite::Column &at(int column) const { return m_columns.at(std::size_t(column)); }
    template <std::integral T> void bindOne(int at, T value) { m_statement.bind(at, std::int64_t(value)); }
    void bindOne(int at, const QString &text);
    void bindOne(int at, QDate date);
    /// A blob.
    void bindOne(int at, const QByteArray &blob) { m_statement.bind(at, blob.constData(), int(blob.size())); }
    void bindOne(int at, const std::string &utf8) { m_statement.bind(at, utf8); }
    void bindOne(int at, const char *utf8) { m_statement.bind(at, utf8); }
    void bindOne(int at, const Uuid &uuid) { m_statement.bind(at, uuid.bytes().data(), 16); }
    template <typename Tag> void bindOne(int at, const Id<Tag> &id) { bindOne(at, id.uuid()); }
    void bindOne(int at, std::nullopt_t) { m_statement.bind(at); }
    template <typename T> void bindOne(int at, const std::optional<T> &value)
    {
        value ? bindOne(at, *value) : bindOne(at, std::nullopt);
    }

    SQLite::Statement &m_statement;
    std::vector<SQLite::Column> &m_columns;
    bool m_isReset = true;
};

} // namespace evertill
