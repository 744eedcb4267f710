#include "tests/sandbox/checks/mirror.h"
#include "tests/sandbox/checks/oms_fixture.h"
#include "tests/sandbox/checks/till_script.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace evertill::sandbox;

/// What facts clash with, each as one task with what a person needs to settle it.
class TasksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anUnknownProductRaisesOneTaskAndMovesItsStock()
    {
        OmsFixture shop;
        TillScript till(u"BER1T1"_s);
        till.sell(u"Z"_s, 2000, 500);
        QCOMPARE(shop.push(till.till(), till.batch()), u"applied task"_s);
        QCOMPARE(shop.tasks(), QStringList{u"BER1T1:1:2:unknown_product open"_s});
        const QJsonObject facts = shop.facts(u"BER1T1:1:2:unknown_product"_s);
        QCOMPARE(facts.value(u"receipt"_s).toString(), till.lastReceipt());
        QCOMPARE(facts.value(u"till"_s).toString(), u"BER1T1"_s);
        QCOMPARE(facts.value(u"kind"_s).toString(), u"sale.completed"_s);
        QCOMPARE(facts.value(u"items"_s).toArray(),
            QJsonArray{(QJsonObject{
                {u"sku"_s, u"Z"_s}, {u"name"_s, u"Z"_s}, {u"quantity"_s, 2000}, {u"gross"_s, 1000}})});
        QCOMPARE(shop.number(u"SELECT on_hand FROM stock WHERE sku='Z'"_s), -2000);
        QCOMPARE(shop.number(u"SELECT count(*) FROM booked_sale"_s), 1);
    }

    void twoTillsRefundingOneReceiptRaiseOneTaskPerExcess()
    {
        OmsFixture shop;
        TillScript one(u"BER1T1"_s);
        TillScript two(u"BER1T2"_s);
        one.sell(u"A"_s, 3000, 1000);
        const QString receipt = one.lastReceipt();
        one.takeBack(receipt, u"A"_s, 2000, 2000);
        two.takeBack(receipt, u"A"_s, 2000, 2000);
        two.takeBack(receipt, u"A"_s, 1000, 1000);
        QCOMPARE(shop.push(one.till(), one.batch()), u"applied applied applied"_s);
        QCOMPARE(shop.push(two.till(), two.batch()), u"applied task task"_s);
        QCOMPARE(shop.tasks(),
            (QStringList{u"BER1T2:1:2:over_refunded open"_s, u"BER1T2:1:3:over_refunded open"_s}));
        const QJsonObject facts = shop.facts(u"BER1T2:1:2:over_refunded"_s);
        QCOMPARE(facts.value(u"excess"_s).toArray(),
            QJsonArray{(QJsonObject{{u"line"_s, 1}, {u"sku"_s, u"A"_s}, {u"name"_s, u"A"_s},
                {u"quantity"_s, 1000}, {u"refunded"_s, 1000}})});
        QCOMPARE(facts.value(u"receipt"_s).toString(), receipt);
        QCOMPARE(facts.value(u"refunded"_s).toInt(), 1000);
        QCOMPARE(facts.value(u"currency"_s).toString(), u"EUR"_s);
        QCOMPARE(facts.value(u"others"_s).toArray(),
            QJsonArray{(QJsonObject{{u"till"_s, u"BER1T1"_s}, {u"receipt"_s, u"BER1T1-1-2"_s}})});
        // The goods did come back: three were sold, five returned.
        QCOMPARE(shop.number(u"SELECT on_hand FROM stock WHERE sku='A'"_s), 22'000);
        QCOMPARE(shop.push(two.till(), two.batch()), u"repeat repeat repeat"_s);
        QCOMPARE(shop.tasks().size(), 2);
    }

    void stockThatGoesBelowZeroIsAskedAboutOncePerTime()
    {
        OmsFixture shop;
        TillScript till(u"BER1T1"_s);
        till.sell(u"A"_s, 20'000, 10);
        till.sell(u"A"_s, 3000, 10);
        till.sell(u"A"_s, 1000, 10);
        QCOMPARE(shop.push(till.till(), till.batch()), u"applied applied task applied"_s);
        QCOMPARE(shop.tasks(), QStringList{u"BER1T1:1:3:stock_negative open"_s});
        QCOMPARE(shop.facts(u"BER1T1:1:3:stock_negative"_s).value(u"items"_s).toArray(),
            QJsonArray{
                (QJsonObject{{u"sku"_s, u"A"_s}, {u"name"_s, u"Product A"_s}, {u"on_hand"_s, -3000}})});
        const auto adjust = [&](int quantity) {
            till.add(u"stock.adjusted"_s,
                {{u"sku"_s, u"A"_s}, {u"quantity"_s, quantity}, {u"reason"_s, u"counted"_s}});
        };
        adjust(4000);
        adjust(-1000);
        QCOMPARE(shop.push(till.till(), till.batch(4)), u"applied task"_s);
        QCOMPARE(shop.tasks().last(), u"BER1T1:1:6:stock_negative open"_s);
        QCOMPARE(shop.tasks().size(), 2);
    }

    void oneSaleRaisesOneTaskForAllThatRanOut()
    {
        OmsFixture shop;
        TillScript till(u"BER1T1"_s);
        const auto line = [](int number, const QString &sku, int quantity) {
            return QJsonObject{{u"line"_s, number}, {u"sku"_s, sku}, {u"name"_s, sku}, {u"unit"_s, u"ea"_s},
                {u"quantity"_s, quantity}, {u"price"_s, 0}, {u"net"_s, 0}, {u"tax"_s, 0}, {u"gross"_s, 0},
                {u"tax_code"_s, u"standard"_s}, {u"tax_rate"_s, 190'000}};
        };
        till.add(u"sale.completed"_s,
            {{u"sale"_s, u"s"_s}, {u"receipt"_s, u"BER1T1-1-1"_s}, {u"shift"_s, u"h"_s},
                {u"currency"_s, u"EUR"_s}, {u"tax_mode"_s, u"inclusive"_s}, {u"taxes"_s, QJsonArray()},
                {u"lines"_s,
                    QJsonArray{line(1, u"A"_s, 21'000), line(2, u"B"_s, 20'500), line(3, u"C"_s, 1000),
                        line(4, u"A"_s, 1000), line(5, u"Z"_s, 1000)}},
                {u"total"_s, 0}, {u"tenders"_s, QJsonArray()}});
        QCOMPARE(shop.push(till.till(), till.batch()), u"applied task"_s);
        QCOMPARE(shop.tasks().size(), 2);
        QVERIFY(shop.tasks().contains(u"BER1T1:1:2:unknown_product open"_s));
        const auto item = [](const QString &sku, int onHand) {
            return QJsonObject{{u"sku"_s, sku}, {u"name"_s, u"Product "_s + sku}, {u"on_hand"_s, onHand}};
        };
        QCOMPARE(shop.facts(u"BER1T1:1:2:stock_negative"_s).value(u"items"_s).toArray(),
            (QJsonArray{item(u"A"_s, -2000), item(u"B"_s, -500)}));
        QCOMPARE(shop.push(till.till(), till.batch()), u"repeat repeat"_s);
        QCOMPARE(shop.tasks().size(), 2);
    }

    void aTaskIsSettledOnceAndBySomethingSaid()
    {
        OmsFixture shop;
        TillScript one(u"BER1T1"_s);
        TillScript two(u"BER1T2"_s);
        const QString task = u"BER1T1:1:2:unknown_product"_s;
        one.sell(u"Z"_s, 1000, 500);
        one.add(u"task.settled"_s, {{u"task"_s, task}});
        QCOMPARE(shop.push(one.till(), one.batch()), u"applied task not_understood"_s);
        QCOMPARE(shop.tasks(), QStringList{task + u" open"_s});
        one.add(u"task.settled"_s, {{u"task"_s, task}, {u"note"_s, u"new label"_s}});
        two.add(u"task.settled"_s, {{u"task"_s, task}, {u"note"_s, u"no idea"_s}});
        two.add(u"task.settled"_s, {{u"task"_s, u"BER1T9:1:2:unknown_product"_s}, {u"note"_s, u"what?"_s}});
        QCOMPARE(shop.push(one.till(), one.batch(3)), u"applied"_s);
        QCOMPARE(shop.push(two.till(), two.batch()), u"applied applied applied"_s);
        QCOMPARE(shop.table(u"task"_s).size(), 1);
        QCOMPARE(shop.table(u"task"_s).at(0).toObject().value(u"note"_s).toString(), u"new label"_s);
    }

    void aTaskIsOpenUntilItIsSettled()
    {
        OmsFixture shop;
        TillScript till(u"BER1T1"_s);
        till.sell(u"Z"_s, 1000, 500);
        const Position settled = till.add(
            u"task.settled"_s, {{u"task"_s, u"BER1T1:1:2:unknown_product"_s}, {u"note"_s, u"new label"_s}});
        QCOMPARE(shop.push(till.till(), till.batch()), u"applied task applied"_s);
        QCOMPARE(shop.tasks(), QStringList{u"BER1T1:1:2:unknown_product settled"_s});
        Mirror mirror;
        mirror.takeAll(shop.oms(), till.till());
        QCOMPARE(mirror.through(u"task"_s, u"BER1T1:1:2:unknown_product"_s), settled);
    }
};

QTEST_GUILESS_MAIN(TasksTest)
#include "tst_tasks.moc"
