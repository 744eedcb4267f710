#include "app/ctl/sync_command.h"

#include "app/ctl/command/till_folder.h"
#include "core/base/system_clock.h"
#include "core/base/system_random.h"
#include "core/recovery/fact_recorder.h"
#include "core/store/folder_lock.h"
#include "core/till/till_config.h"
#include "sync/http/sync_thread.h"

using namespace Qt::StringLiterals;

namespace evertill {

QString SyncCommand::name() const { return u"sync"_s; }

QString SyncCommand::summary() const { return u"sends what is unsent and reads what is new, then ends"_s; }

void SyncCommand::describe(QCommandLineParser &parser) const
{
    describeTillFolder(parser);
    parser.addOption({u"once"_s, u"Until everything is sent and read. A running till syncs by itself."_s});
}

Result<> SyncCommand::run(const QCommandLineParser &arguments)
{
    if (!arguments.isSet(u"once"_s))
        return refuse(Code::BadInput, {{u"problem"_s, u"say --once: a till that is open syncs by itself"_s}});
    const auto folder = tillFolder(arguments);
    if (!folder)
        return tl::unexpected(folder.error());
    TillConfig config;
    {
        const auto ledger = openLedgerToRead(arguments);
        if (!ledger)
            return tl::unexpected(ledger.error());
        auto loaded = loadTillConfig(**ledger);
        if (!loaded)
            return tl::unexpected(loaded.error());
        config = std::move(*loaded);
    }
    const auto identity = loadOmsIdentity(*folder);
    if (!identity)
        return tl::unexpected(identity.error());
    const auto lock = FolderLock::take(*folder);
    if (!lock)
        return tl::unexpected(lock.error());
    const SystemClock clock;
    SystemRandom random;
    // Where the folder goes on from a backup this opens its new epoch, and what the OMS has beyond the backup
    // is recorded. The ledger is the sync thread's while this one waits.
    const auto ledger = Ledger::open(*folder, clock, random);
    if (!ledger)
        return tl::unexpected(ledger.error());
    InlineQueue queue;
    QueuedFactRecorder recorder(**ledger, queue);
    const auto report = syncOnce({*folder, config.till, *identity, &recorder}, clock, random);
    if (!report)
        return tl::unexpected(report.error());
    QJsonObject said = {
        {u"accepted"_s, u"%1-%2"_s.arg(report->accepted.position.epoch).arg(report->accepted.position.seq)},
        {u"hash"_s, QString::fromLatin1(toHex(report->accepted.hash))}, {u"unsent"_s, qint64(report->unsent)},
        {u"cursor"_s, QString::fromLatin1(report->cursor)}};
    if (report->serverAhead)
        said.insert(u"oms_clock_ahead_s"_s, qint64(report->serverAhead->count()));
    print(said);
    return {};
}

} // namespace evertill
