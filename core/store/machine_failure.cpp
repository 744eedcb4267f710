#include "core/store/machine_failure.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

/// Full disks that SQLite does not call so: a log or its shared memory that could not be made longer.
bool isWriting(int extendedCode)
{
    switch (extendedCode) {
    case SQLITE_IOERR_WRITE:
    case SQLITE_IOERR_FSYNC:
    case SQLITE_IOERR_DIR_FSYNC:
    case SQLITE_IOERR_TRUNCATE:
    case SQLITE_IOERR_SHMSIZE:
    case SQLITE_IOERR_SHMMAP:
        return true;
    default:
        return false;
    }
}

} // namespace

Refusal refusalOf(const SQLite::Exception &failure, const QString &path)
{
    const QString problem = QString::fromUtf8(failure.what());
    // Some calls give the extended code alone.
    switch (failure.getErrorCode() & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {Code::DamagedFile, {{u"path"_s, path}, {u"problem"_s, problem}}};
    case SQLITE_FULL:
        return {Code::DiskFull, {{u"path"_s, path}, {u"problem"_s, problem}}};
    default:
        if (isWriting(failure.getExtendedErrorCode()) || isWriting(failure.getErrorCode()))
            return {Code::DiskFull, {{u"path"_s, path}, {u"problem"_s, problem}}};
        return {Code::BadInput, {{u"problem"_s, u"%1: %2"_s.arg(path, problem)}}};
    }
}

bool isDiskFull(const std::exception &broken)
{
    const auto *sqlite = dynamic_cast<const SQLite::Exception *>(&broken);
    return sqlite && refusalOf(*sqlite, {}).code == Code::DiskFull;
}

} // namespace evertill
