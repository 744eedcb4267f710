#include "core/backup/ledger_copy.h"

#include "core/journal/epoch.h"
#include "core/sale/cart_store.h"
#include "core/till/till_config.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <sqlite3.h>

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr char kCheck[] = "SELECT quick_check='ok' FROM pragma_quick_check(1)";

void removeAll(const QString &path, const Files &files)
{
    for (const QString &ending : {u""_s, u"-journal"_s, u"-wal"_s, u"-shm"_s})
        files.remove(path + ending);
}

/// Refuses what is no ledger, before anything is made of it.
Result<> checkIsLedger(Database &database, const QString &path)
{
    if (database.number("SELECT count(*) FROM sqlite_schema WHERE name IN ('journal','setting')") != 2
        || Journal(database).head().position == Position())
        return refuse(Code::BadInput, {{u"problem"_s, u"%1 is no copy of a till's ledger"_s.arg(path)}});
    return {};
}

} // namespace

void copyPages(Database &source, const QString &path)
{
    Database copy(path, Database::Kind::Copy);
    sqlite3 *to = copy.handle().getHandle();
    sqlite3_backup *backup = sqlite3_backup_init(to, "main", source.handle().getHandle(), "main");
    // All in one step: one moment of the source, and no writer waits for a reader in WAL.
    if (!backup)
        throw SQLite::Exception(to);
    const int stepped = sqlite3_backup_step(backup, -1);
    sqlite3_backup_finish(backup);
    if (stepped != SQLITE_DONE)
        throw SQLite::Exception(sqlite3_errstr(stepped), stepped);
}

Result<Head> copyLedger(Database &source, const QString &path, const Files &files)
{
    if (files.exists(path))
        return refuse(Code::BadInput, {{u"problem"_s, u"%1 is there already"_s.arg(path)}});
    const QString part = path + u".part"_s;
    removeAll(part, files);
    Head head;
    try {
        copyPages(source, part);
        Database copy(part, Database::Kind::Copy);
        WriteTransaction transaction(copy);
        EpochMarks(copy).setCopyBeyond(0);
        leaveOutOpenCart(copy);
        transaction.commit();
        head = Journal(copy).head();
    } catch (...) {
        removeAll(part, files);
        throw;
    }
    if (!files.flush(part) || !files.rename(part, path) || !files.flush(QFileInfo(path).path()))
        throw std::runtime_error("can't write " + path.toStdString());
    return head;
}

Result<CopyReport> checkStaged(Database &staged, const QString &path, const QString &scratchFolder)
{
    if (auto known = checkIsLedger(staged, path); !known)
        return tl::unexpected(known.error());
    if (staged.number(kCheck) != 1)
        return refuseDamaged(path, u"SQLite's own check fails"_s);
    if (auto migrated = migrate(staged, u"ledger"_s); !migrated)
        return tl::unexpected(migrated.error());
    auto audit = verify(staged, scratchFolder);
    if (!audit)
        return tl::unexpected(audit.error());
    if (!audit->isSound())
        return refuseDamaged(path, audit->differences.first());
    const auto config = loadTillConfig(staged);
    if (!config && config.error().code != Code::NotEnrolled)
        return tl::unexpected(config.error());
    return CopyReport{config ? config->till : QString(), Journal(staged).head(), std::move(*audit)};
}

Result<CopyReport> checkCopy(const QString &path, const QString &scratchFolder)
{
    const QTemporaryDir folder(scratchFolder + u"/copy-XXXXXX"_s);
    if (!folder.isValid())
        return refuse(Code::DiskFull, {{u"path"_s, scratchFolder}});
    try {
        const QString staged = folder.filePath(u"staged.db"_s);
        {
            Database copy(path, Database::Kind::Reader);
            copyPages(copy, staged);
        }
        Database database(staged, Database::Kind::Copy);
        return checkStaged(database, path, folder.path());
    } catch (const SQLite::Exception &error) {
        return refuseDamaged(path, QString::fromUtf8(error.what()));
    }
}

} // namespace evertill
