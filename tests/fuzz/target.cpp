#include "tests/fuzz/target.h"

#include <QtGlobal>

#include <cstdio>

namespace evertill::fuzz {
namespace {

void sayTheLastWord(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (type == QtFatalMsg)
        std::fprintf(stderr, "%s\n", qPrintable(text));
}

} // namespace

void must(bool holds, const char *what)
{
    if (!holds)
        qFatal("it must hold: %s", what);
}

void keepQuiet() { qInstallMessageHandler(sayTheLastWord); }

} // namespace evertill::fuzz
