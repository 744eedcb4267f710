#include "core/backup/backup_keeper.h"

#include "core/backup/ledger_copy.h"

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

} // namespace

Result<std::optional<QString>> BackupKeeper::keepUp()
{
    const auto failed = [&](const char *problem) {
        return refuse(
            Code::DiskFull, {{u"path"_s, m_folder.path}, {u"problem"_s, QString::fromUtf8(problem)}});
    };
    try {
        Database ledger(m_ledger, Database::Kind::Reader);
        const auto closing = ledger.numberIn(kNewestClosing);
        if (!closing)
            return std::nullopt;
        const QString path = m_folder.file(nameOf(Position::fromPacked(*closing)));
        if (m_folder.files->exists(path))
            return std::nullopt;
        if (const auto copied = copyLedger(ledger, path, *m_folder.files); !copied)
            return tl::unexpected(copied.error());
        prune();
        return path;
    } catch (const std::exception &machine) {
        return failed(machine.what());
    }
}

void BackupKeeper::prune() const
{
    static const QRegularExpression ours(u"^ledger-[0-9]{7}-[0-9]{13}\\.db$"_s);
    QStringList copies = m_folder.files->names(m_folder.path, u"ledger-"_s).filter(ours);
    while (copies.size() > kKept)
        m_folder.files->remove(m_folder.file(copies.takeFirst()));
}

} // namespace evertill
