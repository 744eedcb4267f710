#include "tests/sandbox/booking/customer_book.h"
#include "tests/sandbox/booking/gift_card_book.h"
#include "tests/sandbox/checks/oms_fixture.h"
#include "tests/sandbox/checks/till_script.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace evertill::sandbox;

namespace {

const QString kNumber = u"EVC-400012345678K7"_s;
const QString kCart = u"0190163d-0000-7000-8000-000000000009"_s;

QString holdId(int n) { return u"0190163d-0000-7000-8000-00000000010%1"_s.arg(n); }

} // namespace

/// Customers in the OMS's books: who they are, what they were given, earned, spent and owe.
class CustomersTest : public QObject {
    Q_OBJECT

private:
    using Purse = CustomerBook::Purse;

    static QString card() { return GiftCardBook::referenceOf(kNumber); }
    static QJsonObject theirs(qint64 points)
    {
        QJsonObject customer{{u"card"_s, card()}, {u"last_four"_s, u"78K7"_s}};
        if (points > 0)
            customer[u"points"_s] = points;
        return customer;
    }
    static QJsonObject cash(qint64 amount) { return {{u"kind"_s, u"cash"_s}, {u"amount"_s, amount}}; }
    static QJsonObject paid(const QString &kind, qint64 amount, qint64 points = 0, const QString &hold = {})
    {
        QJsonObject tender{
            {u"kind"_s, kind}, {u"amount"_s, amount}, {u"card"_s, card()}, {u"last_four"_s, u"78K7"_s}};
        if (points > 0)
            tender[u"points"_s] = points;
        if (!hold.isEmpty())
            tender[u"hold"_s] = hold;
        return tender;
    }
    /// A sale of one piece of A, or its return, by \a tenders.
    static void add(TillScript &till, const QString &kind, const QJsonArray &tenders, qint64 points = 0,
        const QJsonArray &discounts = {})
    {
        qint64 gross = 0;
        for (const QJsonValue &tender : tenders)
            gross += tender.toObject().value(u"amount"_s).toInteger();
        qint64 off = 0;
        for (const QJsonValue &discount : discounts)
            off += discount.toObject().value(u"amount"_s).toInteger();
        QJsonObject line{{u"line"_s, 1}, {u"sku"_s, u"A"_s}, {u"name"_s, u"A"_s}, {u"unit"_s, u"ea"_s},
            {u"quantity"_s, 1000}, {u"net"_s, gross}, {u"tax"_s, 0}, {u"gross"_s, gross},
            {u"tax_code"_s, u"none"_s}, {u"tax_rate"_s, 0}, {u"discount"_s, off}};
        QJsonObject payload{{u"shift"_s, u"h"_s}, {u"currency"_s, u"EUR"_s}, {u"tax_mode"_s, u"inclusive"_s},
            {u"taxes"_s, QJsonArray()}, {u"total"_s, gross}, {u"tenders"_s, tenders},
            {u"receipt"_s, u"%1-1-%2"_s.arg(till.till()).arg(till.size())}, {u"customer"_s, theirs(points)}};
        const bool isSale = kind == u"sale.completed"_s;
        line[isSale ? u"price"_s : u"disposition"_s] =
            isSale ? QJsonValue(gross + off) : QJsonValue(u"restock"_s);
        payload[isSale ? u"sale"_s : u"return"_s] = u"%1-%2"_s.arg(till.till()).arg(till.size());
        payload[u"lines"_s] = QJsonArray{line};
        if (!discounts.isEmpty())
            payload[u"discounts"_s] = discounts;
        till.add(kind, payload);
    }
    static QJsonObject known(OmsFixture &shop)
    {
        return shop.oms().customer(u"BER1T1"_s, card(), shop.now).value();
    }
    static qint64 points(OmsFixture &shop) { return known(shop).value(u"points"_s).toInteger(); }
    static qint64 left(OmsFixture &shop) { return known(shop).value(u"on_account_left"_s).toInteger(-1); }
    static void put(OmsFixture &shop, qint64 points, const QJsonValue &limit = QJsonValue::Null)
    {
        QVERIFY(shop.oms().putCustomer(kNumber,
            {{u"name"_s, u"Anna Berg"_s}, {u"groups"_s, QJsonArray{u"club"_s}}, {u"points"_s, points},
                {u"account_limit"_s, limit}},
            shop.now));
    }

private Q_SLOTS:
    void theOfficeSaysWhoHasACard()
    {
        OmsFixture shop;
        QCOMPARE(shop.oms().customer(u"BER1T1"_s, card(), shop.now).error().error, u"unknown_customer"_s);
        put(shop, 30);
        const QJsonObject first = known(shop);
        QCOMPARE(first.value(u"name"_s), u"Anna Berg"_s);
        QCOMPARE(first.value(u"groups"_s).toArray(), QJsonArray{u"club"_s});
        QCOMPARE(points(shop), 30);
        QCOMPARE(left(shop), -1);
        // What is left out stays, and she is the same person.
        QVERIFY(shop.oms().putCustomer(kNumber, {{u"account_limit"_s, 5000}}, shop.now));
        QCOMPARE(known(shop).value(u"customer"_s), first.value(u"customer"_s));
        QCOMPARE(points(shop), 30);
        QCOMPARE(left(shop), 5000);
        QVERIFY(!shop.oms().putCustomer(u"EVC-1"_s, {}, shop.now));
        QVERIFY(!shop.oms().putCustomer(kNumber, {{u"points"_s, -1}}, shop.now));
    }

