#include "core/store/files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <limits>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace evertill {
namespace {

bool isAllocated(int descriptor, qint64 bytes)
{
    constexpr qint64 kBlockBytes = 512; // what stat(2) counts in
    struct stat status = {};
    return ::fstat(descriptor, &status) == 0 && qint64(status.st_blocks) * kBlockBytes >= bytes;
}

struct Descriptor {
    explicit Descriptor(int opened) : number(opened) { }
    ~Descriptor()
    {
        if (number >= 0)
            ::close(number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    const int number;
};

class MachineFiles final : public Files {
public:
    [[nodiscard]] bool exists(const QString &path) const override
    {
        const QFileInfo there(path);
        return there.exists() || there.isSymLink();
    }

    [[nodiscard]] std::optional<QByteArray> read(const QString &path, qint64 limit) const override
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? std::optional(file.read(limit)) : std::nullopt;
    }

    [[nodiscard]] Stamp stamp(const QString &path) const override
    {
        struct stat status = {};
        if (::stat(QFile::encodeName(path).constData(), &status) != 0)
            return {};
        return {std::uint64_t(status.st_ino), status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
    }

    [[nodiscard]] QStringList names(const QString &folder, const QString &beginning) const override
    {
        return QDir(folder).entryList({beginning + u'*'}, QDir::Files, QDir::Name);
    }

    [[nodiscard]] bool replace(const QString &path, const QByteArray &content, bool isPrivate) const override
    {
        QSaveFile file(path);
        return file.open(QIODevice::WriteOnly)
            && (!isPrivate || file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
            && file.write(content) == content.size() && file.commit();
    }

    [[nodiscard]] bool mark(const QString &path) const override
    {
        return QFile(path).open(QIODevice::WriteOnly);
    }

    void remove(const QString &path) const override { QFile::remove(path); }

    [[nodiscard]] std::shared_ptr<void> holdEmpty(const QString &path) const override
    {
        const QByteArray name = QFile::encodeName(path);
        const auto held = std::make_shared<Descriptor>(
            ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0644)); // as SQLite makes its own
        if (held->number < 0 || ::flock(held->number, LOCK_EX | LOCK_NB) != 0)
            return nullptr;
        // Whoever held it before may have given the file another name meanwhile, or deleted it.
        struct stat ours = {};
        struct stat named = {};
        const bool isThere = ::fstat(held->number, &ours) == 0 && ::stat(name.constData(), &named) == 0
            && ours.st_dev == named.st_dev && ours.st_ino == named.st_ino;
        return isThere && ::ftruncate(held->number, 0) == 0 ? held : nullptr;
    }

    [[nodiscard]] bool reserve(const QString &path, qint64 bytes) const override
    {
        const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CLOEXEC);
        if (descriptor < 0)
            return false;
        const bool isKept = isAllocated(descriptor, bytes)
            || ::fallocate(descriptor, FALLOC_FL_KEEP_SIZE, 0, bytes) == 0
            || (errno == EOPNOTSUPP && freeBytesAt(path) >= bytes);
        ::close(descriptor);
        return isKept;
    }

    [[nodiscard]] bool rename(const QString &from, const QString &to) const override
    {
        return ::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
    }

    [[nodiscard]] bool flush(const QString &path) const override
    {
        const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
        const bool isFlushed = descriptor >= 0 && ::fsync(descriptor) == 0;
        if (descriptor >= 0)
            ::close(descriptor);
        return isFlushed;
    }
};

} // namespace

const Files &Files::ofThisMachine()
{
    static const MachineFiles files;
    return files;
}

std::int64_t freeBytesAt(const QString &path)
{
    struct statvfs disk = {};
    const bool isKnown = ::statvfs(QFile::encodeName(path).constData(), &disk) == 0;
    return isKnown ? std::int64_t(disk.f_bavail) * std::int64_t(disk.f_frsize)
                   : std::numeric_limits<std::int64_t>::max();
}

} // namespace evertill
