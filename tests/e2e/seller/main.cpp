#include "tests/e2e/seller/seller.h"
#include "ui/words/refusal_words.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSocketNotifier>

#include <csignal>
#include <cstdio>
#include <sys/prctl.h>
#include <sys/signalfd.h>

using namespace evertill;
using namespace evertill::test;
using namespace Qt::StringLiterals;

namespace {

/// Blocked before the first thread is made, so that the notifier alone gets it.
int stopSignal()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

} // namespace

int main(int argc, char **argv)
{
    const int stop = stopSignal();
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    const QCoreApplication program(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{u"data"_s, u"an enrolled till's folder"_s, u"DIR"_s},
        {u"mark"_s, u"the file that tells what it is doing"_s, u"FILE"_s},
        {u"code"_s, u"what customers buy; as often as wanted"_s, u"CODE"_s},
        {u"seed"_s, u"of what customers do"_s, u"N"_s, u"1"_s}});
    parser.addHelpOption();
    parser.process(program);
    Mark mark(parser.value(u"mark"_s));
    try {
        auto till = HeadlessTill::open(parser.value(u"data"_s), mark);
        if (!till) {
            const RefusalWords words = wordsFor(till.error(), Currency());
            std::fprintf(stderr, "%s: %s %s\n", qPrintable(codeName(till.error().code)),
                qPrintable(words.sentence), qPrintable(words.nextStep));
            return 1;
        }
        Seller seller(**till, mark, parser.values(u"code"_s), parser.value(u"seed"_s).toULongLong());
        QSocketNotifier stopped(stop, QSocketNotifier::Read);
        QObject::connect(&stopped, &QSocketNotifier::activated, &seller, [&] {
            stopped.setEnabled(false);
            seller.finish();
        });
        seller.start();
        return QCoreApplication::exec();
    } catch (const std::exception &broken) {
        std::fprintf(stderr, "evertill-seller: %s\n", broken.what());
        return 70;
    }
}
