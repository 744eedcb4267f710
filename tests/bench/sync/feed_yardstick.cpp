#include "tests/bench/sync/feed_yardstick.h"

#include "core/store/database.h"
#include "tests/bench/catalogue/bare_catalogue.h"
#include "tests/bench/common/goods.h"
#include "tests/bench/common/samples.h"
#include "tests/sandbox/logic/oms.h"
#include "tests/sync/e2e/shop_disk.h"

using namespace Qt::StringLiterals;

namespace evertill::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::uint64_t kBatch = 5000;
constexpr qint64 kNow = 1'795'262'400'000'000;

double rowsPerSecond(std::uint64_t rows, Clock::duration spent)
{
    return double(rows) / std::chrono::duration<double>(spent).count();
}

std::vector<Goods> goodsFrom(std::uint64_t from, std::uint64_t products)
{
    std::vector<Goods> goods;
    for (std::uint64_t i = from; i < std::min(products, from + kBatch); ++i)
        goods.push_back(product(i));
    return goods;
}

} // namespace

void stock(test::SandboxProcess &oms, std::uint64_t products)
{
    oms.start();
    oms.stop();
    {
        sandbox::Oms logic(oms.folder() + u"/oms.db"_s, {}, [](int count) { return QByteArray(count, '7'); });
        for (std::uint64_t from = 0; from < products; from += kBatch) {
            QJsonArray rows;
            for (const Goods &g : goodsFrom(from, products))
                rows.append(QJsonObject{{u"sku"_s, QString::fromStdString(g.sku)},
                    {u"name"_s, QString::fromStdString(g.name)}, {u"unit"_s, u"ea"_s},
                    {u"price"_s, qint64(g.price)}, {u"tax"_s, u"reduced"_s}, {u"category"_s, u"All"_s},
                    {u"gtins"_s, QJsonArray{QString::fromStdString(g.gtin)}}});
            if (const auto put = logic.catalog().putProducts(rows, kNow); !put)
                qFatal("the sandbox refused products: %s", qPrintable(put.error().message));
        }
    }
    oms.start();
}

void feedYardstick(const QString &folder, test::SandboxProcess &oms, std::uint64_t products)
{
    test::ShopDisk disk;
    if (!disk.enrol(u"BER1T2"_s, oms))
        qFatal("the till can't be enrolled");
    const auto began = Clock::now();
    if (!disk.sync())
        qFatal("the feed did not come to its end");
    printFigure("feed.product", rowsPerSecond(products, Clock::now() - began), "rows/s");

    const QString path = folder + u"/bare.db"_s;
    {
        Database database(path, Database::Kind::Replica);
        if (!migrate(database, u"replica"_s))
            qFatal("no schema");
    }
    BareCatalogue bare(path.toStdString());
    Clock::duration spent{};
    const auto timed = [&](auto &&work) {
        const auto start = Clock::now();
        work();
        spent += Clock::now() - start;
    };
    timed([&] { bare.beginLoad(); });
    for (std::uint64_t from = 0; from < products; from += kBatch) {
        const auto goods = goodsFrom(from, products);
        timed([&] { bare.add(goods); });
    }
    timed([&] { bare.finishLoad(); });
    printFigure("feed.bare", rowsPerSecond(products, spent), "rows/s");
}

} // namespace evertill::bench
