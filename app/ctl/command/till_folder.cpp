#include "app/ctl/command/till_folder.h"

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

Result<std::unique_ptr<Database>> openLedgerToRead(const QCommandLineParser &arguments)
{
    const auto folder = tillFolder(arguments);
    if (!folder)
        return tl::unexpected(folder.error());
    const QString path = *folder + u"/ledger.db"_s;
    if (!QFile::exists(path))
        return refuse(Code::BadInput, {{u"problem"_s, u"no till keeps its data in %1"_s.arg(*folder)}});
    auto ledger = std::make_unique<Database>(path, Database::Kind::Reader);
    if (auto known = checkSchema(*ledger, u"ledger"_s); !known)
        return tl::unexpected(known.error());
    return ledger;
}

} // namespace evertill
