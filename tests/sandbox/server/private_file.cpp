#include "tests/sandbox/server/private_file.h"

#include <QFile>
#include <QSaveFile>
#include <stdexcept>

namespace evertill::sandbox {

namespace {

void write(const QString &path, const QByteArray &content, QFileDevice::Permissions permissions)
{
    QSaveFile file(path);
    const bool good = file.open(QIODevice::WriteOnly) && file.setPermissions(permissions)
        && file.write(content) == content.size() && file.commit();
    if (!good)
        throw std::runtime_error(path.toStdString() + ": " + file.errorString().toStdString());
}

constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

} // namespace

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString &path, const QByteArray &content)
{
    write(path, content, ownerOnly | QFileDevice::ReadGroup | QFileDevice::ReadOther);
}

void writePrivateFile(const QString &path, const QByteArray &content) { write(path, content, ownerOnly); }

} // namespace evertill::sandbox
