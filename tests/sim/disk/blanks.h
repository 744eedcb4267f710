#pragma once

#include <functional>
#include <string>

namespace evertill::sim {

class Disk;

/// Files as their schema's migrations leave them. Migrating is half of a short day's work and comes out alike
/// every time; so it is done once, and a disk that begins files blank (Disk::beginBlank) begins those with
/// what came out. Other disks see every migration.
class Blanks final {
public:
    /// Files whose names begin with \a beginning and end with ".db" begin as the file \a path on the disk
    /// that \a make is given, once it has made it there and closed it.
    static void keep(
        const std::string &beginning, const std::function<void(Disk &disk, const std::string &path)> &make);
    /// Null: such a file begins empty.
    [[nodiscard]] static const std::string *find(const std::string &path);
};

} // namespace evertill::sim
