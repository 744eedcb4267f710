#pragma once

#include "tests/sim/disk/disk.h"

namespace evertill::sim {

/// The small files of a data folder on a simulated disk: as the machine's own, down to what a power cut
/// undoes.
class DiskFiles final : public Files {
public:
    explicit DiskFiles(Disk &disk) : m_disk(disk) { }

    [[nodiscard]] bool exists(const QString &path) const override;
    [[nodiscard]] std::optional<QByteArray> read(const QString &path, qint64 limit) const override;
    [[nodiscard]] Stamp stamp(const QString &path) const override;
    [[nodiscard]] QStringList names(const QString &folder, const QString &beginning) const override;
    [[nodiscard]] bool replace(const QString &path, const QByteArray &content, bool isPrivate) const override;
    [[nodiscard]] bool rename(const QString &from, const QString &to) const override;
    [[nodiscard]] bool mark(const QString &path) const override;
    void remove(const QString &path) const override;
    /// One maker at a time is all that there is here.
    [[nodiscard]] std::shared_ptr<void> holdEmpty(const QString &path) const override;
    /// Room is not counted here: a disk that is not full has it, and keeps none for when it is.
    [[nodiscard]] bool reserve(const QString &path, qint64 bytes) const override;
    [[nodiscard]] bool flush(const QString &path) const override;

private:
    [[nodiscard]] bool change(bool grows, const std::function<void()> &what) const;

    Disk &m_disk;
};

} // namespace evertill::sim
