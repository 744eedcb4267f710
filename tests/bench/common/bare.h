#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace evertill::bench {

/// The least around the SQLite C API: ends the program where anything fails.
class BareDatabase final {
public:
    /// \a pragmas: as the product sets them on its own connection.
    BareDatabase(const char *path, const char *pragmas);
    ~BareDatabase();
    BareDatabase(const BareDatabase &) = delete;
    BareDatabase &operator=(const BareDatabase &) = delete;

    void run(const char *sql);
    [[nodiscard]] sqlite3_stmt *prepare(const char *sql);
    /// Steps a statement that gives no rows, and resets it.
    void step(sqlite3_stmt *statement);
    /// True while there is a row.
    [[nodiscard]] bool row(sqlite3_stmt *statement);
    [[nodiscard]] sqlite3 *handle() const { return m_database; }

private:
    sqlite3 *m_database = nullptr;
    std::vector<sqlite3_stmt *> m_statements;
};

inline void bindValue(sqlite3_stmt *statement, int at, std::int64_t value)
{
    sqlite3_bind_int64(statement, at, value);
}
inline void bindValue(sqlite3_stmt *statement, int at, std::string_view text)
{
    sqlite3_bind_text(statement, at, text.data(), int(text.size()), SQLITE_STATIC);
}
inline void bindBlob(sqlite3_stmt *statement, int at, const void *data, int size)
{
    sqlite3_bind_blob(statement, at, data, size, SQLITE_STATIC);
}

} // namespace evertill::bench
