// bench_catalogue FOLDER [PRODUCTS]: the first load of a catalogue, then look-ups and searches in it, by the
// product and by the bare SQLite C API, in turn, on one disk. Leaves FOLDER/product behind: a till's replica
// that other yardsticks use.
#include "core/store/database.h"
#include "tests/bench/catalogue/bare_catalogue.h"
#include "tests/bench/catalogue/product_catalogue.h"
#include "tests/bench/common/samples.h"

#include <QDir>

#include <chrono>

using namespace evertill;
using namespace evertill::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr std::uint64_t kBatch = 500;
using Clock = std::chrono::steady_clock;

void freshFolder(const QString &path)
{
    QDir(path).removeRecursively();
    QDir().mkpath(path);
}

QString emptySchema(const QString &folder)
{
    const QString path = folder + u"/bare.db"_s;
    Database database(path, Database::Kind::Replica);
    if (!migrate(database, u"replica"_s))
        qFatal("no schema");
    return path;
}

double rowsPerSecond(std::uint64_t rows, Clock::duration spent)
{
    return double(rows) / std::chrono::duration<double>(spent).count();
}

/// Loads \a products by both, batch by batch in turn, so that a noisy spell meets both; making the data is
/// not counted.
void load(ProductCatalogue &ours, BareCatalogue &bare, std::uint64_t products)
{
    Clock::duration oursSpent{};
    Clock::duration bareSpent{};
    const auto timed = [](Clock::duration &spent, auto &&work) {
        const auto start = Clock::now();
        work();
        spent += Clock::now() - start;
    };
    SnapshotText snapshot;
    const QByteArray taxes = snapshot.taxes();
    timed(oursSpent, [&] { ours.beginLoad(), ours.add(taxes); });
    timed(bareSpent, [&] { bare.beginLoad(); });
    for (std::uint64_t from = 0; from < products; from += kBatch) {
        std::vector<Goods> goods;
        for (std::uint64_t i = from; i < std::min(products, from + kBatch); ++i)
            goods.push_back(product(i));
        const QByteArray lines = snapshot.lines(goods);
        timed(oursSpent, [&] { ours.add(lines); });
        timed(bareSpent, [&] { bare.add(goods); });
    }
    const QByteArray closing = snapshot.closing();
    timed(oursSpent, [&] { ours.add(closing), ours.finishLoad(); });
    timed(bareSpent, [&] { bare.finishLoad(); });
    printFigure("load.product", rowsPerSecond(products, oursSpent), "rows/s");
    printFigure("load.bare", rowsPerSecond(products, bareSpent), "rows/s");
}

void lookUp(ProductCatalogue &ours, BareCatalogue &bare, std::uint64_t products)
{
    Samples oursSamples;
    Samples bareSamples;
    for (std::uint64_t i = 0; i < 40'000; ++i) {
        const Goods wanted = product(mixed(i) % products);
        const QString code = QString::fromStdString(wanted.gtin);
        const std::int64_t key = code.toLongLong();
        std::int64_t oursPrice = 0;
        std::int64_t barePrice = 0;
        Samples &o = oursSamples;
        const bool warm = i < 20'000;
        warm ? void(oursPrice = ours.lookUp(code)) : o.time([&] { oursPrice = ours.lookUp(code); });
        warm ? void(barePrice = bare.lookUp(key)) : bareSamples.time([&] { barePrice = bare.lookUp(key); });
        if (oursPrice != wanted.price || barePrice != wanted.price)
            qFatal("the look-up of %s failed", wanted.gtin.c_str());
    }
    oursSamples.print("lookup.product");
    bareSamples.print("lookup.bare");
}

void search(ProductCatalogue &ours, BareCatalogue &bare, std::uint64_t products, std::size_t letters,
    const char *name)
{
    Samples oursSamples;
    Samples bareSamples;
    const bool trigram = letters >= 3;
    for (std::uint64_t i = 0; i < 400; ++i) {
        const std::string full = product(mixed(i + letters * 7919) % products).name;
        const std::string text = trigram ? full.substr(1, letters) : full.substr(0, letters);
        if (text.find(' ') != std::string::npos)
            continue;
        const std::string query = '"' + text + (trigram ? "\"" : "\"*");
        const QString typed = QString::fromStdString(text);
        int oursFound = 0;
        int bareFound = 0;
        oursSamples.time([&] { oursFound = ours.search(typed); });
        bareSamples.time([&] { bareFound = bare.search(query, trigram); });
        if (oursFound == 0 || oursFound < bareFound)
            qFatal("searching %s gave %d and %d", text.c_str(), oursFound, bareFound);
    }
    oursSamples.print(std::string(name) + ".product");
    bareSamples.print(std::string(name) + ".bare");
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2)
        return 2;
    const QString folder = QString::fromLocal8Bit(argv[1]);
    const std::uint64_t products = argc > 2 ? std::stoull(argv[2]) : 1'000'000;
    freshFolder(folder);
    freshFolder(folder + u"/product"_s);
    ProductCatalogue ours(folder + u"/product"_s);
    BareCatalogue bare(emptySchema(folder).toStdString());
    load(ours, bare, products);
    ours.open();
    bare.open();
    lookUp(ours, bare, products);
    search(ours, bare, products, 2, "search2");
    search(ours, bare, products, 3, "search3");
    search(ours, bare, products, 6, "search6");
    return 0;
}