    void whatTheyBoughtAndWereGivenIsCountedOnceAndSaidHowFar()
    {
        OmsFixture shop;
        put(shop, 0);
        TillScript till(u"BER1T1"_s);
        const QJsonObject discount{{u"promotion"_s, u"club"_s}, {u"name"_s, u"Club"_s}, {u"amount"_s, 100},
            {u"shares"_s, QJsonArray{QJsonObject{{u"line"_s, 1}, {u"amount"_s, 100}}}}};
        add(till, u"sale.completed"_s, {cash(900)}, 9, {discount});
        add(till, u"sale.completed"_s, {cash(500)}, 5);
        for (int i = 0; i < 2; ++i)
            (void)shop.push(till.till(), till.batch());
        QCOMPARE(known(shop).value(u"purchases"_s).toInteger(), 2);
        QCOMPARE(known(shop).value(u"uses"_s).toArray(),
            QJsonArray({QJsonObject{{u"promotion"_s, u"club"_s}, {u"times"_s, 1}}}));
        QCOMPARE(known(shop).value(u"through"_s).toObject().value(u"seq"_s).toInteger(), 3);
        QCOMPARE(points(shop), 14);
        QCOMPARE(shop.table(u"finding"_s), QJsonArray());
    }

    void pointsAreKeptForOneCartTakenByItsSaleAndGivenBack()
    {
        OmsFixture shop;
        put(shop, 500);
        const auto wish = [](int hold, qint64 points) {
            return QJsonObject{{u"hold"_s, holdId(hold)}, {u"cart"_s, kCart}, {u"points"_s, points}};
        };
        const auto first = shop.oms().holdFor(Purse::Points, u"BER1T1"_s, card(), wish(1, 300), shop.now);
        QCOMPARE(first->value(u"points"_s).toInteger(), 300);
        QCOMPARE(*shop.oms().holdFor(Purse::Points, u"BER1T1"_s, card(), wish(1, 300), shop.now), *first);
        QCOMPARE(shop.oms()
                     .holdFor(Purse::Points, u"BER1T2"_s, card(), wish(2, 300), shop.now)
                     ->value(u"points"_s),
            200);
        QCOMPARE(shop.oms().holdFor(Purse::Points, u"BER1T3"_s, card(), wish(3, 1), shop.now).error().error,
            u"nothing_left"_s);
        QCOMPARE(shop.oms().holdFor(Purse::Points, u"BER1T3"_s, card(), wish(3, 0), shop.now).error().error,
            u"bad_request"_s);
        shop.oms().releaseFor(card(), holdId(2), shop.now);
        QCOMPARE(points(shop), 200);
        TillScript till(u"BER1T1"_s);
        add(till, u"sale.completed"_s, {paid(u"points"_s, 300, 300, holdId(1)), cash(700)}, 7);
        QCOMPARE(shop.push(till.till(), till.batch()), u"applied applied"_s);
        QCOMPARE(points(shop), 207);
        QCOMPARE(shop.table(u"customer_hold"_s), QJsonArray());
        add(till, u"return.completed"_s, {paid(u"points"_s, 300, 300), cash(700)}, 7);
        (void)shop.push(till.till(), till.batch());
        QCOMPARE(points(shop), 500);
    }

