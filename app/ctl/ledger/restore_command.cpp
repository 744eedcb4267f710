#include "app/ctl/ledger/restore_command.h"

#include "app/ctl/command/till_folder.h"
#include "core/backup/restore.h"
#include "core/base/system_clock.h"
#include "core/base/system_random.h"
#include "core/journal/ledger.h"
#include "core/store/folder_lock.h"
#include "sync/trust/oms_identity.h"

#include <QFileInfo>
#include <QSslCertificate>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

/// Who the folder's certificate says that it is.
QString enrolledTillIn(const QString &folder)
{
    const auto identity = loadOmsIdentity(folder);
    if (!identity)
        return {};
    const auto chain = QSslCertificate::fromData(identity->certificate, QSsl::Pem);
    return chain.isEmpty() ? QString() : chain.first().subjectInfo(QSslCertificate::CommonName).value(0);
}

QString placeOf(Position position) { return u"%1-%2"_s.arg(position.epoch).arg(position.seq); }

} // namespace

QString RestoreCommand::name() const { return u"restore"_s; }

QString RestoreCommand::summary() const
{
    return u"puts a copy in the place of a till's ledger, in a new epoch"_s;
}

QString RestoreCommand::argument() const { return u"FILE"_s; }

void RestoreCommand::describe(QCommandLineParser &parser) const
{
    describeTillFolder(parser);
    parser.addPositionalArgument(argument(),
        u"The copy. It is checked first; the ledger that it replaces is kept beside. A disk that was never "
        "enrolled is enrolled after it: evertillctl enrol --again."_s);
}

Result<> RestoreCommand::run(const QCommandLineParser &arguments)
{
    const auto folder = tillFolder(arguments);
    if (!folder)
        return tl::unexpected(folder.error());
    const QString copy = QFileInfo(arguments.positionalArguments().first()).absoluteFilePath();
    if (!QFileInfo::exists(copy))
        return refuse(Code::BadInput, {{u"problem"_s, u"there is no %1"_s.arg(copy)}});
    if (!QFileInfo(*folder).isDir())
        return refuse(Code::BadInput,
            {{u"problem"_s,
                u"there is no folder %1: make it first where it is a new till's"_s.arg(*folder)}});
    const auto lock = FolderLock::take(*folder);
    if (!lock)
        return tl::unexpected(lock.error());
    const auto report = restoreLedger(copy, *folder, *folder, enrolledTillIn(*folder));
    if (!report)
        return tl::unexpected(report.error());
    const SystemClock clock;
    SystemRandom random;
    const auto ledger = Ledger::open(*folder, clock, random);
    if (!ledger)
        return tl::unexpected(ledger.error());
    QJsonObject said{{u"till"_s, report->copy.till}, {u"copy"_s, placeOf(report->copy.head.position)},
        {u"epoch"_s, qint64((*ledger)->head().position.epoch)}};
    if (report->replaced)
        said.insert(u"replaced"_s, placeOf(report->replaced->position));
    print(said);
    return {};
}

} // namespace evertill
