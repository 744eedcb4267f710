#include "tests/fuzz/target.h"

#include <QDir>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

/// What a file's name says of it: taken-… must be taken and refused-… must not; what a fuzzer found only has
/// to be survived.
bool isAsItsNameSays(const QString &name, bool isTaken)
{
    return !name.startsWith(isTaken ? u"refused-"_s : u"taken-"_s);
}

} // namespace

/// Runs a target over each file of the folder that is given: what the fuzzer learnt, as a plain test.
int main(int count, char **arguments)
{
    if (count != 2) {
        std::fprintf(stderr, "fuzz: wants the folder of a corpus\n");
        return 2;
    }
    evertill::fuzz::keepQuiet();
    const QDir folder(QString::fromLocal8Bit(arguments[1]));
    int passed = 0;
    int failed = 0;
    int taken = 0;
    for (const QString &name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) {
            std::fprintf(stderr, "%s can't be read\n", qPrintable(name));
            return 2;
        }
        // Said first: where the program ends in it, this is the file.
        std::printf("%s", qPrintable(name));
        std::fflush(stdout);
        const bool isTaken = evertill::fuzz::takes(file.readAll());
        const bool isRight = isAsItsNameSays(name, isTaken);
        std::printf(": %s%s\n", isTaken ? "taken" : "refused", isRight ? "" : ", against its name");
        ++(isRight ? passed : failed);
        taken += isTaken;
    }
    std::printf("Totals: %d passed, %d failed\n", passed, failed);
    // A corpus that never gets past the door tries nothing.
    return failed == 0 && taken > 0 ? 0 : 1;
}
