#include "tests/sandbox/store/store.h"

#include "tests/sandbox/store/schema.h"

namespace evertill::sandbox {

QByteArray Rows::bytes(int column) const
{
    const SQLite::Column value = m_statement.getColumn(column);
    const auto *data = static_cast<const char *>(value.getBlob());
    return QByteArray(data, value.getBytes());
}

Store::Store(const QString &path)
    : m_database(path.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, 30'000)
{
    m_database.exec("PRAGMA journal_mode=WAL");
    m_database.exec("PRAGMA synchronous=FULL");
    m_database.exec("PRAGMA cache_size=-32768");
    // What a process wrote that was killed within a commit can be read, and is not durable before this.
    m_database.exec("PRAGMA wal_checkpoint(PASSIVE)");
    bringToNewestSchema(m_database);
}

SQLite::Statement &Store::prepared(const char *sql)
{
    std::unique_ptr<SQLite::Statement> &slot = m_statements[sql];
    if (!slot)
        slot = std::make_unique<SQLite::Statement>(m_database, sql);
    slot->clearBindings();
    return *slot;
}

void Store::bind(SQLite::Statement &statement, int index, qint64 value)
{
    statement.bind(index, static_cast<int64_t>(value));
}

void Store::bind(SQLite::Statement &statement, int index, const QString &value)
{
    statement.bind(index, value.toStdString());
}

void Store::bind(SQLite::Statement &statement, int index, const QByteArray &value)
{
    statement.bind(index, value.toStdString());
}

void Store::bind(SQLite::Statement &statement, int index, const Blob &value)
{
    statement.bind(index, value.bytes.constData(), static_cast<int>(value.bytes.size()));
}

void Store::bind(SQLite::Statement &statement, int index, const std::optional<QString> &value)
{
    if (value)
        bind(statement, index, *value);
    else
        statement.bind(index);
}

void Store::bind(SQLite::Statement &statement, int index, const std::optional<qint64> &value)
{
    if (value)
        bind(statement, index, *value);
    else
        statement.bind(index);
}

} // namespace evertill::sandbox
