#pragma once

#include "tests/sim/disk/disk.h"

#include <sqlite3.h>

namespace evertill::sim {

/// One open file of one SQLite connection.
struct Handle {
    Disk *disk = nullptr; ///< null for a temporary file
    std::shared_ptr<Inode> inode;
    std::string path;
    bool syncsNames =
        false; ///< the first sync makes the name durable, as SQLite's unix VFS does for journals
    bool isDeletedOnClose = false;
    int lock = SQLITE_LOCK_NONE;
    unsigned sharedSlots = 0; ///< of the shared memory's locks
    unsigned exclusiveSlots = 0;
    bool isMapped = false;

    [[nodiscard]] bool hasEnded() const { return disk && disk->hasEnded(); }
    /// Does \a what to the file, unless the disk says no.
    template <typename What> int change(bool grows, int error, What what)
    {
        if (disk) {
            const auto step = disk->mayChange(grows);
            if (step != Disk::Step::Done)
                return step == Disk::Step::Full ? SQLITE_FULL : error;
        }
        what();
        return disk && disk->endsNow() ? error : SQLITE_OK;
    }
};

/// What SQLite allocates for a file.
struct OpenFile {
    sqlite3_file base;
    Handle *handle;
};

[[nodiscard]] inline Handle &handleOf(sqlite3_file *file)
{
    return *reinterpret_cast<OpenFile *>(file)->handle;
}

/// The methods of every open file.
[[nodiscard]] const sqlite3_io_methods *fileMethods();

} // namespace evertill::sim
