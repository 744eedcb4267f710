#include "core/journal/ledger_files.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr auto kReplaced = "ledger-replaced-"_L1;
constexpr auto kNext = "ledger-next-"_L1;
constexpr auto kPart = "ledger-part.db"_L1;
constexpr auto kLog = "-wal"_L1;

std::int64_t numberOf(const QString &name) { return name.section(u'-', -1).section(u'.', 0, 0).toLongLong(); }

} // namespace

QStringList LedgerFiles::numbered(const QString &beginning) const
{
    return m_folder.files->names(m_folder.path, beginning).filter(u".db"_s);
}

QString LedgerFiles::freshPart() const
{
    dropPart();
    return m_folder.file(kPart);
}

void LedgerFiles::dropPart() const
{
    for (const QString &ending : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s})
        m_folder.files->remove(m_folder.file(kPart) + ending);
}

Result<> LedgerFiles::replaceByPart() const
{
    std::int64_t number = 1;
    for (const QString &name : numbered(kReplaced))
        number = std::max(number, numberOf(name) + 1);
    const QString part = m_folder.file(kPart);
    for (const QString &log : {QString(kLog), u"-journal"_s}) {
        if (const auto left = m_folder.files->read(part + log, 1); left && !left->isEmpty())
            return refuse(Code::DiskFull,
                {{u"path"_s, part}, {u"problem"_s, u"a part of it still stands in its log"_s}});
    }
    if (!m_folder.files->flush(part))
        return refuse(Code::DiskFull, {{u"path"_s, part}});
    if (auto named = move(part, m_folder.file(kNext + QString::number(number) + u".db"_s)); !named)
        return named;
    if (auto flushed = flushNames(); !flushed)
        return flushed;
    return finish();
}

Result<> LedgerFiles::finish() const
{
    const QStringList next = numbered(kNext);
    if (next.isEmpty())
        return {};
    const QString kept = m_folder.file(kReplaced + QString::number(numberOf(next.first())) + u".db"_s);
    // The log goes first: beside the new file it would be taken for its own. As long as the new file bears
    // its waiting name, ledger.db and its log are the old ones, however often this was begun.
    for (const QString &ending : {QString(kLog), QString()}) {
        if (!m_folder.files->exists(path() + ending))
            continue;
        if (auto moved = move(path() + ending, kept + ending); !moved)
            return moved;
    }
    m_folder.files->remove(path() + u"-shm"_s);
    if (auto flushed = flushNames(); !flushed)
        return flushed;
    if (auto moved = move(m_folder.file(next.first()), path()); !moved)
        return moved;
    return flushNames();
}

Result<> LedgerFiles::makeDurable() const
{
    const QString log = path() + kLog;
    if (!m_folder.files->exists(log))
        return {};
    if (!m_folder.files->flush(log))
        return refuse(Code::DiskFull, {{u"path"_s, log}});
    return flushNames();
}

Result<> LedgerFiles::move(const QString &from, const QString &to) const
{
    if (m_folder.files->rename(from, to))
        return {};
    return refuse(Code::DiskFull, {{u"path"_s, to}});
}

Result<> LedgerFiles::flushNames() const
{
    if (m_folder.files->flush(m_folder.path))
        return {};
    return refuse(Code::DiskFull, {{u"path"_s, m_folder.path}});
}

} // namespace evertill
