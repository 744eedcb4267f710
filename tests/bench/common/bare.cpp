#include "tests/bench/common/bare.h"

#include <cstdio>
#include <cstdlib>

namespace evertill::bench {
namespace {

[[noreturn]] void die(const char *what, sqlite3 *database)
{
    std::fprintf(stderr, "%s: %s\n", what, database ? sqlite3_errmsg(database) : "no database");
    std::exit(1);
}

} // namespace

BareDatabase::BareDatabase(const char *path, const char *pragmas)
{
    if (sqlite3_open_v2(
            path, &m_database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr)
        != SQLITE_OK)
        die(path, m_database);
    run(pragmas);
}

BareDatabase::~BareDatabase()
{
    for (sqlite3_stmt *statement : m_statements)
        sqlite3_finalize(statement);
    sqlite3_close(m_database);
}

void BareDatabase::run(const char *sql)
{
    if (sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        die(sql, m_database);
}

sqlite3_stmt *BareDatabase::prepare(const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v3(m_database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
        die(sql, m_database);
    m_statements.push_back(statement);
    return statement;
}

void BareDatabase::step(sqlite3_stmt *statement)
{
    if (sqlite3_step(statement) != SQLITE_DONE)
        die(sqlite3_sql(statement), m_database);
    sqlite3_reset(statement);
}

bool BareDatabase::row(sqlite3_stmt *statement)
{
    const int rc = sqlite3_step(statement);
    if (rc != SQLITE_ROW && rc != SQLITE_DONE)
        die(sqlite3_sql(statement), m_database);
    return rc == SQLITE_ROW;
}

} // namespace evertill::bench
