// bench_scan FOLDER PRODUCTS [SCANS [beside]]: from the scanner's first key to the painted line in the till's
// own window, over the catalogue that bench_catalogue left in FOLDER. Then what the program holds in memory.
// "beside": a new catalogue is loaded in the background all the while, as sync loads a snapshot.
#include "app/till/till.h"
#include "core/cash/open_shift.h"
#include "core/till/current_shift.h"
#include "tests/bench/catalogue/product_catalogue.h"
#include "tests/bench/common/goods.h"
#include "tests/bench/common/samples.h"
#include "ui/theme/style_sheet.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QFile>
#include <QKeyEvent>
#include <QThread>

#include <atomic>
#include <optional>
#include <string>
#include <thread>

using namespace evertill;
using namespace evertill::bench;
using namespace Qt::StringLiterals;

namespace {

/// A bare till keeps no configuration; a shift is all that selling needs.
void openShift(const QString &folder)
{
    const SystemClock clock;
    SystemRandom random;
    const TillConfig config = bareTill(*Currency::fromCode(u"EUR"));
    auto ledger = Ledger::open(folder, clock, random);
    if (!ledger)
        qFatal("no ledger");
    if (!currentShift((*ledger)->database())
        && !OpenShift(**ledger, config).run(Money::minor(10'000, config.currency)))
        qFatal("no shift");
}

/// As a scanner types: a key a millisecond, by the keys' own timestamps.
void scan(const std::string &code)
{
    static quint64 at = 1'000'000;
    at += 1000;
    const auto press = [](int key, const QString &text) {
        QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier, text);
        event.setTimestamp(++at);
        QWidget *focus = QApplication::focusWidget();
        QCoreApplication::sendEvent(focus ? focus : QApplication::activeWindow(), &event);
    };
    for (const char digit : code)
        press(Qt::Key_0 + digit - '0', QString(QLatin1Char(digit)));
    press(Qt::Key_Return, u"\r"_s);
}

/// Loads snapshots of a new catalogue, none of which comes to its end, until it goes.
class Loading final {
public:
    Loading(const QString &folder, std::uint64_t products)
        : m_thread([this, folder, products] {
              while (!m_stop)
                  load(folder, products);
          })
    {
    }
    ~Loading()
    {
        m_stop = true;
        m_thread.join();
    }

private:
    void load(const QString &folder, std::uint64_t products)
    {
        ProductCatalogue catalogue(folder);
        SnapshotText snapshot;
        catalogue.beginLoad();
        catalogue.add(snapshot.taxes());
        for (std::uint64_t from = 0; from < products && !m_stop; from += 500) {
            std::vector<Goods> goods;
            for (std::uint64_t i = from; i < std::min(products, from + 500); ++i)
                goods.push_back(product(i));
            catalogue.add(snapshot.lines(goods));
        }
    }

    std::atomic<bool> m_stop = false;
    std::thread m_thread;
};

double residentMegabytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024.0;
    return 0;
}

void settle()
{
    for (int i = 0; i < 40; ++i) {
        QCoreApplication::processEvents();
        QThread::msleep(5);
    }
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (argc < 3)
        return 2;
    const QString folder = QString::fromLocal8Bit(argv[1]);
    const std::uint64_t products = std::stoull(argv[2]);
    const int scans = argc > 3 ? std::stoi(argv[3]) : 1000;
    openShift(folder);
    const Theme theme = Theme::light();
    applyTheme(application, theme);
    TillOptions options;
    options.folder = folder;
    const auto till = Till::open(options, theme);
    if (!till)
        qFatal("no till: %s", qPrintable(codeName(till.error().code)));
    MainWindow &window = (*till)->window();
    window.resize(1024, 768);
    window.show();
    window.activateWindow();
    settle();

    auto *lines = window.findChild<QAbstractItemView *>(u"ticketLines"_s);
    auto *remove = window.findChild<QAbstractButton *>(u"removeLine"_s);
    if (!lines || !remove)
        qFatal("the window has no ticket");
    const bool isBeside = argc > 4;
    std::optional<Loading> loading;
    if (isBeside)
        loading.emplace(folder, products);
    Samples samples;
    constexpr int kWarm = 50;
    for (int i = 0; i < scans + kWarm; ++i) {
        QCoreApplication::processEvents();
        QGuiApplication::sync();
        const std::string code = product(mixed(std::uint64_t(i)) % products).gtin;
        const int before = lines->model()->rowCount();
        const auto work = [&] {
            scan(code);
            QCoreApplication::processEvents();
            QGuiApplication::sync();
        };
        i < kWarm ? work() : samples.time(work);
        if (lines->model()->rowCount() != before + 1)
            qFatal("a scan was lost: %s", code.c_str());
        if (i % 5 == 4) { // a new sale every five lines, as the floor has it; what it takes to drop one is
                          // not counted
            while (lines->model()->rowCount() > 0) {
                remove->click();
                QCoreApplication::processEvents();
            }
        }
    }
    samples.print(isBeside ? "beside.scan" : "scan.product");
    if (!isBeside)
        printFigure("memory.product", residentMegabytes(), "MB");
    return 0;
}
