#include "tests/sandbox/checks/mirror.h"
#include "tests/sandbox/checks/oms_fixture.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace evertill::sandbox;

class CatalogTest : public QObject {
    Q_OBJECT

private:
    static QJsonObject product(const QString &sku)
    {
        return {{u"sku"_s, sku}, {u"name"_s, u"Product "_s + sku}, {u"unit"_s, u"ea"_s}, {u"price"_s, 100},
            {u"tax"_s, u"standard"_s}};
    }
    static QJsonArray products(int from, int count)
    {
        QJsonArray rows;
        for (int i = from; i < from + count; ++i)
            rows.append(product(u"P%1"_s.arg(i, 7, 10, QLatin1Char('0'))));
        return rows;
    }
    static qint64 pageNanoseconds(Oms &oms, const QByteArray &cursor)
    {
        qint64 best = std::numeric_limits<qint64>::max();
        for (int round = 0; round < 9; ++round) {
            QElapsedTimer timer;
            timer.start();
            const Result<Page> page = oms.changes(u"BER1T1"_s, cursor, 100);
            best = qMin(best, timer.nsecsElapsed());
            if (!page || page->changes.size() != 100)
                return -1;
        }
        return best;
    }

private Q_SLOTS:
    void aPromotionComesChangesAndGoes()
    {
        OmsFixture shop;
        const auto rule = [](int ppm) {
            return QJsonObject{{u"id"_s, u"tea"_s},
                {u"benefits"_s, QJsonArray{QJsonObject{{u"kind"_s, u"percent"_s}, {u"ppm"_s, ppm}}}}};
        };
        Mirror mirror;
        mirror.takeAll(shop.oms(), u"BER1T1"_s);
        QCOMPARE(shop.oms().catalog().putPromotions({rule(100'000)}, OmsFixture::now).value(), 1);
        QCOMPARE(shop.oms().catalog().putPromotions({rule(100'000)}, OmsFixture::now).value(), 0);
        QCOMPARE(shop.oms().catalog().putPromotions({rule(200'000)}, OmsFixture::now).value(), 1);
        mirror.takeAll(shop.oms(), u"BER1T1"_s);
        const QJsonObject row{{u"promotion"_s, u"tea"_s}, {u"rule"_s, rule(200'000)}};
        QCOMPARE(mirror.row(u"promotion"_s, u"tea"_s), row);
        Mirror whole;
        QVERIFY(whole.takeSnapshot(shop.oms(), u"BER1T1"_s));
        QCOMPARE(whole.row(u"promotion"_s, u"tea"_s), row);
        QVERIFY(shop.oms().catalog().dropPromotion(u"tea"_s, OmsFixture::now));
        QVERIFY(!shop.oms().catalog().dropPromotion(u"tea"_s, OmsFixture::now));
        QVERIFY(!shop.oms().catalog().putPromotions({QJsonObject{{u"id"_s, u"x"_s}}}, OmsFixture::now));
        mirror.takeAll(shop.oms(), u"BER1T1"_s);
        QCOMPARE(mirror.rows.count({u"promotion"_s, u"tea"_s}), std::size_t(0));
    }

    void refusesABadRowAndLoadsNothingByHalves_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("a price with a fraction") << u"price"_s << QJsonValue(1.5);
        QTest::newRow("a negative price") << u"price"_s << QJsonValue(-1);
        QTest::newRow("a price as text") << u"price"_s << QJsonValue(u"100"_s);
        QTest::newRow("a unit that the contract has not") << u"unit"_s << QJsonValue(u"box"_s);
        QTest::newRow("no sku") << u"sku"_s << QJsonValue(u""_s);
        QTest::newRow("no name") << u"name"_s << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("a wrong check digit") << u"gtins"_s << QJsonValue(QJsonArray{u"4006381333932"_s});
        QTest::newRow("a recall of no list") << u"recalled_lots"_s << QJsonValue(u"L7"_s);
        QTest::newRow("a recalled lot with a space")
            << u"recalled_lots"_s << QJsonValue(QJsonArray{u"L 7"_s});
        QTest::newRow("a deposit of nothing")
            << u"deposit"_s
            << QJsonValue(QJsonObject{{u"sku"_s, u"D"_s}, {u"name"_s, u"D"_s}, {u"amount"_s, 0},
                   {u"tax_code"_s, u"standard"_s}});
        QTest::newRow("an open price of yes") << u"open_price"_s << QJsonValue(u"yes"_s);
        QTest::newRow("an in-store number of 12 digits") << u"instore"_s << QJsonValue(u"200001000000"_s);
    }
    void refusesABadRowAndLoadsNothingByHalves()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        OmsFixture shop;
        QJsonObject bad = product(u"bad"_s);
        bad[key] = value;
        const Result<int> put = shop.oms().catalog().putProducts({product(u"good"_s), bad}, OmsFixture::now);
        QVERIFY(!put);
        QCOMPARE(put.error().error, u"bad_request"_s);
        QVERIFY2(put.error().message.startsWith(u"row 1:"_s), qPrintable(put.error().message));
        QCOMPARE(shop.oms().catalog().productCount(), 3);
    }

    void countsOnlyWhatChanged()
    {
        OmsFixture shop;
        QCOMPARE(shop.oms().catalog().putProducts(products(0, 10), OmsFixture::now).value(), 10);
        QCOMPARE(shop.oms().catalog().putProducts(products(5, 10), OmsFixture::now).value(), 5);
        const QJsonArray level{QJsonObject{{u"sku"_s, u"A"_s}, {u"on_hand"_s, 5000}}};
        QCOMPARE(shop.oms().catalog().putStock(level, OmsFixture::now).value(), 1);
        QCOMPARE(shop.oms().catalog().putStock(level, OmsFixture::now).value(), 0);
        QCOMPARE(shop.number(u"SELECT sum(on_hand) FROM stock_movement WHERE sku='A'"_s), 5000);
    }

    void anOrderNeedsKnownProducts_data()
    {
        QTest::addColumn<QString>("sku");
        QTest::addColumn<qint64>("quantity");
        QTest::addColumn<QString>("error");
        QTest::newRow("an unknown product") << u"Z"_s << qint64{1000} << u"unknown_product"_s;
        QTest::newRow("nothing of it") << u"A"_s << qint64{0} << u"bad_request"_s;
        QTest::newRow("more than any number holds") << u"A"_s << (qint64{1} << 62) << u"bad_request"_s;
    }
    void anOrderNeedsKnownProducts()
    {
        QFETCH(QString, sku);
        QFETCH(qint64, quantity);
        QFETCH(QString, error);
        OmsFixture shop;
        const Result<QByteArray> order =
            shop.oms().placeOrder({u"Ada"_s, 1, {{u"A"_s, 1000}, {sku, quantity}}}, OmsFixture::now);
        QVERIFY(!order);
        QCOMPARE(order.error().error, error);
        QCOMPARE(shop.number(u"SELECT count(*) FROM pickup_order"_s), 0);
        QCOMPARE(shop.number(u"SELECT sum(reserved) FROM stock"_s), 0);
    }

    void readsTheDemoFile()
    {
        const QByteArray header = "# from "
                                  "somewhere\nsku\tgtin\tinstore\tname\tshort_name\tunit\tprice_"
                                  "minor\ttax\tcategory\tstock_thousandths\n";
        const auto demo =
            DemoCatalog::read(header + "E1\t4006381333931\t\tPens\t\tea\t199\tstandard\tOffice\t5000\n");
        QVERIFY(demo);
        QCOMPARE(demo->products,
            QJsonArray{(QJsonObject{{u"sku"_s, u"E1"_s}, {u"name"_s, u"Pens"_s}, {u"unit"_s, u"ea"_s},
                {u"price"_s, 199}, {u"tax"_s, u"standard"_s}, {u"category"_s, u"Office"_s},
                {u"gtins"_s, QJsonArray{u"4006381333931"_s}}})});
        QCOMPARE(demo->stock, QJsonArray{(QJsonObject{{u"sku"_s, u"E1"_s}, {u"on_hand"_s, 5000}})});
        const auto torn =
            DemoCatalog::read(header + "E1\t4006381333931\t\tPens\t\tea\tcheap\tstandard\tOffice\t5000\n");
        QVERIFY(!torn);
        QCOMPARE(torn.error().message, u"line 3 of the demo catalogue"_s);
    }

    void readsTheDemoShopsLists()
    {
        const QJsonObject card{{u"number"_s, u"EVG-7000100001UD"_s}, {u"balance"_s, 5000}};
        const auto lists =
            DemoCatalog::readJson(R"({"giftcards":[{"number":"EVG-7000100001UD","balance":5000}]})");
        QCOMPARE(lists->giftCards, QJsonArray{card});
        QCOMPARE(DemoCatalog::readJson(R"([{"id":"p"}])")->promotions.size(), 1);
        for (const char *wrong : {"", "{}", R"({"giftcards":5})", R"({"gifts":[]})"})
            QCOMPARE(DemoCatalog::readJson(wrong).error().error, u"bad_request"_s);
        OmsFixture shop;
        DemoCatalog demo;
        demo.add(*lists);
        QVERIFY(shop.oms().load(demo, OmsFixture::now));
        QCOMPARE(shop.number(u"SELECT sum(amount) FROM giftcard_movement"_s), 5000);
        demo.giftCards = {QJsonObject{{u"number"_s, u"EVG-7000100001UD"_s}}};
        QVERIFY(!shop.oms().load(demo, OmsFixture::now));
    }

    void aPageCostsItsRowsWhateverTheCatalogueHolds()
    {
        OmsFixture shop;
        QVERIFY(shop.oms().catalog().putProducts(products(0, 1000), OmsFixture::now));
        const qint64 small = pageNanoseconds(shop.oms(), {});
        const QByteArray early = shop.oms().changes(u"BER1T1"_s, {}, 500)->cursor;
        for (int i = 1; i < 40; ++i)
            QVERIFY(shop.oms().catalog().putProducts(products(i * 1000, 1000), OmsFixture::now));
        Mirror mirror;
        mirror.cursor = early;
        for (int i = 0; i < 20; ++i)
            QVERIFY(mirror.takePage(shop.oms(), u"BER1T1"_s, 1000));
        const qint64 large = pageNanoseconds(shop.oms(), mirror.cursor);
        QVERIFY(small > 0 && large > 0);
        // Forty times the rows; a scan would cost forty times as much.
        QVERIFY2(large < small * 5, qPrintable(u"%1 ns against %2 ns"_s.arg(large).arg(small)));
    }
};

QTEST_GUILESS_MAIN(CatalogTest)
#include "tst_catalog.moc"
