// bench_sync FOLDER [PRODUCTS [EVENTS [SECONDS]]]: what sync takes in and sends against the real sandbox OMS
// over HTTPS, beside the same work without a network and without us; and what the counter notices of it.
#include "tests/bench/sync/counter_beside.h"
#include "tests/bench/sync/feed_yardstick.h"
#include "tests/bench/sync/push_yardstick.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <string>

using namespace evertill;
using namespace evertill::bench;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv); // sync's network lives on its event loop
    if (argc < 2)
        return 2;
    const QString folder = QString::fromLocal8Bit(argv[1]);
    const std::uint64_t products = argc > 2 ? std::stoull(argv[2]) : 1'000'000;
    const int events = argc > 3 ? std::stoi(argv[3]) : 100'000;
    const int seconds = argc > 4 ? std::stoi(argv[4]) : 15; // of selling beside each work
    QDir(folder).removeRecursively();
    QDir().mkpath(folder);
    qputenv("TMPDIR", QFile::encodeName(folder)); // the tills and the OMS live on the same disk
    pushYardstick(folder, events);
    test::SandboxProcess oms;
    stock(oms, products);
    feedYardstick(folder, oms, products);
    counterBeside(folder, oms, events / 5, products, std::chrono::seconds(seconds));
    return 0;
}
