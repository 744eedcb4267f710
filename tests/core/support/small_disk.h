#pragma once

#include "tests/core/support/failing_files.h"

#include <atomic>
#include <map>
#include <memory>

struct sqlite3_vfs;

namespace evertill::test {

/// A disk with so much room and no more: a quota on what SQLite and core write below one folder. Files grow
/// while there is room; a write that does not fit is refused whole, as by a full disk. While it lives it
/// stands in front of SQLite's own VFS, so there is one at a time; it outlives every connection.
class SmallDisk final : public FailingFiles {
public:
    explicit SmallDisk(const QString &folder);
    ~SmallDisk() override;

    [[nodiscard]] DataFolder folder() const { return {m_folder, *this}; }
    [[nodiscard]] qint64 room() const { return m_room; }
    void setRoom(qint64 bytes) { m_room = bytes; }
    /// How many writes were refused.
    [[nodiscard]] int refusals() const { return m_refusals; }

    [[nodiscard]] bool reserve(const QString &path, qint64 bytes) const override;

    // For the VFS: whether the file \a path may reach up to \a bytes; and that it is that long from now on.
    [[nodiscard]] bool mayReach(const QString &path, qint64 bytes) const;
    void shortened(const QString &path, qint64 bytes) const;
    [[nodiscard]] bool holds(const QString &path) const { return path.startsWith(m_folder + u'/'); }

private:
    QString m_folder;
    mutable std::atomic<qint64> m_room = qint64(1) << 40;
    mutable std::atomic<int> m_refusals = 0;
    mutable std::map<QString, qint64> m_files; // what each has of the disk
    std::unique_ptr<sqlite3_vfs> m_vfs;
};

} // namespace evertill::test
