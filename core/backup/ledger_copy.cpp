#include "core/backup/ledger_copy.h"

#include "core/journal/epoch.h"
#include "core/sale/cart_store.h"
#include "core/store/machine_failure.h"
#include "core/till/till_config.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr char kCheck[] = "SELECT quick_check='ok' FROM pragma_quick_check(1)";

const std::array<QString, 3> kBeside = {u"-journal"_s, u"-wal"_s, u"-shm"_s};

void removeAll(const QString &path, const Files &files)
{
    files.remove(path);
    for (const QString &ending : kBeside)
        files.remove(path + ending);
}

tl::unexpected<Refusal> refuseThere(const QString &name)
{
    return refuse(Code::BadInput, {{u"problem"_s, u"%1 is there already"_s.arg(name)}});
}

/// Whether nothing lies at \a part, or only what a copy that was cut short leaves: as much of a database as
/// had reached the disk, perhaps without its first page. Anything else is somebody's.
bool isFreeOrLeftOver(const QString &part, const Files &files)
{
    if (!files.exists(part))
        return true;
    const QByteArray magic(
        "SQLite format 3\0", 16); // https://www.sqlite.org/fileformat2.html#the_database_header
    const auto begins = files.read(part, magic.size());
    return begins && (begins->isEmpty() || *begins == magic || *begins == QByteArray(magic.size(), '\0'));
}

/// Copies what \a source is open on into a new file at \a path, bit for bit.
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

/// What damages a file under everybody's hands: not what somebody wrote into its tables.
Result<Head> checkPages(Database &copy, const QString &source)
{
    if (copy.number(kCheck) != 1)
        return refuseDamaged(source, u"SQLite's own check fails"_s);
    Journal journal(copy);
    if (const auto fault = findChainFault(journal))
        return refuseDamaged(source, fault->text());
    return journal.head();
}

/// Makes the copy at \a part, under a name that is not its own yet.
Result<Head> makeCopy(Database &source, const QString &part)
{
    try {
        copyPages(source, part);
        Database copy(part, Database::Kind::Copy);
        const auto head = checkPages(copy, source.path());
        if (!head)
            return head;
        WriteTransaction transaction(copy);
        EpochMarks(copy).setCopyBeyond(0);
        leaveOutOpenCart(copy);
        transaction.commit();
        return head;
    } catch (const SQLite::Exception &failure) {
        return tl::unexpected(copyFailure(failure, source.path(), part));
    }
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

Refusal copyFailure(const SQLite::Exception &failure, const QString &source, const QString &target)
{
    const int code = failure.getErrorCode() & 0xff;
    const int extended = std::max(failure.getErrorCode(), failure.getExtendedErrorCode());
    const bool isOfSource = code == SQLITE_CORRUPT || code == SQLITE_NOTADB || extended == SQLITE_IOERR_READ
        || extended == SQLITE_IOERR_SHORT_READ;
    return refusalOf(failure, isOfSource ? source : target);
}

void stageCopy(const QString &path, const QString &staged, const Files &files)
{
    const auto log = files.read(path + u"-wal"_s, 1);
    Database source(path, log && !log->isEmpty() ? Database::Kind::Reader : Database::Kind::Still);
    copyPages(source, staged);
}

Result<Head> copyLedger(Database &source, const QString &path, const Files &files)
{
    const QString part = path + u".part"_s;
    if (files.exists(path) || !isFreeOrLeftOver(part, files))
        return refuseThere(files.exists(path) ? path : part);
    const auto held = files.holdEmpty(part);
    if (!held && files.exists(part))
        return refuse(Code::BadInput, {{u"problem"_s, u"another copy is being made as %1"_s.arg(part)}});
    if (files.exists(path)) { // it was made meanwhile
        files.remove(part);
        return refuseThere(path);
    }
    for (const QString &ending : kBeside)
        files.remove(part + ending);
    const auto head = makeCopy(source, part);
    if (!head) {
        removeAll(part, files);
        return head;
    }
    if (files.flush(part) && files.rename(part, path) && files.flush(QFileInfo(path).path()))
        return head;
    removeAll(part, files);
    return refuse(Code::DiskFull, {{u"path"_s, path}, {u"problem"_s, u"it can't be flushed"_s}});
}

Result<CopyReport> checkStaged(Database &staged, const QString &path, const QString &scratchFolder,
    const std::optional<QByteArray> &sealKey)
{
    if (auto known = checkIsLedger(staged, path); !known)
        return tl::unexpected(known.error());
    if (staged.number(kCheck) != 1)
        return refuseDamaged(path, u"SQLite's own check fails"_s);
    if (auto migrated = migrate(staged, u"ledger"_s); !migrated)
        return tl::unexpected(migrated.error());
    auto audit = verify(staged, scratchFolder, sealKey);
    if (!audit)
        return tl::unexpected(audit.error());
    if (!audit->isSound())
        return refuseDamaged(path, audit->differences.first());
    const auto config = loadTillConfig(staged);
    if (!config && config.error().code != Code::NotEnrolled)
        return tl::unexpected(config.error());
    return CopyReport{config ? config->till : QString(), Journal(staged).head(), std::move(*audit)};
}

Result<CopyReport> checkCopy(
    const QString &path, const QString &scratchFolder, const std::optional<QByteArray> &sealKey)
{
    if (!Files::ofThisMachine().exists(path))
        return refuse(Code::BadInput, {{u"problem"_s, u"there is no %1"_s.arg(path)}});
    const QTemporaryDir folder(scratchFolder + u"/copy-XXXXXX"_s);
    if (!folder.isValid())
        return refuse(Code::DiskFull, {{u"path"_s, scratchFolder}});
    try {
        const QString staged = folder.filePath(u"staged.db"_s);
        stageCopy(path, staged);
        Database database(staged, Database::Kind::Copy);
        return checkStaged(database, path, folder.path(), sealKey);
    } catch (const SQLite::Exception &failure) {
        return tl::unexpected(copyFailure(failure, path, scratchFolder));
    }
}

} // namespace evertill
