#pragma once

#include "core/base/uuid.h"

#include <QByteArray>
#include <QDate>
#include <QString>

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <optional>

namespace evertill {

/// A prepared statement on loan from its Database for one use: reset when it goes out of scope, so that no
/// read stays open. Columns and parameters count from 0 here. Throws SQLite::Exception where the machine
/// fails.
class Statement final {
public:
    explicit Statement(SQLite::Statement &borrowed) : m_statement(borrowed) { }
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
        return m_statement.executeStep();
    }
    /// Runs a statement that gives no rows and makes it ready to be used again; the number of rows changed.
    int run();

    [[nodiscard]] std::int64_t integer(int column) const { return m_statement.getColumn(column).getInt64(); }
    [[nodiscard]] bool isNull(int column) const { return m_statement.getColumn(column).isNull(); }
    [[nodiscard]] QString text(int column) const;
    /// Text as UTF-8, or a blob.
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] Uuid uuid(int column) const;
    /// From text as a QDate is bound, "2026-11-21".
    [[nodiscard]] QDate date(int column) const;

private:
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
    bool m_isReset = true;
};

} // namespace evertill
