#include "app/ctl/ledger/verify_command.h"

#include "app/ctl/command/till_folder.h"
#include "core/audit/verify.h"
#include "core/backup/ledger_copy.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace evertill {

namespace {

QJsonObject said(const AuditReport &report)
{
    return {{u"events"_s, qint64(report.events)}, {u"seals"_s, qint64(report.seals)},
        {u"tables"_s, QJsonArray::fromStringList(report.tables)}, {u"sound"_s, report.isSound()},
        {u"differences"_s, QJsonArray::fromStringList(report.differences)}};
}

Result<> verifyCopy(const QString &path, const std::optional<QByteArray> &sealKey)
{
    const auto report = checkCopy(path, QDir::tempPath(), sealKey);
    if (!report)
        return tl::unexpected(report.error());
    QJsonObject object = said(report->audit);
    object.insert(u"till"_s, report->till);
    object.insert(u"head"_s, u"%1-%2"_s.arg(report->head.position.epoch).arg(report->head.position.seq));
    object.insert(u"hash"_s, QString::fromLatin1(toHex(report->head.hash)));
    print(object);
    return {};
}

} // namespace

QString VerifyCommand::name() const { return u"verify"_s; }

QString VerifyCommand::summary() const
{
    return u"checks a till's journal and seals, and that its tables say what the journal says"_s;
}

void VerifyCommand::describe(QCommandLineParser &parser) const
{
    describeTillFolder(parser);
    parser.addOption({u"copy"_s,
        u"A copy of a till's ledger, instead of --data: checked where it lies, nothing is changed."_s,
        u"FILE"_s});
    parser.addOption({u"seal-key"_s,
        u"The till's public seal key in hex, as its store knows it: seals of any other are a "
        "difference."_s,
        u"HEX"_s});
}

Result<> VerifyCommand::run(const QCommandLineParser &arguments)
{
    std::optional<QByteArray> sealKey;
    if (arguments.isSet(u"seal-key"_s)) {
        sealKey = QByteArray::fromHex(arguments.value(u"seal-key"_s).toLatin1());
        if (sealKey->size() != 32)
            return refuse(Code::BadInput, {{u"problem"_s, u"--seal-key takes 64 hex digits"_s}});
    }
    if (arguments.isSet(u"copy"_s) && arguments.isSet(u"data"_s))
        return refuse(Code::BadInput, {{u"problem"_s, u"either --copy or --data, not both"_s}});
    if (arguments.isSet(u"copy"_s))
        return verifyCopy(arguments.value(u"copy"_s), sealKey);
    const auto ledger = openLedgerToRead(arguments);
    if (!ledger)
        return tl::unexpected(ledger.error());
    const auto report = verify(**ledger, *tillFolder(arguments), sealKey);
    if (!report)
        return tl::unexpected(report.error());
    print(said(*report));
    if (!report->isSound())
        return refuse(
            Code::DamagedFile, {{u"path"_s, (*ledger)->path()}, {u"problem"_s, report->differences.first()}});
    return {};
}

} // namespace evertill
