#include "core/cash/close_shift.h"
#include "core/stock/adjust_stock.h"
#include "core/stock/stock_adjustment.h"
#include "tests/core/shop/shop.h"

#include <QFile>
#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

namespace {

QByteArray golden()
{
    QFile file(QFINDTESTDATA("golden/stock_adjusted_1.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

StockAdjustment broken() { return {u"MUG"_s, Quantity::thousandths(-1500), u"broken in the window"_s}; }

Event eventOf(const QByteArray &payload)
{
    Event event;
    event.kind = "stock.adjusted";
    event.payload = payload;
    return event;
}

} // namespace

class StockAdjustmentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isWrittenAsTheReleasedVersionWas();
    void theReleasedVersionIsReadBack();
    void whatBreaksTheContractIsRefused_data();
    void whatBreaksTheContractIsRefused();
    void anAdjustmentIsAFactAndAMovement();
    void stockIsCountedBetweenShiftsToo();
    void nothingAndTheAbsurdAreNoAdjustments();
};

void StockAdjustmentTest::isWrittenAsTheReleasedVersionWas()
{
    const Fact fact = stockAdjusted(broken(), QDate(2026, 11, 21));
    QCOMPARE(QByteArray(fact.kind), "stock.adjusted");
    QVERIFY(!golden().isEmpty());
    QCOMPARE(fact.payload, golden());
}

void StockAdjustmentTest::theReleasedVersionIsReadBack()
{
    const auto read = stockAdjustmentFrom(eventOf(golden()));
    QVERIFY(read);
    QVERIFY(*read == broken());
}

void StockAdjustmentTest::whatBreaksTheContractIsRefused_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("no product") << QByteArray(R"({"quantity":-1500,"reason":""})");
    QTest::newRow("a quantity that is a text") << QByteArray(R"({"quantity":"two","reason":"","sku":"MUG"})");
    QTest::newRow("half a thousandth") << QByteArray(R"({"quantity":0.5,"reason":"","sku":"MUG"})");
    QTest::newRow("no object") << QByteArray("[]");
}

void StockAdjustmentTest::whatBreaksTheContractIsRefused()
{
    QFETCH(QByteArray, payload);
    const auto read = stockAdjustmentFrom(eventOf(payload));
    QVERIFY(!read);
    QCOMPARE(read.error().code, Code::BadInput);
}

void StockAdjustmentTest::anAdjustmentIsAFactAndAMovement()
{
    Shop shop;
    QVERIFY(AdjustStock(*shop.ledger).run(u"MUG"_s, Quantity::pieces(-2), u"broken"_s));
    const auto event = Journal(shop.ledger->database()).at(shop.now());
    QCOMPARE(event->kind, "stock.adjusted");
    QVERIFY(event->businessDate == shop.shift.businessDate);
    auto moved = shop.ledger->database().statement("SELECT sku,position,quantity,reason FROM stock_movement");
    QVERIFY(moved.next());
    QCOMPARE(moved.text(0), u"MUG"_s);
    QCOMPARE(moved.integer(1), shop.now().packed());
    QCOMPARE(moved.integer(2), -2000);
    QCOMPARE(moved.text(3), u"adjusted"_s);
    QVERIFY(!moved.next());
}

void StockAdjustmentTest::stockIsCountedBetweenShiftsToo()
{
    Shop shop;
    QVERIFY(CloseShift(*shop.ledger).run(shop.money(10000)));
    QVERIFY(AdjustStock(*shop.ledger).run(u"MUG"_s, Quantity::pieces(5), u"found"_s));
    QVERIFY(Journal(shop.ledger->database()).at(shop.now())->businessDate
        == shop.clock.localDate(shop.clock.now()));
}

void StockAdjustmentTest::nothingAndTheAbsurdAreNoAdjustments()
{
    Shop shop;
    const Position before = shop.now();
    QCOMPARE(AdjustStock(*shop.ledger).run(u"MUG"_s, {}, u"counted"_s).error().code, Code::BadQuantity);
    QCOMPARE(AdjustStock(*shop.ledger).run({}, Quantity::pieces(1), u"found"_s).error().code,
        Code::UnknownProduct);
    for (const std::int64_t absurd :
        {std::int64_t(1'000'000'000'001), std::numeric_limits<std::int64_t>::min()})
        QCOMPARE(AdjustStock(*shop.ledger).run(u"MUG"_s, Quantity::thousandths(absurd), {}).error().code,
            Code::BadQuantity);
    QVERIFY(shop.now() == before);
    QCOMPARE(shop.ledger->database().number("SELECT COUNT(*) FROM stock_movement"), 0);
}

QTEST_GUILESS_MAIN(StockAdjustmentTest)
#include "tst_stock_adjustment.moc"
