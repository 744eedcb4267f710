#include "core/replica/files/replica_files.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSaveFile>

#include <fcntl.h>
#include <stdexcept>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr qint64 kLargestPointer = 64;

std::int64_t numberOf(const QString &fileName)
{
    static const QRegularExpression form(
        u"^replica-([1-9][0-9]{0,17})\\.(?:db|db-wal|db-shm|db-journal|damaged)$"_s);
    const auto match = form.match(fileName);
    return match.hasMatch() ? match.captured(1).toLongLong() : 0;
}

void flush(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    const bool isFlushed = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0)
        ::close(descriptor);
    if (!isFlushed)
        throw std::runtime_error("can't flush " + path.toStdString());
}

} // namespace

QString ReplicaFiles::path(std::int64_t generation) const
{
    return m_folder + u"/replica-%1.db"_s.arg(generation);
}

QString ReplicaFiles::pointerPath() const { return m_folder + u"/replica.current"_s; }

std::int64_t ReplicaFiles::current() const
{
    QFile pointer(pointerPath());
    if (!pointer.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = pointer.read(kLargestPointer);
    if (!text.endsWith(".db\n"))
        return 0;
    const std::int64_t generation = numberOf(QString::fromLatin1(text.chopped(1)));
    return generation && QFile::exists(path(generation)) ? generation : 0;
}

std::int64_t ReplicaFiles::highest() const
{
    std::int64_t highest = 0;
    const QStringList names = QDir(m_folder).entryList({u"replica-*"_s}, QDir::Files);
    for (const QString &name : names)
        highest = std::max(highest, numberOf(name));
    return highest;
}

void ReplicaFiles::makeCurrent(std::int64_t generation) const
{
    flush(path(generation));
    QSaveFile pointer(pointerPath());
    const QByteArray text = "replica-" + QByteArray::number(qint64(generation)) + ".db\n";
    if (!pointer.open(QIODevice::WriteOnly) || pointer.write(text) != text.size() || !pointer.commit())
        throw std::runtime_error("can't write " + pointerPath().toStdString());
    flush(m_folder);
}

void ReplicaFiles::removePointer() const { QFile::remove(pointerPath()); }

void ReplicaFiles::removeAllBut(std::int64_t kept) const
{
    const QStringList names = QDir(m_folder).entryList({u"replica-*"_s}, QDir::Files);
    for (const QString &name : names) {
        if (const std::int64_t number = numberOf(name); number && number != kept)
            QFile::remove(m_folder + u'/' + name);
    }
}

void ReplicaFiles::remove(std::int64_t generation) const
{
    for (const QString &ending : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s})
        QFile::remove(path(generation) + ending);
}

void ReplicaFiles::markDamaged(std::int64_t generation) const
{
    QFile mark(m_folder + u"/replica-%1.damaged"_s.arg(generation));
    if (!mark.open(QIODevice::WriteOnly))
        qWarning("can't mark replica %lld as damaged", qlonglong(generation));
}

bool ReplicaFiles::isMarkedDamaged(std::int64_t generation) const
{
    return QFile::exists(m_folder + u"/replica-%1.damaged"_s.arg(generation));
}

std::int64_t newestReplicaSchema()
{
    static const std::int64_t newest = QDir(u":/schema/replica"_s)
                                           .entryList({u"*.sql"_s}, QDir::Files, QDir::Name)
                                           .last()
                                           .left(4)
                                           .toLongLong();
    return newest;
}

} // namespace evertill
