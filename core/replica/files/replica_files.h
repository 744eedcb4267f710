#pragma once

#include "core/store/files.h"

namespace evertill {

/// The replica's files in a till's data folder: `replica-<generation>.db`, and `replica.current`, which names
/// one of them and is only ever replaced as a whole.
class ReplicaFiles final {
public:
    explicit ReplicaFiles(DataFolder folder)
        : m_folder(std::move(folder)), m_pointer(m_folder.file(QStringLiteral("replica.current")))
    {
    }

    [[nodiscard]] QString path(std::int64_t generation) const;
    /// What tells one pointer from the next. Costs one stat(2).
    [[nodiscard]] Files::Stamp pointerStamp() const;
    /// The generation that the pointer names; 0 where it is missing, torn, or names a file that is not there.
    [[nodiscard]] std::int64_t current() const;
    /// The highest number that any file here bears, so that none is used twice.
    [[nodiscard]] std::int64_t highest() const;

    /// Flushes the generation's file, then the pointer, then the folder: after a power cut the pointer names
    /// the old or the new whole file. Throws std::runtime_error where the disk refuses. No
    /// connection to the file may be open in this process.
    void makeCurrent(std::int64_t generation) const;
    void removePointer() const;
    /// Deletes every generation but \a kept (0: all of them). Readers that still have one open keep it until
    /// they let go: the disk gives its room back with the last of them.
    void removeAllBut(std::int64_t kept) const;
    void remove(std::int64_t generation) const;

    /// A reader met damage in this generation; its writer is to give it up.
    void markDamaged(std::int64_t generation) const;
    [[nodiscard]] bool isMarkedDamaged(std::int64_t generation) const;

private:
    [[nodiscard]] const Files &hands() const { return *m_folder.files; }

    DataFolder m_folder;
    QString m_pointer; ///< its path: each look-up of a code asks for its stamp
};

/// The schema version that this program reads and writes.
[[nodiscard]] std::int64_t newestReplicaSchema();

} // namespace evertill
