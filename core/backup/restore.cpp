#include "core/backup/restore.h"

#include "core/journal/epoch.h"
#include "core/journal/ledger_files.h"
#include "core/replica/replica_reader.h"
#include "core/sale/cart_store.h"
#include "core/till/till_config.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

/// What the folder still knows of the till, however damaged its ledger is.
struct Known {
    QString till;
    std::optional<Head> head;
    std::int64_t epoch = 0;
};

Known knownIn(const DataFolder &folder, const QString &till)
{
    Known known = {till, {}, 0};
    const QString path = LedgerFiles(folder).path();
    if (folder.files->exists(path)) {
        try {
            Database ledger(path, Database::Kind::Reader);
            known.head = Journal(ledger).head();
            known.epoch = known.head->position.epoch;
            if (const auto config = loadTillConfig(ledger))
                known.till = config->till;
        } catch (const SQLite::Exception &) {
            // Then it is no help; RestoreReport::replaced stays empty.
        }
    }
    ReplicaReader replica(folder);
    known.epoch = std::max({known.epoch, replica.accepted().position.epoch, replica.included().epoch});
    return known;
}

/// Makes the file that is to take the ledger's place.
Result<CopyReport> stage(const QString &copy, const QString &part, const DataFolder &folder,
    const QString &scratchFolder, const Known &known)
{
    try {
        stageCopy(copy, part, *folder.files);
        Database staged(part, Database::Kind::Copy);
        auto report = checkStaged(staged, copy, scratchFolder);
        if (!report)
            return report;
        if (!known.till.isEmpty() && known.till != report->till)
            return refuse(Code::BadInput,
                {{u"problem"_s,
                    u"%1 is a copy of till %2; this folder is till %3"_s.arg(
                        copy, report->till, known.till)}});
        WriteTransaction transaction(staged);
        EpochMarks marks(staged);
        marks.setCopyBeyond(std::max(known.epoch, marks.copyBeyond().value_or(0)));
        leaveOutOpenCart(staged);
        transaction.commit();
        return report;
    } catch (const SQLite::Exception &failure) {
        return tl::unexpected(copyFailure(failure, copy, folder.path));
    }
}

} // namespace

Result<RestoreReport> restoreLedger(
    const QString &copy, const DataFolder &folder, const QString &scratchFolder, const QString &till)
{
    const LedgerFiles files(folder);
    if (auto finished = files.finish(); !finished)
        return tl::unexpected(finished.error());
    const Known known = knownIn(folder, till);
    auto report = stage(copy, files.freshPart(), folder, scratchFolder, known);
    if (!report) {
        files.dropPart();
        return tl::unexpected(report.error());
    }
    if (auto replaced = files.replaceByPart(); !replaced)
        return tl::unexpected(replaced.error());
    return RestoreReport{std::move(*report), known.head};
}

} // namespace evertill
