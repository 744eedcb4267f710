#include "core/store/database.h"

#include <QDir>
#include <QFile>
#include <QUrl>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

int openFlags(Database::Kind kind)
{
    if (kind == Database::Kind::Reader)
        return SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX;
    if (kind == Database::Kind::Still)
        return SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX | SQLite::OPEN_URI;
    return SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX;
}

const char *pragmas(Database::Kind kind)
{
    switch (kind) {
    case Database::Kind::Ledger:
        return "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0;"
               "PRAGMA cache_size=-8192; PRAGMA temp_store=MEMORY;";
    case Database::Kind::Replica:
        return "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=4000;"
               "PRAGMA cache_size=-16384; PRAGMA temp_store=MEMORY;";
    case Database::Kind::Copy:
        return "PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY;";
    case Database::Kind::Reader:
    case Database::Kind::Still:
        return "PRAGMA query_only=ON; PRAGMA cache_size=-8192; PRAGMA temp_store=MEMORY;";
    case Database::Kind::Scratch:
        return "PRAGMA temp_store=MEMORY;";
    }
    return "";
}

/// The path as SQLite takes it.
std::string nameFor(const QString &path, Database::Kind kind)
{
    if (kind != Database::Kind::Still)
        return path.toStdString();
    return "file:" + QUrl::toPercentEncoding(path, "/").toStdString() + "?immutable=1";
}

/// Paths of the numbered files of \a family, in their order.
QStringList schemaFiles(const QString &family)
{
    const QDir folder(u":/schema/"_s + family);
    QStringList files = folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    if (files.isEmpty())
        qFatal("no schema called %s", qPrintable(family));
    for (QString &name : files)
        name = folder.filePath(name);
    return files;
}

int versionOf(const QString &path) { return path.section(u'/', -1).left(4).toInt(); }

int newestVersion(const QStringList &files) { return versionOf(files.last()); }

tl::unexpected<Refusal> newerFile(const Database &database, int version)
{
    return refuse(Code::NewerFile, {{u"path"_s, database.path()}, {u"version"_s, version}});
}

int rememberLogPages(void *logPages, sqlite3 *, const char *, int pages)
{
    *static_cast<int *>(logPages) = pages;
    return SQLITE_OK;
}

} // namespace

Database::Database(const QString &path, Kind kind)
    : m_path(kind == Kind::Scratch ? u":memory:"_s : path), m_kind(kind),
      m_database(nameFor(m_path, kind), openFlags(kind), 5000)
{
    m_database.exec(pragmas(kind));
    if (kind == Kind::Ledger)
        sqlite3_wal_hook(m_database.getHandle(), rememberLogPages, &m_logPages);
}

Database::~Database()
{
    m_statements.clear();
    // What a full disk keeps out of the file stays in its log, and is read from there.
    if (m_kind == Kind::Ledger)
        sqlite3_wal_checkpoint_v2(
            m_database.getHandle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
}

Statement Database::statement(const char *sql)
{
    auto &slot = m_statements[sql];
    if (!slot)
        slot = std::make_unique<PreparedStatement>(m_database, sql);
    return Statement(*slot);
}

void Database::exec(const QByteArray &sql) { m_database.exec(sql.constData()); }

std::optional<std::int64_t> Database::numberIn(const char *sql)
{
    auto query = statement(sql);
    return query.next() && !query.isNull(0) ? std::optional(query.integer(0)) : std::nullopt;
}

void Database::checkpoint()
{
    sqlite3_wal_checkpoint_v2(m_database.getHandle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    m_triedPages = m_logPages;
}

std::int64_t Database::logBytes()
{
    // https://www.sqlite.org/fileformat2.html#walformat
    constexpr std::int64_t kLogHeader = 32;
    constexpr std::int64_t kFrameHeader = 24;
    return kLogHeader + m_logPages * (kFrameHeader + number("PRAGMA page_size"));
}

WriteTransaction::WriteTransaction(Database &database) : m_database(database)
{
    m_database.statement("BEGIN IMMEDIATE").run();
}

WriteTransaction::~WriteTransaction()
{
    if (!m_open)
        return;
    try {
        m_database.statement("ROLLBACK").run();
    } catch (const SQLite::Exception &) {
        // SQLite rolled back by itself (a full disk, an I/O error): there is nothing left to undo.
    }
}

void WriteTransaction::commit()
{
    m_database.statement("COMMIT").run();
    m_open = false;
}

Result<> migrate(Database &database, const QString &family)
{
    const QStringList files = schemaFiles(family);
    const auto version = int(database.number("PRAGMA user_version"));
    if (version > newestVersion(files))
        return newerFile(database, version);
    for (const QString &name : files) {
        const int number = versionOf(name);
        if (number <= version)
            continue;
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("unreadable schema %s", qPrintable(name));
        WriteTransaction transaction(database);
        database.exec(file.readAll());
        database.exec("PRAGMA user_version=" + QByteArray::number(number));
        transaction.commit();
    }
    return {};
}

Result<> checkSchema(Database &database, const QString &family)
{
    const auto version = int(database.number("PRAGMA user_version"));
    const int newest = newestVersion(schemaFiles(family));
    if (version > newest)
        return newerFile(database, version);
    if (version < newest)
        return refuse(Code::BadInput,
            {{u"problem"_s, u"%1 is of an older program: open the till once first"_s.arg(database.path())}});
    return {};
}

} // namespace evertill
