#include "app/ctl/verify_command.h"

#include "app/ctl/command/till_folder.h"
#include "core/audit/verify.h"

#include <QFile>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace evertill {

QString VerifyCommand::name() const { return u"verify"_s; }

QString VerifyCommand::summary() const
{
    return u"checks a till's journal and seals, and that its tables say what the journal says"_s;
}

void VerifyCommand::describe(QCommandLineParser &parser) const
{
    describeTillFolder(parser);
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
    const auto ledger = openLedgerToRead(arguments);
    if (!ledger)
        return tl::unexpected(ledger.error());
    const auto report = verify(**ledger, *tillFolder(arguments), sealKey);
    if (!report)
        return tl::unexpected(report.error());
    print({{u"events"_s, qint64(report->events)}, {u"seals"_s, qint64(report->seals)},
        {u"tables"_s, QJsonArray::fromStringList(report->tables)}, {u"sound"_s, report->isSound()},
        {u"differences"_s, QJsonArray::fromStringList(report->differences)}});
    if (!report->isSound())
        return refuse(
            Code::DamagedFile, {{u"path"_s, (*ledger)->path()}, {u"problem"_s, report->differences.first()}});
    return {};
}

} // namespace evertill
