#include "app/ctl/command/till_folder.h"

#include "core/till/till_config.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace evertill {

void describeTillFolder(QCommandLineParser &parser)
{
    parser.addOption({u"data"_s, u"The till's data folder."_s, u"DIR"_s});
}

Result<QString> tillFolder(const QCommandLineParser &arguments)
{
    const QString folder = arguments.value(u"data"_s);
    if (folder.isEmpty())
        return refuse(Code::BadInput, {{u"problem"_s, u"--data DIR says which till"_s}});
    return folder;
}

Result<std::unique_ptr<Database>> readLedgerIn(const QString &folder)
{
    const QString path = folder + u"/ledger.db"_s;
    if (!QFile::exists(path))
        return refuse(Code::BadInput, {{u"problem"_s, u"no till keeps its data in %1"_s.arg(folder)}});
    try {
        auto ledger = std::make_unique<Database>(path, Database::Kind::Reader);
        if (ledger->number("PRAGMA user_version") == 0)
            return refuse(Code::BadInput, {{u"problem"_s, u"%1 is not a till's ledger"_s.arg(path)}});
        if (auto known = checkSchema(*ledger, u"ledger"_s); !known)
            return tl::unexpected(known.error());
        return ledger;
    } catch (const SQLite::Exception &broken) {
        return refuse(
            Code::DamagedFile, {{u"path"_s, path}, {u"problem"_s, QString::fromUtf8(broken.what())}});
    }
}

Result<bool> isEnrolled(const QString &folder)
{
    if (!QFile::exists(folder + u"/ledger.db"_s))
        return false;
    const auto ledger = readLedgerIn(folder);
    if (!ledger)
        return tl::unexpected(ledger.error());
    const auto config = loadTillConfig(**ledger);
    if (config)
        return config->till != bareTill(config->currency).till;
    if (config.error().code != Code::NotEnrolled)
        return tl::unexpected(config.error());
    return false;
}

Result<std::unique_ptr<Database>> openLedgerToRead(const QCommandLineParser &arguments)
{
    const auto folder = tillFolder(arguments);
    if (!folder)
        return tl::unexpected(folder.error());
    return readLedgerIn(*folder);
}

} // namespace evertill
