#include "tests/core/support/small_disk.h"

#include <QFile>

#include <sqlite3.h>

namespace evertill::test {
namespace {

SmallDisk *disk = nullptr;
sqlite3_vfs *machine = nullptr;

struct SmallFile {
    sqlite3_file base;
    QString *path; // where it is counted
    sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

SmallFile &ours(sqlite3_file *file) { return *reinterpret_cast<SmallFile *>(file); }
sqlite3_file *realOf(sqlite3_file *file) { return ours(file).real(); }
const sqlite3_io_methods &call(sqlite3_file *file) { return *realOf(file)->pMethods; }

int write(sqlite3_file *file, const void *bytes, int amount, sqlite3_int64 at)
{
    if (ours(file).path && !disk->mayReach(*ours(file).path, at + amount))
        return SQLITE_FULL;
    return call(file).xWrite(realOf(file), bytes, amount, at);
}

int truncate(sqlite3_file *file, sqlite3_int64 size)
{
    const int done = call(file).xTruncate(realOf(file), size);
    if (done == SQLITE_OK && ours(file).path)
        disk->shortened(*ours(file).path, size);
    return done;
}

int close(sqlite3_file *file)
{
    delete ours(file).path;
    return call(file).xClose(realOf(file));
}

// What is passed on as it is.
int readAt(sqlite3_file *f, void *b, int n, sqlite3_int64 at) { return call(f).xRead(realOf(f), b, n, at); }
int sync(sqlite3_file *f, int how) { return call(f).xSync(realOf(f), how); }
int fileSize(sqlite3_file *f, sqlite3_int64 *size) { return call(f).xFileSize(realOf(f), size); }
int lock(sqlite3_file *f, int how) { return call(f).xLock(realOf(f), how); }
int unlock(sqlite3_file *f, int how) { return call(f).xUnlock(realOf(f), how); }
int isReserved(sqlite3_file *f, int *yes) { return call(f).xCheckReservedLock(realOf(f), yes); }
int control(sqlite3_file *f, int what, void *with) { return call(f).xFileControl(realOf(f), what, with); }
int sectorSize(sqlite3_file *f) { return call(f).xSectorSize(realOf(f)); }
int traits(sqlite3_file *f) { return call(f).xDeviceCharacteristics(realOf(f)); }
int shmMap(sqlite3_file *f, int page, int size, int extend, void volatile **to)
{
    return call(f).xShmMap(realOf(f), page, size, extend, to);
}
int shmLock(sqlite3_file *f, int at, int n, int how) { return call(f).xShmLock(realOf(f), at, n, how); }
void shmBarrier(sqlite3_file *f) { call(f).xShmBarrier(realOf(f)); }
int shmUnmap(sqlite3_file *f, int drop) { return call(f).xShmUnmap(realOf(f), drop); }

constexpr sqlite3_io_methods kMethods = {2, close, readAt, write, truncate, sync, fileSize, lock, unlock,
    isReserved, control, sectorSize, traits, shmMap, shmLock, shmBarrier, shmUnmap, nullptr, nullptr};

int openFile(sqlite3_vfs *, const char *path, sqlite3_file *file, int flags, int *outFlags)
{
    SmallFile &made = ours(file);
    made.base.pMethods = nullptr;
    const int opened = machine->xOpen(machine, path, made.real(), flags, outFlags);
    if (opened != SQLITE_OK)
        return opened;
    const QString name = path ? QFile::decodeName(path) : QString();
    made.path = disk->holds(name) ? new QString(name) : nullptr;
    made.base.pMethods = &kMethods;
    return SQLITE_OK;
}

int removeFile(sqlite3_vfs *, const char *path, int syncFolder)
{
    const int done = machine->xDelete(machine, path, syncFolder);
    if (done == SQLITE_OK)
        disk->shortened(QFile::decodeName(path), 0);
    return done;
}

} // namespace

SmallDisk::SmallDisk(const QString &folder)
    : FailingFiles([](const QString &) { return true; }), m_folder(folder),
      m_vfs(std::make_unique<sqlite3_vfs>(*sqlite3_vfs_find(nullptr)))
{
    machine = sqlite3_vfs_find(nullptr);
    disk = this;
    m_vfs->zName = "small-disk";
    m_vfs->szOsFile = int(sizeof(SmallFile)) + machine->szOsFile;
    m_vfs->xOpen = openFile;
    m_vfs->xDelete = removeFile;
    sqlite3_vfs_register(m_vfs.get(), 1);
}

SmallDisk::~SmallDisk()
{
    sqlite3_vfs_unregister(m_vfs.get());
    sqlite3_vfs_register(machine, 1);
    disk = nullptr;
}

bool SmallDisk::mayReach(const QString &path, qint64 bytes) const
{
    qint64 &has = m_files[path];
    if (bytes - has > m_room) {
        ++m_refusals;
        return false;
    }
    if (bytes > has) {
        m_room -= bytes - has;
        has = bytes;
    }
    return true;
}

void SmallDisk::shortened(const QString &path, qint64 bytes) const
{
    const auto file = m_files.find(path);
    if (file == m_files.end())
        return;
    m_room += file->second - bytes;
    file->second = bytes;
}

bool SmallDisk::reserve(const QString &path, qint64 bytes) const { return mayReach(path, bytes); }

} // namespace evertill::test
