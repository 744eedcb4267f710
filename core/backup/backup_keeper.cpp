#include "core/backup/backup_keeper.h"

#include "core/backup/ledger_copy.h"
#include "core/store/machine_failure.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr char kNewestClosing[] = "SELECT MAX(closed_position) FROM shift";

QString nameOf(Position closing)
{
    return u"ledger-%1-%2.db"_s.arg(closing.epoch, 7, 10, QLatin1Char('0'))
        .arg(closing.seq, 13, 10, QLatin1Char('0'));
}

/// The names of our copies, oldest first.
QStringList copiesIn(const DataFolder &folder)
{
    static const QRegularExpression ours(u"^ledger-[0-9]{7}-[0-9]{13}\\.db$"_s);
    return folder.files->names(folder.path, u"ledger-"_s).filter(ours);
}

} // namespace

Result<std::optional<QString>> BackupKeeper::keepUp()
{
    return refusingFailures(m_ledger, [&]() -> Result<std::optional<QString>> {
        Database ledger(m_ledger, Database::Kind::Reader);
        const auto closing = ledger.numberIn(kNewestClosing);
        if (!closing)
            return std::nullopt;
        const QString path = m_folder.file(nameOf(Position::fromPacked(*closing)));
        if (m_folder.files->exists(path))
            return std::nullopt;
        if (m_damage && m_damagedAt == *closing)
            return tl::unexpected(*m_damage);
        if (const auto copied = copyLedger(ledger, path, *m_folder.files); !copied) {
            m_damagedAt = *closing;
            m_damage =
                copied.error().code == Code::DamagedFile ? std::optional(copied.error()) : std::nullopt;
            return tl::unexpected(copied.error());
        }
        prune();
        return path;
    });
}

Result<std::optional<BackupKeeper::Kept>> BackupKeeper::newestIn(const DataFolder &folder)
{
    const QStringList copies = copiesIn(folder);
    if (copies.isEmpty())
        return std::nullopt;
    const QString path = folder.file(copies.last());
    return refusingFailures(path, [&]() -> Result<std::optional<Kept>> {
        Database copy(path, Database::Kind::Still);
        return Kept{path, Journal(copy).head(), {folder.files->stamp(path).seconds * 1'000'000}};
    });
}

void BackupKeeper::prune() const
{
    QStringList copies = copiesIn(m_folder);
    while (copies.size() > kKept)
        m_folder.files->remove(m_folder.file(copies.takeFirst()));
}

} // namespace evertill
