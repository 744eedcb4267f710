#include "tests/sandbox/checks/mirror.h"
#include "tests/sandbox/checks/oms_fixture.h"
#include "tests/sandbox/checks/till_script.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace evertill::sandbox;

/// What a till says of its prices, in the OMS's books.
class PricesTest : public QObject {
    Q_OBJECT

    static QJsonObject soldLine(int number, const QString &sku, qint64 price)
    {
        return {{u"line"_s, number}, {u"sku"_s, sku}, {u"name"_s, sku}, {u"unit"_s, u"ea"_s},
            {u"quantity"_s, 1000}, {u"price"_s, price}, {u"discount"_s, 0}, {u"net"_s, price}, {u"tax"_s, 0},
            {u"gross"_s, price}, {u"tax_code"_s, u"free"_s}, {u"tax_rate"_s, 0}};
    }
    static QJsonObject saleOf(const QJsonArray &lines)
    {
        qint64 total = 0;
        for (const QJsonValue &line : lines)
            total += line.toObject().value(u"gross"_s).toInteger();
        const QJsonObject tax{{u"code"_s, u"free"_s}, {u"rate"_s, 0}, {u"net"_s, total}, {u"tax"_s, 0}};
        return {{u"sale"_s, u"s"_s}, {u"receipt"_s, u"BER1T1-1-1"_s}, {u"shift"_s, u"h"_s},
            {u"currency"_s, u"EUR"_s}, {u"tax_mode"_s, u"inclusive"_s}, {u"lines"_s, lines},
            {u"taxes"_s, QJsonArray{tax}}, {u"total"_s, total},
            {u"tenders"_s, QJsonArray{QJsonObject{{u"kind"_s, u"cash"_s}, {u"amount"_s, total}}}}};
    }

private Q_SLOTS:
    void aPriceSetByHandIsBookedWithItsReason()
    {
        OmsFixture shop;
        TillScript till(u"BER1T1"_s);
        QJsonObject dented = soldLine(1, u"A"_s, 1000);
        dented[u"price_change"_s] = QJsonObject{{u"was"_s, 1200}, {u"reason"_s, u"a dent"_s}};
        till.add(u"sale.completed"_s, saleOf({dented, soldLine(2, u"B"_s, 500)}));
        QCOMPARE(shop.push(till.till(), till.batch()), u"applied applied"_s);
        QCOMPARE(shop.table(u"finding"_s), QJsonArray());
        QCOMPARE(shop.number(u"SELECT was-price FROM booked_sale_line WHERE price_reason='a dent'"_s), 200);
        QCOMPARE(shop.number(u"SELECT count(*) FROM booked_sale_line WHERE was IS NULL"_s), 1);
    }

    void aPriceListTravelsToTheTillsAndIsNamedInTheBooks()
    {
        OmsFixture shop;
        const QJsonObject list{{u"id"_s, u"bulk"_s},
            {u"prices"_s, QJsonArray{QJsonObject{{u"sku"_s, u"A"_s}, {u"price"_s, 900}}}}};
        QCOMPARE(shop.oms().catalog().putPriceLists({list}, OmsFixture::now).value(), 1);
        QCOMPARE(shop.oms().catalog().putPriceLists({list}, OmsFixture::now).value(), 0);
        QVERIFY(!shop.oms().catalog().putPriceLists({QJsonObject{{u"id"_s, u"x"_s}}}, OmsFixture::now));
        const QJsonObject tooLong{
            {u"id"_s, u"x"_s}, {u"name"_s, QString(9 << 20, u'x')}, {u"prices"_s, QJsonArray()}};
        QVERIFY(!shop.oms().catalog().putPriceLists({tooLong}, OmsFixture::now));
        Mirror mirror;
        mirror.takeAll(shop.oms(), u"BER1T1"_s);
        QCOMPARE(mirror.row(u"price_list"_s, u"bulk"_s).value(u"list"_s).toObject(), list);
        TillScript till(u"BER1T1"_s);
        QJsonObject cheap = soldLine(1, u"A"_s, 900);
        cheap[u"price_list"_s] = QJsonObject{{u"list"_s, u"bulk"_s}, {u"from"_s, 0}, {u"was"_s, 1000}};
        till.add(u"sale.completed"_s, saleOf({cheap}));
        QCOMPARE(shop.push(till.till(), till.batch()), u"applied applied"_s);
        QCOMPARE(shop.number(u"SELECT price FROM booked_sale_line WHERE price_list='bulk'"_s), 900);
        QVERIFY(shop.oms().catalog().dropPriceList(u"bulk"_s, OmsFixture::now));
        QVERIFY(!shop.oms().catalog().dropPriceList(u"bulk"_s, OmsFixture::now));
        mirror.takeAll(shop.oms(), u"BER1T1"_s);
        QCOMPARE(mirror.rows.count({u"price_list"_s, u"bulk"_s}), std::size_t(0));
    }

