#include "tests/sandbox/checks/mirror.h"
#include "tests/sandbox/checks/oms_fixture.h"
#include "tests/sandbox/checks/till_script.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace evertill::sandbox;

class OrdersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anOrderIsPickedAndHandedOver()
    {
        OmsFixture shop;
        const QString order = shop.placeOrder(u"A"_s, 3000);
        QCOMPARE(shop.number(u"SELECT on_hand*100000+reserved FROM stock WHERE sku='A'"_s),
            20'000 * 100'000LL + 3000);
        TillScript till(u"BER1T1"_s);
        till.add(u"pickup.picking"_s, {{u"order"_s, order}}, order);
        till.add(u"pickup.item_rejected"_s,
            {{u"order"_s, order}, {u"line"_s, 1}, {u"quantity"_s, 1000}, {u"reason"_s, u"broken"_s}}, order);
        till.add(u"pickup.ready"_s, {{u"order"_s, order}}, order);
        QCOMPARE(shop.push(till.till(), till.batch()), u"applied applied applied applied"_s);
        QCOMPARE(shop.number(u"SELECT reserved FROM stock WHERE sku='A'"_s), 2000);
        till.handOver(order, u"A"_s, 2000);
        QCOMPARE(shop.push(till.till(), till.batch(4)), u"applied"_s);
        QCOMPARE(
            shop.number(u"SELECT on_hand*100000+reserved FROM stock WHERE sku='A'"_s), 18'000 * 100'000LL);
        const QJsonObject row = QJsonDocument::fromJson(shop.oms().order(order).value()).object();
        QCOMPARE(row.value(u"state"_s).toString(), u"handed_over"_s);
        QCOMPARE(row.value(u"total"_s).toInt(), 3000);
        QCOMPARE(row.value(u"number"_s).toString(), u"W-1001"_s);
        QCOMPARE(row.value(u"code"_s).toString().size(), 6);
        QCOMPARE(row.value(u"lines"_s).toArray().at(0).toObject().value(u"rejected"_s).toInt(), 1000);
    }

    void rejectingAndCancellingReleaseTheReservation()
    {
        OmsFixture shop;
        const QString rejected = shop.placeOrder(u"A"_s, 3000);
        const QString cancelled = shop.placeOrder(u"B"_s, 3000);
        TillScript till(u"BER1T1"_s);
        till.add(u"pickup.rejected"_s, {{u"order"_s, rejected}, {u"reason"_s, u"none left"_s}}, rejected);
        QCOMPARE(shop.push(till.till(), till.batch()), u"applied applied"_s);
        QVERIFY(shop.oms().cancelOrder(cancelled, OmsFixture::now));
        QCOMPARE(shop.oms().cancelOrder(cancelled, OmsFixture::now).error().error, u"order_not_open"_s);
        QCOMPARE(shop.oms().cancelOrder(u"x"_s, OmsFixture::now).error().error, u"unknown_order"_s);
        QCOMPARE(shop.number(u"SELECT sum(reserved) FROM stock"_s), 0);
        QCOMPARE(shop.number(u"SELECT sum(on_hand) FROM stock"_s), 60'000);
    }

    void anOrderCancelledMeanwhileRaisesOneTaskAndIsSentAgain()
    {
        OmsFixture shop;
        const QString order = shop.placeOrder(u"A"_s, 3000);
        TillScript till(u"BER1T1"_s);
        shop.push(till.till(), till.batch());
        QVERIFY(shop.oms().cancelOrder(order, OmsFixture::now));
        Mirror mirror;
        mirror.takeAll(shop.oms(), till.till());
        till.add(u"pickup.picking"_s, {{u"order"_s, order}}, order);
        till.add(u"pickup.ready"_s, {{u"order"_s, order}}, order);
        const Position left = till.handOver(order, u"A"_s, 3000);
        QCOMPARE(shop.push(till.till(), till.batch(1)), u"task task task"_s);
        QCOMPARE(shop.tasks(), QStringList{u"BER1T1:1:2:order_not_open open"_s});
        QCOMPARE(
            shop.number(u"SELECT on_hand*100000+reserved FROM stock WHERE sku='A'"_s), 17'000 * 100'000LL);
        mirror.takeAll(shop.oms(), till.till());
        QCOMPARE(mirror.row(u"order"_s, order).value(u"state"_s).toString(), u"cancelled"_s);
        QCOMPARE(mirror.through(u"order"_s, order), left);
        QCOMPARE(mirror.through(u"stock"_s, u"A"_s), left);
        const QJsonObject facts =
            mirror.row(u"task"_s, u"BER1T1:1:2:order_not_open"_s).value(u"facts"_s).toObject();
        QCOMPARE(facts.value(u"number"_s).toString(), u"W-1001"_s);
        QCOMPARE(facts.value(u"customer"_s).toString(), u"Ada"_s);
        QCOMPARE(facts.value(u"state"_s).toString(), u"cancelled"_s);
        QCOMPARE(facts.value(u"till"_s).toString(), u"BER1T1"_s);
        QCOMPARE(facts.value(u"total"_s).toInt(), 3000);
        QVERIFY(!facts.contains(u"closed_by"_s));
        const QJsonArray steps = facts.value(u"steps"_s).toArray();
        QCOMPARE(steps.size(), 3);
        QCOMPARE(steps.at(2).toObject().value(u"lines"_s).toArray(),
            QJsonArray{(QJsonObject{
                {u"line"_s, 1}, {u"sku"_s, u"A"_s}, {u"name"_s, u"Product A"_s}, {u"quantity"_s, 3000}})});
        QCOMPARE(shop.push(till.till(), till.batch(1)), u"repeat repeat repeat"_s);
        QCOMPARE(shop.tasks().size(), 1);
    }

    void aClosedOrderIsAskedAboutAgainOnceItsTaskIsSettled()
    {
        OmsFixture shop;
        const QString order = shop.placeOrder(u"A"_s, 3000);
        TillScript till(u"BER1T1"_s);
        shop.push(till.till(), till.batch());
        QVERIFY(shop.oms().cancelOrder(order, OmsFixture::now));
        till.add(u"pickup.picking"_s, {{u"order"_s, order}}, order);
        till.add(
            u"task.settled"_s, {{u"task"_s, u"BER1T1:1:2:order_not_open"_s}, {u"note"_s, u"put back"_s}});
        till.handOver(order, u"A"_s, 3000);
        QCOMPARE(shop.push(till.till(), till.batch(1)), u"task applied task"_s);
        QCOMPARE(shop.tasks(),
            (QStringList{u"BER1T1:1:2:order_not_open settled"_s, u"BER1T1:1:4:order_not_open open"_s}));
    }

    void twoTillsHandingOverOneOrderRaiseOneTask()
    {
        OmsFixture shop;
        const QString order = shop.placeOrder(u"A"_s, 3000);
        TillScript one(u"BER1T1"_s);
        TillScript two(u"BER1T2"_s);
        for (TillScript *till : {&one, &two}) {
            till->add(u"pickup.picking"_s, {{u"order"_s, order}}, order);
            till->add(u"pickup.ready"_s, {{u"order"_s, order}}, order);
            till->handOver(order, u"A"_s, 3000);
        }
        QCOMPARE(shop.push(one.till(), one.batch()), u"applied applied applied applied"_s);
        QCOMPARE(shop.push(two.till(), two.batch()), u"applied task task task"_s);
        QCOMPARE(shop.tasks(), QStringList{u"BER1T2:1:2:order_not_open open"_s});
        const QJsonObject facts = shop.facts(u"BER1T2:1:2:order_not_open"_s);
        QCOMPARE(facts.value(u"state"_s).toString(), u"handed_over"_s);
        QCOMPARE(facts.value(u"closed_by"_s).toString(), u"BER1T1"_s);
        QCOMPARE(
            shop.number(u"SELECT on_hand*100000+reserved FROM stock WHERE sku='A'"_s), 14'000 * 100'000LL);
    }

    void aStepThatComesLateDoesNotGoBack()
    {
        OmsFixture shop;
        const QString order = shop.placeOrder(u"A"_s, 3000);
        TillScript one(u"BER1T1"_s);
        TillScript two(u"BER1T2"_s);
        one.add(u"pickup.ready"_s, {{u"order"_s, order}}, order);
        two.add(u"pickup.picking"_s, {{u"order"_s, order}}, order);
        QCOMPARE(shop.push(one.till(), one.batch()), u"applied applied"_s);
        QCOMPARE(shop.push(two.till(), two.batch()), u"applied applied"_s);
        QCOMPARE(shop.table(u"pickup_order"_s).at(0).toObject().value(u"state"_s).toString(), u"ready"_s);
    }

    void anUnknownOrderRaisesATaskAndItsGoodsLeave()
    {
        OmsFixture shop;
        TillScript till(u"BER1T1"_s);
        till.handOver(u"nobody's"_s, u"A"_s, 1000);
        QCOMPARE(shop.push(till.till(), till.batch()), u"applied task"_s);
        QCOMPARE(shop.tasks(), QStringList{u"BER1T1:1:2:unknown_order open"_s});
        const QJsonObject step =
            shop.facts(u"BER1T1:1:2:unknown_order"_s).value(u"steps"_s).toArray().at(0).toObject();
        QCOMPARE(step.value(u"kind"_s).toString(), u"pickup.handed_over"_s);
        QCOMPARE(
            step.value(u"lines"_s).toArray().at(0).toObject().value(u"name"_s).toString(), u"Product A"_s);
        QCOMPARE(shop.number(u"SELECT on_hand FROM stock WHERE sku='A'"_s), 19'000);
    }
};

QTEST_GUILESS_MAIN(OrdersTest)
#include "tst_orders.moc"
