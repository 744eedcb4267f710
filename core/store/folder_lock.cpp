#include "core/store/folder_lock.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace evertill {

Result<FolderLock> FolderLock::take(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return refuse(Code::BadInput, {{u"problem"_s, u"the folder %1 can't be made"_s.arg(folder)}});
    auto file = std::make_unique<QLockFile>(QDir(folder).filePath(u"till.lock"_s));
    file->setStaleLockTime(0);
    if (!file->tryLock(0))
        return refuse(Code::FolderInUse, {{u"path"_s, folder}});
    return FolderLock(std::move(file));
}

} // namespace evertill
