#include "tests/bench/sync/counter_beside.h"

#include "core/journal/journal.h"
#include "core/replica/replica_meta.h"
#include "core/replica/replica_reader.h"
#include "tests/bench/commit/bare_till.h"
#include "tests/bench/commit/product_till.h"
#include "tests/bench/common/bare.h"
#include "tests/bench/common/samples.h"
#include "tests/sync/e2e/shop_disk.h"

#include <QDir>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;

namespace evertill::bench {
namespace {

using Clock = std::chrono::steady_clock;

class NobodyWatches final : public ConnectionObserver {
    void connectionChanged(const ConnectionStatus &) override { }
    void replicaChanged() override { }
};

/// A customer after the other until \a time is over or \a isOver says so.
template <typename Sell, typename Over>
void sellFor(std::chrono::seconds time, const std::string &name, Sell &&sell, Over &&isOver)
{
    Samples samples;
    const auto end = Clock::now() + time;
    for (std::uint64_t n = 0; Clock::now() < end && !isOver(); ++n) {
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
        sell(n, samples);
    }
    samples.print(name);
}

enum class Sync { TakesFeed, Sends };

/// The product's sales in \a folder, its sync running beside them for as long as it has work.
void productBeside(const QString &folder, Sync work, std::uint64_t products, std::chrono::seconds time,
    const std::string &name)
{
    const SystemClock clock;
    SystemRandom random;
    NobodyWatches observer;
    ProductTill till(folder);
    const auto identity = loadOmsIdentity(folder);
    const SyncThread sync({folder, till.name(), identity.value()}, clock, random, observer);
    ReplicaReader reader(folder);
    Journal journal(till.ledger().database());
    const auto isOver = [&] {
        return work == Sync::TakesFeed ? !ReplicaMeta(reader.database()).cursor().isEmpty()
                                       : journal.countAfter(reader.accepted().position) < 500;
    };
    sellFor(
        time, name,
        [&](std::uint64_t n, Samples &samples) {
            const Cart cart = till.cartOf(basket(n, products));
            samples.time([&] { till.sell(cart); });
            till.checkpointIfDue();
        },
        isOver);
}

/// Puts products by batches of 500, as the yardstick's loader does, until it is told to stop.
class BareLoader final {
public:
    BareLoader(const QString &path, std::uint64_t products)
        : m_thread([this, path = path.toStdString(), products] { load(path, products); })
    {
    }
    ~BareLoader()
    {
        m_stop = true;
        m_thread.join();
    }

private:
    void load(const std::string &path, std::uint64_t products)
    {
        BareDatabase database(path.c_str(),
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
            "PRAGMA wal_autocheckpoint=4000; PRAGMA cache_size=-16384;");
        sqlite3_stmt *put =
            database.prepare("INSERT INTO product(sku,name,folded,short_name,unit,price,tax,category,"
                             "min_age,gtins,instore) VALUES(?,?,NULL,'','ea',?,'reduced','All',0,?,NULL)"
                             " ON CONFLICT(sku) DO UPDATE SET name=excluded.name,price=excluded.price");
        for (std::uint64_t from = 0; !m_stop; from = (from + 500) % products) {
            database.run("BEGIN IMMEDIATE");
            for (std::uint64_t i = from; i < from + 500; ++i) {
                const Goods g = product(i % products);
                bindValue(put, 1, g.sku);
                bindValue(put, 2, g.name);
                bindValue(put, 3, g.price);
                bindValue(put, 4, g.gtin);
                database.step(put);
            }
            database.run("COMMIT");
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    }

    std::atomic<bool> m_stop = false;
    std::thread m_thread;
};

void bareBeside(const QString &folder, std::uint64_t products, std::chrono::seconds time)
{
    {
        const ProductTill schemaAndShift(folder);
        Database replica(folder + u"/load.db"_s, Database::Kind::Replica);
        if (!migrate(replica, u"replica"_s)
            || (replica.exec("INSERT INTO tax(code,name,rate) VALUES('reduced','Reduced',70000)"), false))
            qFatal("no schema");
    }
    BareTill till((folder + u"/ledger.db"_s).toStdString());
    const BareLoader loader(folder + u"/load.db"_s, products);
    sellFor(
        time, "beside.load.bare",
        [&](std::uint64_t n, Samples &samples) {
            const auto goods = basket(n, products);
            samples.time([&] { till.sell(goods, 1'795'262'400'000'000 + std::int64_t(n)); });
            till.checkpointIfDue();
        },
        [] { return false; });
}

} // namespace

void counterBeside(const QString &folder, test::SandboxProcess &oms, int unsent, std::uint64_t products,
    std::chrono::seconds time)
{
    const auto fresh = [&](const QString &name) {
        QDir().mkpath(folder + u'/' + name);
        return folder + u'/' + name;
    };
    bareBeside(fresh(u"bare"_s), products, time);
    test::ShopDisk disk;
    if (!disk.enrol(u"BER1T3"_s, oms))
        qFatal("the till can't be enrolled");
    disk.close();
    productBeside(disk.folder(), Sync::TakesFeed, products, time, "beside.feed.product");
    disk.open();
    if (!disk.sync())
        qFatal("the feed did not come to its end");
    for (int i = 0; i < unsent; ++i) {
        disk.sell();
        disk.ledger().checkpointIfDue();
    }
    disk.close();
    productBeside(disk.folder(), Sync::Sends, products, time, "beside.push.product");
}

} // namespace evertill::bench
