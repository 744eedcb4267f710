#include "core/audit/verify.h"

#include "core/audit/replay.h"
#include "core/audit/table_comparison.h"

#include <QTemporaryDir>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

/// So many events are projected in one transaction: enough for speed, and few enough for the memory that a
/// transaction takes.
constexpr int kBatch = 2000;
constexpr char kEvents[] = "SELECT COUNT(*) FROM journal";
constexpr char kSeals[] = "SELECT COUNT(*) FROM journal WHERE kind='journal.sealed'";

/// One moment of the ledger for all that an audit reads.
class ReadTransaction final {
public:
    explicit ReadTransaction(Database &database) : m_database(database) { m_database.exec("BEGIN"); }
    ~ReadTransaction() { m_database.exec("ROLLBACK"); }
    ReadTransaction(const ReadTransaction &) = delete;
    ReadTransaction &operator=(const ReadTransaction &) = delete;

private:
    Database &m_database;
};

QString placeOf(Position position) { return u"event %1-%2"_s.arg(position.epoch).arg(position.seq); }

/// Projects one event; what is wrong with it, or nothing.
QString replayed(const Event &event, Database &scratch)
{
    try {
        const auto done = replay(event, scratch);
        return done ? QString() : done.error().facts.value(u"problem"_s).toString();
    } catch (const SQLite::Exception &error) {
        // A fact that contradicts an earlier one, a number given twice, say: the journal is at fault, not the
        // machine.
        if (error.getErrorCode() != SQLITE_CONSTRAINT)
            throw;
        return QString::fromUtf8(error.what());
    }
}

/// Builds the tables anew from the whole journal; what stopped it, or nothing.
QString rebuild(Journal &journal, Database &scratch)
{
    QString problem;
    auto transaction = std::make_unique<WriteTransaction>(scratch);
    int inBatch = 0;
    journal.each({}, [&](const Event &event) {
        problem = replayed(event, scratch);
        if (!problem.isEmpty()) {
            problem = u"journal: %1 can't be taken: %2"_s.arg(placeOf(event.position), problem);
            return false;
        }
        if (++inBatch == kBatch) {
            transaction->commit();
            transaction = std::make_unique<WriteTransaction>(scratch);
            inBatch = 0;
        }
        return true;
    });
    if (problem.isEmpty())
        transaction->commit();
    return problem;
}

} // namespace

Result<AuditReport> verify(
    Database &ledger, const QString &scratchFolder, const std::optional<QByteArray> &sealKey)
{
    std::unique_ptr<QTemporaryDir> folder;
    if (!scratchFolder.isEmpty()) {
        folder = std::make_unique<QTemporaryDir>(scratchFolder + u"/verify-XXXXXX"_s);
        if (!folder->isValid())
            return refuse(Code::DiskFull, {{u"path"_s, scratchFolder}});
    }
    const ReadTransaction oneMoment(ledger);
    Journal journal(ledger);
    AuditReport report;
    report.events = ledger.number(kEvents);
    report.seals = ledger.number(kSeals);
    if (const auto fault = findChainFault(journal, {}, sealKey)) {
        report.differences.append(u"journal: "_s + fault->text());
        return report;
    }
    Database scratch(folder ? folder->filePath(u"rebuilt.db"_s) : QString(),
        folder ? Database::Kind::Replica : Database::Kind::Scratch);
    // It is thrown away below: a flush would only make the audit slow.
    scratch.exec("PRAGMA synchronous=OFF");
    if (auto migrated = migrate(scratch, u"ledger"_s); !migrated)
        return tl::unexpected(migrated.error());
    if (const QString problem = rebuild(journal, scratch); !problem.isEmpty()) {
        report.differences.append(problem);
        return report;
    }
    report.tables = projectedTables(scratch);
    for (const QString &table : report.tables) {
        if (const auto difference = firstDifference(table, ledger, scratch))
            report.differences.append(*difference);
    }
    return report;
}

} // namespace evertill
