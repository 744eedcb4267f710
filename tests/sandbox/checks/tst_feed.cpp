#include "tests/sandbox/checks/mirror.h"
#include "tests/sandbox/checks/oms_fixture.h"
#include "tests/sandbox/checks/till_script.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace evertill::sandbox;

class FeedTest : public QObject {
    Q_OBJECT

private:
    /// What the till shows: the mirror's level and its own movements that the mirror does not count.
    static qint64 shown(const Mirror &mirror, const QString &sku,
        const std::map<QString, std::vector<std::pair<Position, qint64>>> &own)
    {
        qint64 level = mirror.row(u"stock"_s, sku).value(u"on_hand"_s).toInteger();
        for (const auto &[position, quantity] : own.at(sku)) {
            if (mirror.tillCounts(position, u"stock"_s, sku))
                level += quantity;
        }
        return level;
    }

private Q_SLOTS:
    void beginsWithEverything()
    {
        OmsFixture shop;
        Mirror mirror;
        mirror.takeAll(shop.oms(), u"BER1T1"_s, 1);
        QCOMPARE(mirror.rows.size(), std::size_t{2 + 3 + 3});
        QCOMPARE(mirror.row(u"stock"_s, u"B"_s),
            (QJsonObject{{u"sku"_s, u"B"_s}, {u"on_hand"_s, 20'000}, {u"reserved"_s, 0}}));
        QCOMPARE(mirror.row(u"tax"_s, u"reduced"_s).value(u"rate"_s).toInt(), 70'000);
        const int before = mirror.changes;
        mirror.takeAll(shop.oms(), u"BER1T1"_s);
        QCOMPARE(mirror.changes, before);
    }

    void severalChangesOfOneEntityAreFolded()
    {
        OmsFixture shop;
        Mirror mirror;
        mirror.takeAll(shop.oms(), u"BER1T1"_s);
        const int before = mirror.changes;
        for (int price = 1; price <= 50; ++price)
            QVERIFY(shop.oms().catalog().setPrice(u"A"_s, price, OmsFixture::now));
        mirror.takeAll(shop.oms(), u"BER1T1"_s);
        QCOMPARE(mirror.changes, before + 1);
        QCOMPARE(mirror.row(u"product"_s, u"A"_s).value(u"price"_s).toInt(), 50);
    }

    void anUnchangedRowIsNotSentAgain()
    {
        OmsFixture shop;
        Mirror mirror;
        mirror.takeAll(shop.oms(), u"BER1T1"_s);
        const int before = mirror.changes;
        QVERIFY(shop.oms().catalog().setPrice(u"A"_s, 1000, OmsFixture::now));
        mirror.takeAll(shop.oms(), u"BER1T1"_s);
        QCOMPARE(mirror.changes, before);
    }

    void aDroppedProductLeavesTheMirrorAndComesBack()
    {
        OmsFixture shop;
        Mirror mirror;
        mirror.takeAll(shop.oms(), u"BER1T1"_s);
        const QJsonObject row = mirror.row(u"product"_s, u"A"_s);
        QVERIFY(shop.oms().catalog().drop(u"A"_s, OmsFixture::now));
        QVERIFY(!shop.oms().catalog().drop(u"A"_s, OmsFixture::now));
        mirror.takeAll(shop.oms(), u"BER1T1"_s);
        QVERIFY(mirror.row(u"product"_s, u"A"_s).isEmpty());
        QVERIFY(shop.oms().catalog().putProducts({row}, OmsFixture::now));
        mirror.takeAll(shop.oms(), u"BER1T1"_s);
        QCOMPARE(mirror.row(u"product"_s, u"A"_s), row);
    }

    void throughIsEachTillsOwn()
    {
        OmsFixture shop;
        TillScript one(u"BER1T1"_s);
        TillScript two(u"BER1T2"_s);
        const Position sold = one.sell(u"A"_s, 1000, 1000);
        shop.push(one.till(), one.batch());
        shop.push(two.till(), two.batch());
        Mirror ones;
        Mirror twos;
        ones.takeAll(shop.oms(), one.till());
        twos.takeAll(shop.oms(), two.till());
        QCOMPARE(ones.through(u"stock"_s, u"A"_s), sold);
        QCOMPARE(ones.through(u"receipt"_s, one.lastReceipt()), sold);
        QCOMPARE(twos.through(u"stock"_s, u"A"_s), Position());
        QCOMPARE(twos.row(u"stock"_s, u"A"_s), ones.row(u"stock"_s, u"A"_s));
        QCOMPARE(ones.included, sold);
        QCOMPARE(twos.included, (Position{1, 1}));
    }

    void includedWaitsForTheEndOfTheFeed()
    {
        OmsFixture shop;
        TillScript till(u"BER1T1"_s);
        till.sell(u"A"_s, 1000, 1000);
        shop.push(till.till(), till.batch());
        Mirror mirror;
        while (mirror.takePage(shop.oms(), till.till(), 2))
            QCOMPARE(mirror.included, Position());
        QCOMPARE(mirror.included, till.head());
    }

    void anEventThatChangesNoRowStillMovesIncluded()
    {
        OmsFixture shop;
        TillScript till(u"BER1T1"_s);
        Mirror mirror;
        mirror.takeAll(shop.oms(), till.till());
        QVERIFY(!shop.oms().changes(till.till(), mirror.cursor, 10)->isNews);
        shop.push(till.till(), till.batch());
        const Result<Page> page = shop.oms().changes(till.till(), mirror.cursor, 10);
        QVERIFY(page->isNews);
        QVERIFY(page->changes.isEmpty());
        QCOMPARE(page->included, (Position{1, 1}));
    }

    void whatIsNotUnderstoodSendsWhatItNames()
    {
        OmsFixture shop;
        const QString order = shop.placeOrder(u"B"_s, 1000);
        TillScript till(u"BER1T1"_s);
        Mirror mirror;
        mirror.takeAll(shop.oms(), till.till());
        const Position odd = till.add(u"locker.filled"_s,
            {{u"order"_s, order}, {u"lines"_s, QJsonArray{QJsonObject{{u"sku"_s, u"C"_s}}}}});
        QCOMPARE(shop.push(till.till(), till.batch()), u"applied not_understood"_s);
        mirror.takeAll(shop.oms(), till.till());
        QCOMPARE(mirror.through(u"order"_s, order), odd);
        QCOMPARE(mirror.through(u"stock"_s, u"C"_s), odd);
        QCOMPARE(mirror.through(u"stock"_s, u"B"_s), Position());
    }

    void aPickupRejectedSendsTheStockOfItsGoods()
    {
        OmsFixture shop;
        const QString order = shop.placeOrder(u"B"_s, 1000);
        QVERIFY(shop.oms().cancelOrder(order, OmsFixture::now));
        TillScript till(u"BER1T1"_s);
        const Position step =
            till.add(u"pickup.rejected"_s, {{u"order"_s, order}, {u"reason"_s, u"none"_s}}, order);
        QCOMPARE(shop.push(till.till(), till.batch()), u"applied task"_s);
        Mirror mirror;
        mirror.takeAll(shop.oms(), till.till());
        QCOMPARE(mirror.through(u"stock"_s, u"B"_s), step);
        QCOMPARE(mirror.row(u"stock"_s, u"B"_s).value(u"reserved"_s).toInt(), 0);
    }

    void aForeignOrTornCursorIsGone_data()
    {
        QTest::addColumn<QByteArray>("cursor");
        QTest::newRow("nonsense") << QByteArray("abc");
        QTest::newRow("another file's") << QByteArray("00000000.1.0.0");
        QTest::newRow("signs and spaces") << QByteArray("00000000.+1.0.0");
    }
    void aForeignOrTornCursorIsGone()
    {
        QFETCH(QByteArray, cursor);
        OmsFixture shop;
        const Result<Page> page = shop.oms().changes(u"BER1T1"_s, cursor, 10);
        QVERIFY(!page);
        QCOMPARE(page.error().status, 410);
        QCOMPARE(page.error().error, u"cursor_gone"_s);
    }

    void aSnapshotEqualsTheFoldedFeed()
    {
        OmsFixture shop;
        TillScript till(u"BER1T1"_s);
        const QString order = shop.placeOrder(u"A"_s, 1000);
        for (int i = 0; i < 300; ++i)
            till.sell(i % 3 == 0 ? u"A"_s : u"B"_s, 1000, 1000);
        till.takeBack(till.lastReceipt(), u"B"_s, 2000, 2000);
        till.handOver(order, u"A"_s, 1000);
        shop.push(till.till(), till.batch());
        QVERIFY(shop.oms().catalog().drop(u"C"_s, OmsFixture::now));
        Mirror folded;
        folded.takeAll(shop.oms(), till.till(), 7);
        Mirror taken;
        QVERIFY(taken.takeSnapshot(shop.oms(), till.till()));
        QVERIFY(taken.rows == folded.rows);
        QCOMPARE(taken.included, folded.included);
        const int before = taken.changes;
        taken.takeAll(shop.oms(), till.till());
        QCOMPARE(taken.changes, before);
        shop.placeOrder(u"A"_s, 1000);
        taken.takeAll(shop.oms(), till.till());
        QCOMPARE(taken.changes, before + 2);
    }

    void aSnapshotIsOneMomentWhileOthersWrite()
    {
        OmsFixture shop;
        TillScript till(u"BER1T1"_s);
        for (int i = 0; i < 400; ++i)
            till.sell(u"A"_s, 1000, 1000);
        shop.push(till.till(), till.batch());
        const std::unique_ptr<Oms> reader = shop.again();
        const std::unique_ptr<Snapshot> snapshot = reader->snapshot(till.till());
        QByteArray text = snapshot->next().value();
        till.sell(u"A"_s, 1000, 1000);
        QCOMPARE(shop.push(till.till(), till.batch(401)), u"applied"_s);
        while (const auto piece = snapshot->next())
            text += *piece;
        QVERIFY(!text.contains(till.lastReceipt().toLatin1() + '"'));
        QVERIFY(text.contains("\"included\":{\"epoch\":1,\"seq\":401}"));
    }

    /// The promise of the whole design: however pages and pushes fall between one another, the till counts
    /// each of its events once.
    void everyEventCountsOnceOnEveryPage_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 8; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void everyEventCountsOnceOnEveryPage()
    {
        QFETCH(unsigned, seed);
        std::mt19937 random(seed);
        const auto below = [&](unsigned limit) { return static_cast<int>(random() % limit); };
        OmsFixture shop;
        TillScript till(u"BER1T1"_s);
        TillScript other(u"BER1T2"_s);
        Mirror mirror;
        mirror.takeAll(shop.oms(), till.till());
        std::map<QString, std::vector<std::pair<Position, qint64>>> own{{u"A"_s, {}}, {u"B"_s, {}}};
        std::map<QString, qint64> truth{{u"A"_s, 20'000}, {u"B"_s, 20'000}};
        int pushed = 0;
        int otherPushed = 0;
        for (int step = 0; step < 400; ++step) {
            const QString sku = below(2) == 0 ? u"A"_s : u"B"_s;
            switch (below(6)) {
            case 0:
            case 1: {
                const qint64 quantity = 1000 * (1 + below(3));
                own[sku].emplace_back(till.sell(sku, quantity, 1000), -quantity);
                truth[sku] -= quantity;
                break;
            }
            case 2: {
                const int count = 1 + below(3);
                const int end = qMin(pushed + count, till.size());
                const QString outcomes = shop.push(till.till(), till.batch(pushed, end - pushed));
                // Goods run out, too: that is a task and counts all the same.
                QVERIFY2(
                    outcomes.isEmpty() || outcomes.startsWith(u"applied"_s) || outcomes.startsWith(u"task"_s),
                    qPrintable(outcomes));
                pushed = end;
                break;
            }
            case 3:
                other.sell(u"C"_s, 1000, 1000);
                shop.push(other.till(), other.batch(otherPushed));
                otherPushed = other.size();
                break;
            case 4:
                QVERIFY(shop.oms().catalog().setPrice(sku, 1000 + step, OmsFixture::now));
                break;
            default:
                mirror.takePage(shop.oms(), till.till(), 1 + below(4));
                QVERIFY(!mirror.cursor.isEmpty());
            }
            QCOMPARE(shown(mirror, u"A"_s, own), truth[u"A"_s]);
            QCOMPARE(shown(mirror, u"B"_s, own), truth[u"B"_s]);
        }
        shop.push(till.till(), till.batch(pushed));
        mirror.takeAll(shop.oms(), till.till(), 2);
        QCOMPARE(mirror.row(u"stock"_s, u"A"_s).value(u"on_hand"_s).toInteger(), truth[u"A"_s]);
        QCOMPARE(mirror.included, till.head());
    }
};

QTEST_GUILESS_MAIN(FeedTest)
#include "tst_feed.moc"
