#include "app/ctl/commands.h"

#include <QCoreApplication>

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <cstdio>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

enum ExitCode { ExitDone = 0, ExitRefused = 1, ExitMisused = 2, ExitBroken = 70 };

void printLines(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    std::fwrite(utf8.constData(), 1, std::size_t(utf8.size()), stdout);
}

void listCommands(const std::vector<std::unique_ptr<Command>> &commands)
{
    printLines(
        u"Usage: evertillctl COMMAND …\nJSON on standard output; errors as one JSON object on standard error.\n\n"_s);
    for (const auto &command : commands)
        printLines(u"  %1 %2\n"_s.arg(command->name().leftJustified(16), command->summary()));
    printLines(u"\nevertillctl COMMAND --help says more.\n"_s);
}

/// Qt's own first line names the program alone.
QString helpFor(const Command &command, const QCommandLineParser &parser)
{
    QString text = parser.helpText();
    const QString usage = u"Usage: evertillctl %1 [options] %2"_s.arg(command.name(), command.argument());
    return text.replace(0, text.indexOf(u'\n'), usage.trimmed());
}

Result<> checkArgument(const Command &command, const QCommandLineParser &parser)
{
    const QStringList given = parser.positionalArguments();
    const QString name = command.argument();
    if (name.isEmpty() && !given.isEmpty())
        return refuse(Code::BadInput,
            {{u"problem"_s,
                u"%1 takes options alone, not \"%2\""_s.arg(command.name(), given.first().left(60))}});
    const bool isLeftAway = given.isEmpty() && command.mayLackArgument();
    if (!name.isEmpty() && given.size() != 1 && !isLeftAway)
        return refuse(Code::BadInput, {{u"problem"_s, u"one %1, please; --help says more"_s.arg(name)}});
    return {};
}

Result<> perform(Command &command, const QCommandLineParser &parser)
{
    try {
        return command.run(parser);
    } catch (const SQLite::Exception &broken) {
        if (broken.getErrorCode() != SQLITE_CORRUPT && broken.getErrorCode() != SQLITE_NOTADB)
            throw;
        // Every command that opens a file of a till is told which till by --data.
        return refuse(Code::DamagedFile,
            {{u"path"_s, parser.value(u"data"_s)}, {u"problem"_s, QString::fromUtf8(broken.what())}});
    }
}

int runCommand(Command &command, QStringList arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(command.summary());
    const QCommandLineOption help({u"h"_s, u"help"_s}, u"Says what the command takes."_s);
    parser.addOption(help);
    command.describe(parser);
    arguments.first() = u"evertillctl "_s + command.name();
    if (!parser.parse(arguments)) {
        printError({Code::BadInput, {{u"problem"_s, parser.errorText()}}});
        return ExitMisused;
    }
    if (parser.isSet(help)) {
        printLines(helpFor(command, parser));
        return ExitDone;
    }
    if (const auto fits = checkArgument(command, parser); !fits) {
        printError(fits.error());
        return ExitMisused;
    }
    const auto done = perform(command, parser);
    if (!done)
        printError(done.error());
    return done ? ExitDone : ExitRefused;
}

int run(const QStringList &arguments)
{
    const auto commands = allCommands();
    const QString name = arguments.value(1);
    if (name.isEmpty() || name == u"--help" || name == u"-h" || name == u"help") {
        listCommands(commands);
        return name.isEmpty() ? ExitMisused : ExitDone;
    }
    for (const auto &command : commands) {
        if (command->name() == name)
            return runCommand(*command, arguments.mid(1));
    }
    printError({Code::BadInput, {{u"problem"_s, u"no command called %1; --help lists them"_s.arg(name)}}});
    return ExitMisused;
}

} // namespace
} // namespace evertill

int main(int argc, char *argv[])
{
    umask(077); // names of customers and the shop's takings: for nobody else on this machine
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("evertillctl"));
    try {
        const int code = evertill::run(QCoreApplication::arguments());
        if (evertill::isPrintedWhole())
            return code;
        evertill::printError({evertill::Code::BadInput,
            {{QStringLiteral("problem"),
                QStringLiteral("standard output takes no more: what was printed is cut short")}}});
        return evertill::ExitBroken;
    } catch (const std::exception &broken) {
        evertill::printError(
            {evertill::Code::BadInput, {{QStringLiteral("problem"), QString::fromUtf8(broken.what())}}});
        return evertill::ExitBroken;
    }
}