    void earnedPointsAreTakenBackDownToNone()
    {
        OmsFixture shop;
        put(shop, 0);
        TillScript till(u"BER1T1"_s);
        add(till, u"sale.completed"_s, {cash(1000)}, 10);
        add(till, u"sale.completed"_s, {paid(u"points"_s, 8, 8)});
        add(till, u"return.completed"_s, {cash(1000)}, 10);
        QCOMPARE(shop.push(till.till(), till.batch()), u"applied applied applied applied"_s);
        QCOMPARE(points(shop), 0);
        // None are owed: the next ones are theirs.
        add(till, u"sale.completed"_s, {cash(300)}, 3);
        (void)shop.push(till.till(), till.batch());
        QCOMPARE(points(shop), 3);
    }

    void whatTwoTillsTookOfflineIsOneTaskPerExcess()
    {
        OmsFixture shop;
        put(shop, 150, 1500);
        TillScript one(u"BER1T1"_s);
        TillScript two(u"BER1T2"_s);
        add(one, u"sale.completed"_s, {paid(u"points"_s, 100, 100)});
        add(two, u"sale.completed"_s, {paid(u"points"_s, 100, 100)});
        add(one, u"sale.completed"_s, {paid(u"on_account"_s, 1000)});
        add(two, u"sale.completed"_s, {paid(u"on_account"_s, 1000)});
        QCOMPARE(shop.push(one.till(), one.batch()), u"applied applied applied"_s);
        QCOMPARE(shop.push(two.till(), two.batch()), u"applied task task"_s);
        QCOMPARE(shop.tasks(),
            (QStringList{u"BER1T2:1:2:points_overdrawn open"_s, u"BER1T2:1:3:account_overdrawn open"_s}));
        QCOMPARE(shop.facts(u"BER1T2:1:2:points_overdrawn"_s).value(u"missing"_s).toInteger(), 50);
        QCOMPARE(shop.facts(u"BER1T2:1:3:account_overdrawn"_s).value(u"missing"_s).toInteger(), 500);
    }

    void whatIsOwedGrowsWithSalesAndFallsWithReturns()
    {
        OmsFixture shop;
        put(shop, 0, 5000);
        const QJsonObject wish{{u"hold"_s, holdId(1)}, {u"cart"_s, kCart}, {u"amount"_s, 9000}};
        const auto held = shop.oms().holdFor(Purse::Account, u"BER1T1"_s, card(), wish, shop.now);
        QCOMPARE(held->value(u"amount"_s).toInteger(), 5000);
        QCOMPARE(left(shop), 0);
        TillScript till(u"BER1T1"_s);
        add(till, u"sale.completed"_s, {paid(u"on_account"_s, 3000, 0, holdId(1))});
        add(till, u"return.completed"_s, {paid(u"on_account"_s, 1000)});
        QCOMPARE(shop.push(till.till(), till.batch()), u"applied applied applied"_s);
        QCOMPARE(left(shop), 3000);
        QCOMPARE(shop.number(u"SELECT sum(amount) FROM account_movement"_s), 2000);
        // Who pays at once has nothing to put on account.
        put(shop, 0);
        QCOMPARE(shop.oms().holdFor(Purse::Account, u"BER1T1"_s, card(), wish, shop.now).error().error,
            u"nothing_left"_s);
    }
};

QTEST_GUILESS_MAIN(CustomersTest)
#include "tst_customers.moc"
