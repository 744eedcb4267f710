#include "tests/sim/disk/vfs.h"

#include "tests/sim/disk/blanks.h"
#include "tests/sim/disk/handle.h"

#include <cstring>
#include <malloc.h>

namespace evertill::sim {
namespace {

constexpr int kLongestPath = 512;
constexpr int kNewJournals = SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL;
SeededRandom sqliteDice{0};

int openTemporary(OpenFile *open)
{
    open->handle = new Handle;
    open->handle->inode = std::make_shared<Inode>();
    open->handle->inode->handles.push_back(open->handle);
    open->base.pMethods = fileMethods();
    return SQLITE_OK;
}

std::shared_ptr<Inode> newFile(const Disk &disk, const char *name)
{
    const std::string *blank = disk.beginsBlank() ? Blanks::find(name) : nullptr;
    return blank ? std::make_shared<Inode>(*blank) : std::make_shared<Inode>();
}

int openFile(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    auto *open = reinterpret_cast<OpenFile *>(file);
    open->base.pMethods = nullptr;
    if (outFlags)
        *outFlags = flags;
    if (!name)
        return openTemporary(open);
    Disk *disk = Disk::of(name);
    if (!disk || disk->hasEnded())
        return SQLITE_CANTOPEN;
    auto handle = std::make_unique<Handle>();
    handle->disk = disk;
    handle->path = name;
    handle->isDeletedOnClose = flags & SQLITE_OPEN_DELETEONCLOSE;
    handle->inode = disk->names().find(name);
    if (!handle->inode) {
        if (!(flags & SQLITE_OPEN_CREATE))
            return SQLITE_CANTOPEN;
        handle->inode = newFile(*disk, name);
        handle->syncsNames = flags & kNewJournals;
        if (const int made =
                handle->change(true, SQLITE_CANTOPEN, [&] { disk->names().set(name, handle->inode); });
            made != SQLITE_OK)
            return made;
    }
    open->handle = handle.release();
    open->handle->inode->handles.push_back(open->handle);
    open->base.pMethods = fileMethods();
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs *, const char *name, int syncsNames)
{
    Disk *disk = Disk::of(name);
    if (!disk || disk->mayChange(false) != Disk::Step::Done)
        return SQLITE_IOERR_DELETE;
    if (!disk->names().find(name))
        return SQLITE_IOERR_DELETE_NOENT;
    disk->names().remove(name);
    if (syncsNames)
        disk->names().sync();
    return disk->endsNow() ? SQLITE_IOERR_DELETE : SQLITE_OK;
}

int access(sqlite3_vfs *, const char *name, int flags, int *result)
{
    Disk *disk = Disk::of(name);
    const auto inode = disk ? disk->names().find(name) : nullptr;
    *result = inode && (flags != SQLITE_ACCESS_EXISTS || !inode->content().empty());
    return SQLITE_OK;
}

int fullPath(sqlite3_vfs *, const char *name, int size, char *out)
{
    sqlite3_snprintf(size, out, "%s", name);
    return SQLITE_OK;
}

int randomness(sqlite3_vfs *, int count, char *out)
{
    sqliteDice.fill({reinterpret_cast<std::uint8_t *>(out), std::size_t(count)});
    return count;
}

int sleepNot(sqlite3_vfs *, int microseconds) { return microseconds; }

int lastError(sqlite3_vfs *, int, char *) { return 0; }

int julianDay(sqlite3_vfs *, sqlite3_int64 *now)
{
    *now = 212'646'000'000'000; // one day in 2026: nothing here may depend on it
    return SQLITE_OK;
}

} // namespace

void useSimulatedDisks()
{
    static sqlite3_vfs vfs = {};
    if (vfs.iVersion != 0)
        return;
    // One thread, and nobody asks how much memory: a tenth of the time would go there.
    sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    // Disks come and go with each seed: what was freed is not given back to the system in between.
    constexpr int kKept = 32 << 20; // the most that glibc takes
    mallopt(M_MMAP_THRESHOLD, kKept);
    mallopt(M_TRIM_THRESHOLD, kKept);
    vfs.iVersion = 2;
    vfs.szOsFile = int(sizeof(OpenFile));
    vfs.mxPathname = kLongestPath;
    vfs.zName = "sim";
    vfs.xOpen = openFile;
    vfs.xDelete = deleteFile;
    vfs.xAccess = access;
    vfs.xFullPathname = fullPath;
    vfs.xRandomness = randomness;
    vfs.xSleep = sleepNot;
    vfs.xGetLastError = lastError;
    vfs.xCurrentTimeInt64 = julianDay;
    if (sqlite3_vfs_register(&vfs, 1) != SQLITE_OK)
        qFatal("SQLite takes no other disk");
}

void seedSqlite(std::uint64_t seed)
{
    sqliteDice = SeededRandom(seed);
    sqlite3_randomness(0, nullptr);
}

} // namespace evertill::sim
