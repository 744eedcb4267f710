#include "tests/sync/e2e/filling_disk.h"

#include <QtGlobal>

#include <atomic>
#include <limits>
#include <sqlite3.h>

namespace evertill::test {
namespace {

constexpr int kRoom = std::numeric_limits<int>::max();

sqlite3_vfs *machine = nullptr;
const sqlite3_io_methods *machineMethods = nullptr;
sqlite3_io_methods fillingMethods;
std::atomic<int> left = kRoom;

int writeWhileThereIsRoom(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 at)
{
    sqlite3_int64 size = 0;
    if (const int asked = machineMethods->xFileSize(file, &size); asked != SQLITE_OK)
        return asked;
    if (at + count > size && left != kRoom && left-- <= 0) {
        left = 0;
        return SQLITE_FULL;
    }
    return machineMethods->xWrite(file, bytes, count, at);
}

int openFilling(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    const int opened = machine->xOpen(machine, name, file, flags, outFlags);
    if (opened != SQLITE_OK || !file->pMethods)
        return opened;
    if (!machineMethods) {
        machineMethods = file->pMethods;
        fillingMethods = *machineMethods;
        fillingMethods.xWrite = writeWhileThereIsRoom;
    }
    if (file->pMethods == machineMethods)
        file->pMethods = &fillingMethods;
    return opened;
}

} // namespace

FillingDisk::FillingDisk()
{
    static sqlite3_vfs vfs;
    machine = sqlite3_vfs_find(nullptr);
    vfs = *machine;
    vfs.pNext = nullptr;
    vfs.zName = "filling";
    vfs.xOpen = openFilling;
    if (sqlite3_vfs_register(&vfs, 1) != SQLITE_OK)
        qFatal("SQLite takes no other disk");
}

void FillingDisk::fillAfter(int growingWrites) { left = growingWrites; }

void FillingDisk::makeRoom() { left = kRoom; }

} // namespace evertill::test
