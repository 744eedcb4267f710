#pragma once

#include "core/base/result.h"

#include <QLockFile>

#include <memory>

namespace evertill {

/// Holds a till's data folder for one process. The lock of a process that died is taken over.
class FolderLock final {
public:
    /// Makes the folder where it is missing. Refuses FolderInUse.
    [[nodiscard]] static Result<FolderLock> take(const QString &folder);

private:
    explicit FolderLock(std::unique_ptr<QLockFile> file) : m_file(std::move(file)) { }
    std::unique_ptr<QLockFile> m_file;
};

} // namespace evertill
