#include "tests/sim/disk/disk_files.h"

namespace evertill::sim {

bool DiskFiles::change(bool grows, const std::function<void()> &what) const
{
    if (m_disk.mayChange(grows) != Disk::Step::Done)
        return false;
    what();
    return !m_disk.endsNow();
}

bool DiskFiles::exists(const QString &path) const
{
    return m_disk.names().find(path.toStdString()) != nullptr;
}

std::optional<QByteArray> DiskFiles::read(const QString &path, qint64 limit) const
{
    const auto inode = m_disk.names().find(path.toStdString());
    if (!inode || m_disk.hasEnded())
        return std::nullopt;
    return QByteArray::fromStdString(inode->content().substr(0, std::size_t(limit)));
}

Files::Stamp DiskFiles::stamp(const QString &path) const
{
    const auto inode = m_disk.names().find(path.toStdString());
    return inode ? Stamp{inode->number(), 0, 0} : Stamp{};
}

QStringList DiskFiles::names(const QString &folder, const QString &beginning) const
{
    const QString whole = folder + u'/' + beginning;
    QStringList found;
    for (const auto &[path, inode] : m_disk.names().all()) {
        if (const QString name = QString::fromStdString(path); name.startsWith(whole))
            found.append(name.mid(folder.size() + 1));
    }
    return found;
}

bool DiskFiles::replace(const QString &path, const QByteArray &content, bool) const
{
    // As QSaveFile does it: a file of its own, flushed, and then the name.
    auto made = std::make_shared<Inode>();
    const std::string name = path.toStdString();
    const std::string beside = name + ".part";
    return change(true, [&] { m_disk.names().set(beside, made); })
        && change(true, [&] { made->write(0, content.constData(), std::size_t(content.size())); })
        && change(false, [&] { made->sync(); })
        && change(false, [&] { m_disk.names().rename(beside, name); });
}

bool DiskFiles::rename(const QString &from, const QString &to) const
{
    const auto inode = m_disk.names().find(from.toStdString());
    return inode && change(false, [&] { m_disk.names().rename(from.toStdString(), to.toStdString()); });
}

bool DiskFiles::mark(const QString &path) const
{
    return exists(path)
        || change(true, [&] { m_disk.names().set(path.toStdString(), std::make_shared<Inode>()); });
}

void DiskFiles::remove(const QString &path) const
{
    (void)change(false, [&] { m_disk.names().remove(path.toStdString()); });
}

std::shared_ptr<void> DiskFiles::holdEmpty(const QString &path) const
{
    auto made = std::make_shared<Inode>();
    return change(true, [&] { m_disk.names().set(path.toStdString(), made); }) ? made : nullptr;
}

bool DiskFiles::reserve(const QString &path, qint64) const
{
    return exists(path) && change(true, [] {});
}

bool DiskFiles::flush(const QString &path) const
{
    const std::string name = path.toStdString();
    const auto inode = m_disk.names().find(name);
    if (!inode && name != m_disk.root())
        return false;
    return change(false, [&] { inode ? inode->sync() : m_disk.names().sync(); });
}

} // namespace evertill::sim
