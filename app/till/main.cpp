#include "app/till/first_frame.h"
#include "app/till/stop_signal.h"
#include "app/till/till.h"
#include "ui/theme/style_sheet.h"
#include "ui/words/refusal_words.h"

#include <QApplication>
#include <QLocale>
#include <QLoggingCategory>

#include <cstdio>
#include <sys/stat.h>

using namespace evertill;
using namespace Qt::StringLiterals;

namespace {

// QT_LOGGING_RULES="evertill.start.info=true" tells when the till is ready, for those who measure.
Q_LOGGING_CATEGORY(startLog, "evertill.start", QtWarningMsg)

enum ExitCode { Closed = 0, Refused = 1, Broken = 70 };

int explain(const Refusal &refusal)
{
    const RefusalWords words = wordsFor(refusal, Currency());
    std::fprintf(stderr, "evertill: %s %s\n", qPrintable(words.sentence), qPrintable(words.nextStep));
    const QString problem = refusal.facts.value(u"problem"_s).toString();
    if (!problem.isEmpty())
        std::fprintf(stderr, "evertill: %s: %s\n", qPrintable(codeName(refusal.code)), qPrintable(problem));
    return Refused;
}

/// A machine that was never told a language speaks English, and writes numbers as English does.
void chooseLocale()
{
    if (QLocale::system().language() == QLocale::C)
        QLocale::setDefault(QLocale(QLocale::English));
}

void show(MainWindow &window, const TillOptions &options)
{
    if (options.window)
        window.resize(*options.window);
    if (options.fullScreen)
        window.showFullScreen();
    else if (options.window)
        window.show();
    else
        window.showMaximized();
}

int run(QApplication &application)
{
    const auto options = readOptions(QCoreApplication::arguments());
    if (!options)
        return explain(options.error());
    chooseLocale();
    const Theme theme = options->theme == Theme::Mode::Dark ? Theme::dark() : Theme::light();
    applyTheme(application, theme);
    const auto till = Till::open(*options, theme);
    if (!till)
        return explain(till.error());
    StopSignal stop;
    QObject::connect(&stop, &StopSignal::asked, &application, &QCoreApplication::quit);
    MainWindow &window = (*till)->window();
    new FirstFrame(&window, [&window] {
        qCInfo(startLog, "ready");
        window.makeRooms();
    });
    show(window, *options);
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    umask(077); // names of customers and the shop's takings: for nobody else on this machine
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"evertill"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(EVERTILL_VERSION));
    try {
        return run(application);
    } catch (const std::exception &broken) {
        std::fprintf(stderr, "evertill: %s\n", broken.what());
        return Broken;
    }
}
