#pragma once

#include <QByteArray>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <optional>

namespace evertill {

/// The small files that stand beside SQLite's in a data folder (pointers, keys, marks), and the names there.
/// What can be asked of the disk is asked here, so that a test may be the disk. Callable on any thread.
class Files {
public:
    /// Tells one content of a file that is only ever replaced from the next; all zero where there is no file.
    struct Stamp {
        std::uint64_t inode = 0;
        std::int64_t seconds = 0;
        std::int64_t nanoseconds = 0;
        friend bool operator==(const Stamp &, const Stamp &) = default;
    };

    virtual ~Files() = default;

    /// Whether anything bears the name, readable or not.
    [[nodiscard]] virtual bool exists(const QString &path) const = 0;
    /// The first \a limit bytes; nothing where there is no such file, or none that can be read.
    [[nodiscard]] virtual std::optional<QByteArray> read(const QString &path, qint64 limit) const = 0;
    /// One stat(2).
    [[nodiscard]] virtual Stamp stamp(const QString &path) const = 0;
    /// Names in \a folder that begin with \a beginning, in their order.
    [[nodiscard]] virtual QStringList names(const QString &folder, const QString &beginning) const = 0;

    /// Puts \a content, flushed, in the place of what \a path held, as a whole; for its owner alone where \a
    /// isPrivate. After a power cut the name may still mean the old one, until the folder is flushed. False
    /// where the disk refuses: nothing has changed then.
    [[nodiscard]] virtual bool replace(
        const QString &path, const QByteArray &content, bool isPrivate = false) const = 0;
    /// Makes an empty file where there is none.
    [[nodiscard]] virtual bool mark(const QString &path) const = 0;
    virtual void remove(const QString &path) const = 0;
    /// Makes \a path an empty file, whatever was in it, and holds it against other makers on this machine
    /// until the value goes: the kernel's lock, which goes with the process too, however it ends. Nothing
    /// where somebody holds it, or the disk refuses: nothing has changed then. Others may read and write it.
    [[nodiscard]] virtual std::shared_ptr<void> holdEmpty(const QString &path) const = 0;
    /// Makes the disk keep room for the first \a bytes of the file \a path, whoever else writes on it; what
    /// is in the file, and how long it is, stays. False where the disk has not so much room.
    /// Not for a file on which SQLite holds locks: closing a descriptor of ours would drop them.
    [[nodiscard]] virtual bool reserve(const QString &path, qint64 bytes) const = 0;
    /// Gives what bears the name \a from the name \a to, in the place of what bore that; within one folder,
    /// and at once. After a power cut it may still bear the old one, until the folder is flushed. False where
    /// the disk refuses.
    [[nodiscard]] virtual bool rename(const QString &from, const QString &to) const = 0;
    /// Makes a file's content, or a folder's names, outlive a power cut. False where that is not sure. No
    /// SQLite connection of this process may be open on the file: closing a descriptor of ours would drop its
    /// locks.
    [[nodiscard]] virtual bool flush(const QString &path) const = 0;

    /// The machine's own.
    [[nodiscard]] static const Files &ofThisMachine();
};

/// What the disk under \a path can still take. Asked of the file system itself: a table of mounts knows
/// nothing of where a container or a changed root lies. As much as comes, where it does not say.
[[nodiscard]] std::int64_t freeBytesAt(const QString &path);

/// A till's data folder, and by which hands its small files are touched. A value; the hands outlive it.
struct DataFolder {
    // Implicit: a path alone is a folder of this machine.
    DataFolder(QString folder, const Files &hands = Files::ofThisMachine())
        : path(std::move(folder)), files(&hands)
    {
    }

    [[nodiscard]] QString file(const QString &name) const { return path + u'/' + name; }

    QString path;
    const Files *files;
};

} // namespace evertill
