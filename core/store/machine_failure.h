#pragma once

#include "core/base/result.h"

#include <SQLiteCpp/Exception.h>

namespace evertill {

/// What a failure of SQLite at \a path is refused with: DamagedFile (path, problem) for what is no database
/// or a torn one, DiskFull (path, problem) where nothing more could be written, BadInput (problem) where the
/// machine did not let the file be opened or read.
[[nodiscard]] Refusal refusalOf(const SQLite::Exception &failure, const QString &path);

/// Whether \a broken is SQLite's word for a disk that has no room left.
[[nodiscard]] bool isDiskFull(const std::exception &broken);

/// Does \a work, which gives a Result; a failure of SQLite at \a path becomes its refusal.
template <typename Work> auto refusingFailures(const QString &path, Work &&work) -> decltype(work())
{
    try {
        return work();
    } catch (const SQLite::Exception &failure) {
        return tl::unexpected(refusalOf(failure, path));
    }
}

} // namespace evertill
