#include "tests/sandbox/checks/mirror.h"
#include "tests/sandbox/checks/oms_fixture.h"
#include "tests/sandbox/checks/till_script.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace evertill::sandbox;

/// What promotions took off, in the books and in what the tills are told of their limits.
class DiscountsTest : public QObject {
    Q_OBJECT

private:
    static QJsonObject discountedSale(qint64 shareOfFirst, const QString &promotion = u"tea"_s)
    {
        const auto line = [](int number, const QString &sku, qint64 discount) {
            return QJsonObject{{u"line"_s, number}, {u"sku"_s, sku}, {u"name"_s, sku}, {u"unit"_s, u"ea"_s},
                {u"quantity"_s, 1000}, {u"price"_s, 1000}, {u"discount"_s, discount},
                {u"net"_s, 1000 - discount}, {u"tax"_s, 0}, {u"gross"_s, 1000 - discount},
                {u"tax_code"_s, u"free"_s}, {u"tax_rate"_s, 0}};
        };
        const QJsonArray shares{QJsonObject{{u"line"_s, 1}, {u"amount"_s, shareOfFirst}},
            QJsonObject{{u"line"_s, 2}, {u"amount"_s, 50}}};
        const QJsonObject discount{{u"promotion"_s, promotion}, {u"name"_s, u"Tea week"_s},
            {u"coupon"_s, u"T7"_s}, {u"amount"_s, 150}, {u"shares"_s, shares}};
        const QJsonObject tax{{u"code"_s, u"free"_s}, {u"rate"_s, 0}, {u"net"_s, 1850}, {u"tax"_s, 0}};
        return {{u"sale"_s, u"s"_s}, {u"receipt"_s, u"BER1T1-1-1"_s}, {u"shift"_s, u"h"_s},
            {u"currency"_s, u"EUR"_s}, {u"tax_mode"_s, u"inclusive"_s},
            {u"lines"_s, QJsonArray{line(1, u"A"_s, 100), line(2, u"B"_s, 50)}},
            {u"discounts"_s, QJsonArray{discount}}, {u"taxes"_s, QJsonArray{tax}}, {u"total"_s, 1850},
            {u"tenders"_s, QJsonArray{QJsonObject{{u"kind"_s, u"cash"_s}, {u"amount"_s, 1850}}}}};
    }

private Q_SLOTS:
    void whatAPromotionTookOffIsBookedAndCountsAsAUse()
    {
        OmsFixture shop;
        const QJsonObject rule{{u"id"_s, u"tea"_s}, {u"uses_left"_s, 2}, {u"budget_left"_s, 1000},
            {u"benefits"_s, QJsonArray{QJsonObject{{u"kind"_s, u"percent"_s}, {u"ppm"_s, 100'000}}}}};
        QVERIFY(shop.oms().catalog().putPromotions({rule}, OmsFixture::now));
        TillScript till(u"BER1T1"_s);
        till.add(u"sale.completed"_s, discountedSale(100));
        QCOMPARE(shop.push(till.till(), till.batch()), u"applied applied"_s);
        QCOMPARE(shop.table(u"finding"_s), QJsonArray());
        QCOMPARE(shop.number(u"SELECT sum(amount) FROM booked_discount WHERE promotion='tea'"_s), 150);
        Mirror mirror;
        mirror.takeAll(shop.oms(), till.till());
        const QJsonObject row = mirror.row(u"promotion"_s, u"tea"_s).value(u"rule"_s).toObject();
        QCOMPARE(row.value(u"uses_left"_s).toInt(), 1);
        QCOMPARE(row.value(u"budget_left"_s).toInt(), 850);
        QCOMPARE(mirror.through(u"promotion"_s, u"tea"_s), till.head());
    }

    void aRuleThatIsSetAgainCountsTheSalesBeforeIt_data()
    {
        QTest::addColumn<bool>("isDropped");
        QTest::newRow("it was taken away meanwhile") << true;
        QTest::newRow("it had no limit") << false;
    }

    void aRuleThatIsSetAgainCountsTheSalesBeforeIt()
    {
        QFETCH(bool, isDropped);
        OmsFixture shop;
        QJsonObject rule{{u"id"_s, u"tea"_s},
            {u"benefits"_s, QJsonArray{QJsonObject{{u"kind"_s, u"percent"_s}, {u"ppm"_s, 100'000}}}}};
        QVERIFY(shop.oms().catalog().putPromotions({rule}, OmsFixture::now));
        if (isDropped)
            QVERIFY(shop.oms().catalog().dropPromotion(u"tea"_s, OmsFixture::now));
        TillScript till(u"BER1T1"_s);
        till.add(u"sale.completed"_s, discountedSale(100));
        QCOMPARE(shop.push(till.till(), till.batch()), u"applied applied"_s);
        rule[u"uses_left"_s] = 1;
        QVERIFY(shop.oms().catalog().putPromotions({rule}, OmsFixture::now));
        Mirror mirror;
        mirror.takeAll(shop.oms(), till.till());
        const QJsonObject row = mirror.row(u"promotion"_s, u"tea"_s).value(u"rule"_s).toObject();
        QCOMPARE(row.value(u"uses_left"_s).toInt(), 1);
        // Else the till, which gave it once, would take that one off the new limit.
        QCOMPARE(mirror.through(u"promotion"_s, u"tea"_s), till.head());
    }

    void sharesThatDoNotAddUpAreFound()
    {
        OmsFixture shop;
        TillScript till(u"BER1T1"_s);
        till.add(u"sale.completed"_s, discountedSale(101, u"gone"_s));
        QCOMPARE(shop.push(till.till(), till.batch()), u"applied applied"_s);
        QStringList findings;
        for (const QJsonValue &row : shop.table(u"finding"_s))
            findings.append(row.toObject().value(u"finding"_s).toString());
        QCOMPARE(findings,
            (QStringList{u"discount gone: line 1 has no such share"_s,
                u"discount gone: its shares give 151, it says 150"_s}));
    }
};

QTEST_GUILESS_MAIN(DiscountsTest)
#include "tst_discounts.moc"
