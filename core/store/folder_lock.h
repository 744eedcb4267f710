#pragma once

#include "core/base/result.h"

#include <utility>

namespace evertill {

/// Holds a till's data folder for one process: the kernel's lock on till.lock, which goes with the process,
/// however it ends. The file stays; the process id in it is for people.
class FolderLock final {
public:
    /// Makes the folder where it is missing. Refuses FolderInUse where it is held, by this process too;
    /// BadInput (problem, path) where the folder or the file can't be made.
    [[nodiscard]] static Result<FolderLock> take(const QString &folder);

    ~FolderLock();
    FolderLock(FolderLock &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) { }
    FolderLock &operator=(FolderLock &&other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }

private:
    explicit FolderLock(int descriptor) : m_descriptor(descriptor) { }
    int m_descriptor;
};

} // namespace evertill
