#include "core/store/folder_lock.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

tl::unexpected<Refusal> failed(const QString &path, int error)
{
    const QString problem = u"%1: %2"_s.arg(path, qt_error_string(error));
    return refuse(Code::BadInput, {{u"problem"_s, problem}, {u"path"_s, path}});
}

} // namespace

FolderLock::~FolderLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<FolderLock> FolderLock::take(const QString &folder)
{
    errno = 0;
    if (!QDir().mkpath(folder))
        return failed(folder, errno ? errno : ENOTDIR);
    const QString path = QDir(folder).filePath(u"till.lock"_s);
    FolderLock lock(::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (lock.m_descriptor < 0)
        return failed(path, errno);
    int taken = 0;
    do
        taken = ::flock(lock.m_descriptor, LOCK_EX | LOCK_NB);
    while (taken != 0 && errno == EINTR);
    if (taken != 0 && errno == EWOULDBLOCK)
        return refuse(Code::FolderInUse, {{u"path"_s, folder}});
    if (taken != 0)
        return failed(path, errno);
    const QByteArray holder = QByteArray::number(qint64(::getpid())) + '\n';
    if (::ftruncate(lock.m_descriptor, 0) != 0
        || ::pwrite(lock.m_descriptor, holder.constData(), std::size_t(holder.size()), 0) != holder.size())
        qWarning("%s does not say who holds it", qPrintable(path));
    return lock;
}

} // namespace evertill