    void anExchangeRateTravelsToTheTills()
    {
        OmsFixture shop;
        Catalog office = shop.oms().catalog();
        const QJsonObject row = office.putExchangeRate(u"USD"_s, u"0.95"_s, 5, OmsFixture::now).value();
        QCOMPARE(row.value(u"exchange_rate"_s), u"USD-5"_s);
        Mirror mirror;
        mirror.takeAll(shop.oms(), u"BER1T1"_s);
        QCOMPARE(mirror.row(u"exchange_rate"_s, u"USD-5"_s), row);
        for (const auto &[currency, rate] : {std::pair(u"usd"_s, u"1"_s), std::pair(u"USD"_s, u"0.00"_s),
                 std::pair(u"USD"_s, u"-1"_s), std::pair(u"USD"_s, u"0.0000000001"_s)})
            QCOMPARE(office.putExchangeRate(currency, rate, 5, OmsFixture::now).error().status, 400);
        QVERIFY(!office.putExchangeRate(u"USD"_s, u"1"_s, -1, OmsFixture::now));
        QVERIFY(office.putExchangeRate(u"USD"_s, u"0.96"_s, 5, OmsFixture::now));
        mirror.takeAll(shop.oms(), u"BER1T1"_s);
        QCOMPARE(mirror.row(u"exchange_rate"_s, u"USD-5"_s).value(u"rate"_s), u"0.96"_s);
        QVERIFY(office.dropExchangeRate(u"USD-5"_s, OmsFixture::now));
        QVERIFY(!office.dropExchangeRate(u"USD-5"_s, OmsFixture::now));
        mirror.takeAll(shop.oms(), u"BER1T1"_s);
        QCOMPARE(mirror.rows.count({u"exchange_rate"_s, u"USD-5"_s}), std::size_t(0));
    }

    void aDepositIsMoneyAndNoGoods()
    {
        OmsFixture shop;
        TillScript till(u"BER1T1"_s);
        QJsonObject deposit = soldLine(2, u"DEP25"_s, 25);
        deposit[u"deposit_of"_s] = 1;
        till.add(u"sale.completed"_s, saleOf({soldLine(1, u"A"_s, 1000), deposit}));
        QCOMPARE(shop.push(till.till(), till.batch()), u"applied applied"_s); // no task asks for DEP25
        QCOMPARE(shop.number(u"SELECT count(*) FROM stock_movement WHERE sku='DEP25'"_s), 0);
        QCOMPARE(shop.number(u"SELECT gross FROM booked_sale_line WHERE deposit_of=1"_s), 25);
        Mirror mirror;
        mirror.takeAll(shop.oms(), till.till());
        const QJsonArray told = mirror.row(u"receipt"_s, u"BER1T1-1-1"_s).value(u"lines"_s).toArray();
        QCOMPARE(told.at(1).toObject().value(u"deposit_of"_s).toInt(), 1);
        QVERIFY(!told.at(0).toObject().contains(u"deposit_of"_s));
    }
};

QTEST_GUILESS_MAIN(PricesTest)
#include "tst_prices.moc"
