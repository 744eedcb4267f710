#include "app/ctl/ledger/backup_command.h"

#include "app/ctl/command/till_folder.h"
#include "core/backup/ledger_copy.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace evertill {

QString BackupCommand::name() const { return u"backup"_s; }

QString BackupCommand::summary() const { return u"copies a till's ledger, beside a till that sells"_s; }

QString BackupCommand::argument() const { return u"FILE"_s; }

void BackupCommand::describe(QCommandLineParser &parser) const
{
    describeTillFolder(parser);
    parser.addPositionalArgument(argument(), u"Where the copy goes; nothing bears that name yet."_s);
}

Result<> BackupCommand::run(const QCommandLineParser &arguments)
{
    const auto ledger = openLedgerToRead(arguments);
    if (!ledger)
        return tl::unexpected(ledger.error());
    const QString path = QFileInfo(arguments.positionalArguments().first()).absoluteFilePath();
    if (const QString folder = QFileInfo(path).path(); !QFileInfo(folder).isDir())
        return refuse(Code::BadInput, {{u"problem"_s, u"there is no folder %1"_s.arg(folder)}});
    const auto head = copyLedger(**ledger, path);
    if (!head)
        return tl::unexpected(head.error());
    print({{u"file"_s, path}, {u"bytes"_s, QFileInfo(path).size()},
        {u"head"_s, u"%1-%2"_s.arg(head->position.epoch).arg(head->position.seq)},
        {u"hash"_s, QString::fromLatin1(toHex(head->hash))}});
    return {};
}

} // namespace evertill
