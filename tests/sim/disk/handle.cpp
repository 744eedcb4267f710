#include "tests/sim/disk/handle.h"

#include <algorithm>
#include <cstring>

namespace evertill::sim {
namespace {

constexpr unsigned kReadSlots = 0b11111000; // https://www.sqlite.org/walformat.html#wal_locks
constexpr int kSectorSize = 4096; // what SQLite's unix VFS says of a disk that it knows nothing of

int closeFile(sqlite3_file *file)
{
    Handle *handle = &handleOf(file);
    std::erase(handle->inode->handles, handle);
    if (handle->isDeletedOnClose && handle->disk && !handle->hasEnded())
        handle->disk->names().remove(handle->path);
    delete handle;
    return SQLITE_OK;
}

int readFile(sqlite3_file *file, void *into, int count, sqlite3_int64 at)
{
    const Handle &handle = handleOf(file);
    if (handle.hasEnded())
        return SQLITE_IOERR_READ;
    const std::string &content = handle.inode->content();
    const auto wanted = std::size_t(count);
    const auto from = std::size_t(at);
    const std::size_t there =
        from < content.size() ? content.copy(static_cast<char *>(into), wanted, from) : 0;
    if (there == wanted)
        return SQLITE_OK;
    std::memset(static_cast<char *>(into) + there, 0, wanted - there);
    return SQLITE_IOERR_SHORT_READ;
}

int writeFile(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 at)
{
    Handle &handle = handleOf(file);
    const bool grows = at + count > sqlite3_int64(handle.inode->content().size());
    return handle.change(grows, SQLITE_IOERR_WRITE,
        [&] { handle.inode->write(std::size_t(at), static_cast<const char *>(bytes), std::size_t(count)); });
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    Handle &handle = handleOf(file);
    return handle.change(false, SQLITE_IOERR_TRUNCATE, [&] { handle.inode->truncate(std::size_t(size)); });
}

int syncFile(sqlite3_file *file, int)
{
    Handle &handle = handleOf(file);
    return handle.change(false, SQLITE_IOERR_FSYNC, [&] {
        handle.inode->sync();
        if (handle.disk && std::exchange(handle.syncsNames, false))
            handle.disk->names().sync();
    });
}

int sizeOfFile(sqlite3_file *file, sqlite3_int64 *size)
{
    *size = sqlite3_int64(handleOf(file).inode->content().size());
    return SQLITE_OK;
}

bool anyOther(const Handle &handle, int least)
{
    const auto &all = handle.inode->handles;
    return std::any_of(all.begin(), all.end(),
        [&](const Handle *other) { return other != &handle && other->lock >= least; });
}

int lockFile(sqlite3_file *file, int level)
{
    Handle &handle = handleOf(file);
    if (handle.lock >= level)
        return SQLITE_OK;
    if (handle.hasEnded())
        return SQLITE_IOERR_LOCK;
    if (level == SQLITE_LOCK_SHARED && anyOther(handle, SQLITE_LOCK_PENDING))
        return SQLITE_BUSY;
    if (level > SQLITE_LOCK_SHARED && anyOther(handle, SQLITE_LOCK_RESERVED))
        return SQLITE_BUSY;
    if (level == SQLITE_LOCK_EXCLUSIVE && anyOther(handle, SQLITE_LOCK_SHARED)) {
        handle.lock = SQLITE_LOCK_PENDING;
        return SQLITE_BUSY;
    }
    handle.lock = level;
    return SQLITE_OK;
}

int unlockFile(sqlite3_file *file, int level)
{
    Handle &handle = handleOf(file);
    handle.lock = std::min(handle.lock, level);
    return SQLITE_OK;
}

int checkReserved(sqlite3_file *file, int *isReserved)
{
    const Handle &handle = handleOf(file);
    *isReserved = handle.lock >= SQLITE_LOCK_RESERVED || anyOther(handle, SQLITE_LOCK_RESERVED);
    return SQLITE_OK;
}

int controlFile(sqlite3_file *, int, void *) { return SQLITE_NOTFOUND; }

int sectorSize(sqlite3_file *) { return kSectorSize; }

int characteristics(sqlite3_file *) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

int mapShared(sqlite3_file *file, int region, int size, int extend, void volatile **memory)
{
    Handle &handle = handleOf(file);
    *memory = nullptr;
    if (handle.hasEnded())
        return SQLITE_IOERR_SHMMAP;
    auto &regions = handle.inode->shared;
    handle.isMapped = true;
    while (extend && regions.size() <= std::size_t(region))
        regions.push_back(std::make_unique<char[]>(std::size_t(size)));
    if (regions.size() > std::size_t(region))
        *memory = regions[std::size_t(region)].get();
    return SQLITE_OK;
}

int lockShared(sqlite3_file *file, int first, int count, int flags)
{
    Handle &handle = handleOf(file);
    const unsigned slots = ((1U << count) - 1) << first;
    if (flags & SQLITE_SHM_UNLOCK) {
        const bool wasReading = handle.sharedSlots & slots & kReadSlots;
        handle.sharedSlots &= ~slots;
        handle.exclusiveSlots &= ~slots;
        if (wasReading && handle.disk)
            handle.disk->readEnded();
        return SQLITE_OK;
    }
    if (handle.hasEnded())
        return SQLITE_IOERR_SHMLOCK;
    for (const Handle *other : handle.inode->handles) {
        const unsigned theirs =
            flags & SQLITE_SHM_SHARED ? other->exclusiveSlots : other->exclusiveSlots | other->sharedSlots;
        if (other != &handle && (theirs & slots))
            return SQLITE_BUSY;
    }
    (flags & SQLITE_SHM_SHARED ? handle.sharedSlots : handle.exclusiveSlots) |= slots;
    return SQLITE_OK;
}

void barrier(sqlite3_file *) { }

int unmapShared(sqlite3_file *file, int)
{
    Handle &handle = handleOf(file);
    handle.isMapped = false;
    handle.sharedSlots = handle.exclusiveSlots = 0;
    const auto &all = handle.inode->handles;
    if (std::none_of(all.begin(), all.end(), [](const Handle *other) { return other->isMapped; }))
        handle.inode->shared.clear();
    return SQLITE_OK;
}

} // namespace

const sqlite3_io_methods *fileMethods()
{
    static const sqlite3_io_methods methods = {2, closeFile, readFile, writeFile, truncateFile, syncFile,
        sizeOfFile, lockFile, unlockFile, checkReserved, controlFile, sectorSize, characteristics, mapShared,
        lockShared, barrier, unmapShared, nullptr, nullptr};
    return &methods;
}

} // namespace evertill::sim
