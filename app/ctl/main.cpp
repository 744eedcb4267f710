#include "app/ctl/commands.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

enum ExitCode { Done = 0, Refused = 1, Misused = 2, Broken = 70 };

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
        return Misused;
    }
    if (parser.isSet(help)) {
        printLines(parser.helpText());
        return Done;
    }
    const auto done = command.run(parser);
    if (!done)
        printError(done.error());
    return done ? Done : Refused;
}

int run(const QStringList &arguments)
{
    const auto commands = allCommands();
    const QString name = arguments.value(1);
    if (name.isEmpty() || name == u"--help" || name == u"-h" || name == u"help") {
        listCommands(commands);
        return name.isEmpty() ? Misused : Done;
    }
    for (const auto &command : commands) {
        if (command->name() == name)
            return runCommand(*command, arguments.mid(1));
    }
    printError({Code::BadInput, {{u"problem"_s, u"no command called %1; --help lists them"_s.arg(name)}}});
    return Misused;
}

} // namespace
} // namespace evertill

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("evertillctl"));
    try {
        return evertill::run(QCoreApplication::arguments());
    } catch (const std::exception &broken) {
        evertill::printError(
            {evertill::Code::BadInput, {{QStringLiteral("problem"), QString::fromUtf8(broken.what())}}});
        return evertill::Broken;
    }
}
