// bench_commit FOLDER [SALES]: a five-line sale from domain object to durable, by the product and by the bare
// SQLite C API, in rounds of fifty in turn, on one disk. With a third argument, "product" or "bare", only
// that one sells: for counting instructions.
#include "tests/bench/commit/bare_till.h"
#include "tests/bench/commit/product_till.h"
#include "tests/bench/common/samples.h"

#include <QDir>
#include <QFile>

#include <cstdlib>
#include <dlfcn.h>
#include <string>

using namespace evertill;
using namespace evertill::bench;
using namespace Qt::StringLiterals;

namespace {
std::int64_t flushes = 0;
}

extern "C" int fdatasync(int file)
{
    static const auto real = reinterpret_cast<int (*)(int)>(dlsym(RTLD_NEXT, "fdatasync"));
    ++flushes;
    return real(file);
}

extern "C" int fsync(int file)
{
    static const auto real = reinterpret_cast<int (*)(int)>(dlsym(RTLD_NEXT, "fsync"));
    ++flushes;
    return real(file);
}

namespace {

struct Side {
    Samples samples;
    std::int64_t flushes = 0;

    template <typename Work> void sell(Work &&work)
    {
        const std::int64_t before = ::flushes;
        samples.time(work);
        flushes += ::flushes - before;
    }
    void print(const std::string &name, int sales) const
    {
        samples.print(name);
        printFigure(name + ".flushes_per_commit", double(flushes) / sales, "flushes");
    }
};

void freshFolder(const QString &path)
{
    QDir(path).removeRecursively();
    QDir().mkpath(path);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2)
        return 2;
    const QString folder = QString::fromLocal8Bit(argv[1]);
    const int sales = argc > 2 ? std::atoi(argv[2]) : 3000;
    const std::string only = argc > 3 ? argv[3] : "";
    const QString ours = folder + u"/product"_s;
    const QString bare = folder + u"/bare"_s;
    freshFolder(ours);
    freshFolder(bare);
    {
        const ProductTill schemaAndShift(bare);
    }
    ProductTill product(ours);
    BareTill floor((bare + u"/ledger.db"_s).toStdString());

    Side productSide;
    Side bareSide;
    constexpr int kRound = 50;
    for (int done = -kRound; done < sales; done += kRound) {
        for (int i = 0; i < kRound && only != "bare"; ++i) {
            const Cart cart = product.cartOf(basket(std::uint64_t(done + kRound + i)));
            const auto sell = [&] { product.sell(cart); };
            done < 0 ? sell() : productSide.sell(sell);
            product.checkpointIfDue();
        }
        for (int i = 0; i < kRound && only != "product"; ++i) {
            const auto goods = basket(std::uint64_t(done + kRound + i));
            const auto sell = [&] { floor.sell(goods, 1'795'262'400'000'000 + done + i); };
            done < 0 ? sell() : bareSide.sell(sell);
            floor.checkpointIfDue();
        }
    }
    productSide.print("commit.product", sales);
    bareSide.print("commit.bare", sales);
    return 0;
}
