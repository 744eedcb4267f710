#include "core/replica/files/replica_files.h"

#include <QDir>
#include <QRegularExpression>

#include <stdexcept>

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

} // namespace

QString ReplicaFiles::path(std::int64_t generation) const
{
    return m_folder.file(u"replica-%1.db"_s.arg(generation));
}

Files::Stamp ReplicaFiles::pointerStamp() const { return hands().stamp(m_pointer); }

std::int64_t ReplicaFiles::current() const
{
    const QByteArray text = hands().read(m_pointer, kLargestPointer).value_or(QByteArray());
    if (!text.endsWith(".db\n"))
        return 0;
    const std::int64_t generation = numberOf(QString::fromLatin1(text.chopped(1)));
    return generation && hands().exists(path(generation)) ? generation : 0;
}

std::int64_t ReplicaFiles::highest() const
{
    std::int64_t highest = 0;
    const QStringList names = hands().names(m_folder.path, u"replica-"_s);
    for (const QString &name : names)
        highest = std::max(highest, numberOf(name));
    return highest;
}

void ReplicaFiles::makeCurrent(std::int64_t generation) const
{
    const QByteArray text = "replica-" + QByteArray::number(qint64(generation)) + ".db\n";
    if (!hands().flush(path(generation)))
        throw std::runtime_error("can't flush " + path(generation).toStdString());
    if (!hands().replace(m_pointer, text))
        throw std::runtime_error("can't write " + m_pointer.toStdString());
    if (!hands().flush(m_folder.path))
        throw std::runtime_error("can't flush " + m_folder.path.toStdString());
}

void ReplicaFiles::removePointer() const { hands().remove(m_pointer); }

void ReplicaFiles::removeAllBut(std::int64_t kept) const
{
    const QStringList names = hands().names(m_folder.path, u"replica-"_s);
    for (const QString &name : names) {
        if (const std::int64_t number = numberOf(name); number && number != kept)
            hands().remove(m_folder.file(name));
    }
}

void ReplicaFiles::remove(std::int64_t generation) const
{
    for (const QString &ending : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s})
        hands().remove(path(generation) + ending);
}

void ReplicaFiles::markDamaged(std::int64_t generation) const
{
    if (!hands().mark(m_folder.file(u"replica-%1.damaged"_s.arg(generation))))
        qWarning("can't mark replica %lld as damaged", qlonglong(generation));
}

bool ReplicaFiles::isMarkedDamaged(std::int64_t generation) const
{
    return hands().exists(m_folder.file(u"replica-%1.damaged"_s.arg(generation)));
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
