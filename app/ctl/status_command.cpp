#include "app/ctl/status_command.h"

#include "app/ctl/command/till_folder.h"
#include "core/audit/journal_status.h"
#include "core/backup/backup_keeper.h"
#include "core/base/system_clock.h"
#include "core/cash/shift_report.h"
#include "core/payment/card_payments.h"
#include "core/replica/replica_reader.h"
#include "core/till/connection_record.h"
#include "core/till/till_config.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

QString placeOf(Position position) { return u"%1-%2"_s.arg(position.epoch).arg(position.seq); }

QJsonObject describeJournal(const JournalStatus &status)
{
    QJsonObject said{{u"head"_s, placeOf(status.head.position)},
        {u"hash"_s, QString::fromLatin1(toHex(status.head.hash))}, {u"events"_s, qint64(status.events)},
        {u"newest_at"_s, qint64(status.newestAt.us)}, {u"since_seal"_s, qint64(status.sinceSeal)},
        {u"unsent"_s, qint64(status.unaccepted)}};
    if (status.lastSeal)
        said.insert(u"last_seal"_s, placeOf(*status.lastSeal));
    return said;
}

QJsonObject describeShift(const ShiftReport &report)
{
    QJsonObject said{{u"number"_s, qint64(report.shift.number)},
        {u"business_date"_s, report.shift.businessDate.toString(Qt::ISODate)},
        {u"open"_s, !report.isClosed()}, {u"float"_s, qint64(report.shift.floatAmount.minor())},
        {u"sales"_s, qint64(report.takings.sales)},
        {u"sales_total"_s, qint64(report.takings.salesTotal.minor())},
        {u"returns"_s, qint64(report.takings.returns)},
        {u"returns_total"_s, qint64(report.takings.returnsTotal.minor())},
        {u"cash"_s, qint64(report.takings.net.cash.minor())},
        {u"card"_s, qint64(report.takings.net.card.minor())},
        {u"giftcard"_s, qint64(report.takings.net.giftCard.minor())},
        {u"voucher"_s, qint64(report.takings.net.voucher.minor())},
        {u"foreign_cash"_s, qint64(report.takings.net.foreign.minor())},
        {u"points"_s, qint64(report.takings.net.points.minor())},
        {u"on_account"_s, qint64(report.takings.net.onAccount.minor())},
        {u"pay_ins"_s, qint64(report.payIns.minor())}, {u"pay_outs"_s, qint64(report.payOuts.minor())},
        {u"drops"_s, qint64(report.drops.minor())}, {u"expected"_s, qint64(report.expected.minor())}};
    if (report.isClosed()) {
        said.insert(u"counted"_s, qint64(report.counted->minor()));
        said.insert(u"over_short"_s, qint64(report.overShort().minor()));
    }
    return said;
}

QJsonObject describeConnection(const ConnectionStatus &status)
{
    return {{u"state"_s, stateName(status.state)}, {u"trouble"_s, troubleName(status.trouble)},
        {u"since"_s, qint64(status.since.us)}, {u"detail"_s, status.detail},
        {u"clock_ahead_min"_s, qint64(status.clockAhead.count())}};
}

QJsonObject describeBackup(const BackupKeeper::Kept &kept, Instant now)
{
    return {{u"file"_s, kept.path}, {u"head"_s, placeOf(kept.head.position)},
        {u"made_at"_s, qint64(kept.madeAt.us)},
        {u"age_min"_s, qint64((now.us - kept.madeAt.us) / 60'000'000)}};
}

/// Null where no copy is kept: a till whose backups fail says so here.
QJsonValue newestBackup(const QString &folder, Instant now)
{
    const auto kept = BackupKeeper::newestIn(folder);
    if (!kept)
        return asObject(kept.error());
    return *kept ? QJsonValue(describeBackup(**kept, now)) : QJsonValue();
}

} // namespace

QString StatusCommand::name() const { return u"status"_s; }

QString StatusCommand::summary() const
{
    return u"says who a till is, how its newest shift stands, and what the OMS has of its journal"_s;
}

void StatusCommand::describe(QCommandLineParser &parser) const
{
    describeTillFolder(parser);
    parser.addOption({u"backups"_s, u"Where the till keeps its copies, if not in DIR/backups."_s, u"DIR"_s});
}

Result<> StatusCommand::run(const QCommandLineParser &arguments)
{
    const auto ledger = openLedgerToRead(arguments);
    if (!ledger)
        return tl::unexpected(ledger.error());
    ReplicaReader replica(*tillFolder(arguments));
    const Accepted accepted = replica.accepted();
    QJsonObject said{{u"journal"_s, describeJournal(journalStatus(**ledger, accepted.position))},
        {u"accepted"_s, placeOf(accepted.position)}, {u"included"_s, placeOf(replica.included())},
        {u"replica_generation"_s, qint64(replica.generation())},
        {u"open_card_attempts"_s, qint64(openAttempts(**ledger).size())}};
    const auto config = loadTillConfig(**ledger);
    if (!config && config.error().code != Code::NotEnrolled)
        return tl::unexpected(config.error());
    said.insert(u"enrolled"_s, config.has_value());
    if (config) {
        said.insert(u"till"_s, config->till);
        said.insert(u"store"_s, config->store.id);
        said.insert(u"currency"_s, config->currency.code());
    }
    if (const auto connection = loadConnection(*tillFolder(arguments)))
        said.insert(u"connection"_s, describeConnection(*connection));
    const SystemClock clock;
    const Instant now = clock.now();
    const QString backups = arguments.isSet(u"backups"_s) ? arguments.value(u"backups"_s)
                                                          : *tillFolder(arguments) + u"/backups"_s;
    said.insert(u"backup"_s, newestBackup(backups, now));
    const auto shifts = latestShifts(**ledger, 1);
    if (!shifts.empty())
        said.insert(u"shift"_s,
            describeShift(*shiftReport(**ledger, shifts.front().id, now, clock.utcOffsetMinutes(now))));
    print(said);
    return {};
}

} // namespace evertill
