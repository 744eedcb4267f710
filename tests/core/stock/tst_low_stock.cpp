#include "core/stock/adjust_stock.h"
#include "core/stock/low_stock.h"
#include "tests/core/shop/shop.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

class LowStockTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shop = std::make_unique<Shop>(); }
    void theEmptiestComesFirst();
    void reservedGoodsAreNotThereToBeSold();
    void whatThisTillSoldCountsAtOnce();
    void whatWasPutOnTheShelfSinceCountsToo();
    void goodsNobodyCountedOrSellsAreNoBusiness();
    void aLongListIsCutAtItsEmptiest();
    void looksAtLowStockOnly();

private:
    void goods(const QString &sku, std::int64_t onHand, std::int64_t reserved = 0)
    {
        m_shop->tell(product(sku));
        m_shop->tell(StockRow{sku, Quantity::thousandths(onHand), Quantity::thousandths(reserved)});
    }
    [[nodiscard]] static ProductRow product(const QString &sku)
    {
        ProductRow row;
        row.sku = sku;
        row.name = u"Ware "_s + sku;
        row.unit = u"ea"_s;
        row.price = 100;
        row.tax = u"A"_s;
        return row;
    }
    [[nodiscard]] QStringList low()
    {
        QStringList found;
        for (const LowStockItem &item : LowStock(m_shop->replica, m_shop->ledger->database()).items())
            found.append(u"%1 %2"_s.arg(item.name).arg(item.level.available().thousandths()));
        return found;
    }
    void sell(const QString &sku, int pieces)
    {
        m_shop->sell({m_shop->line(sku, Quantity::pieces(pieces), 100)});
    }

    std::unique_ptr<Shop> m_shop;
};

void LowStockTest::theEmptiestComesFirst()
{
    goods(u"TEA"_s, 2999);
    goods(u"MUG"_s, 3000);
    goods(u"PEN"_s, -4000);
    goods(u"JAM"_s, 0);
    QCOMPARE(low(), (QStringList{u"Ware PEN -4000"_s, u"Ware JAM 0"_s, u"Ware TEA 2999"_s}));
}

void LowStockTest::reservedGoodsAreNotThereToBeSold()
{
    goods(u"MUG"_s, 10'000, 8000);
    QCOMPARE(low(), QStringList{u"Ware MUG 2000"_s});
}

void LowStockTest::whatThisTillSoldCountsAtOnce()
{
    goods(u"MUG"_s, 5000);
    QCOMPARE(low(), QStringList());
    sell(u"MUG"_s, 3);
    QCOMPARE(low(), QStringList{u"Ware MUG 2000"_s});
    m_shop->tell(StockRow{u"MUG"_s, Quantity::thousandths(2000), {}}, m_shop->now(), m_shop->now());
    QCOMPARE(low(), QStringList{u"Ware MUG 2000"_s});
}

void LowStockTest::whatWasPutOnTheShelfSinceCountsToo()
{
    goods(u"MUG"_s, 1000);
    QVERIFY(AdjustStock(*m_shop->ledger).run(u"MUG"_s, Quantity::pieces(2), u"found"_s));
    QCOMPARE(low(), QStringList());
}

void LowStockTest::goodsNobodyCountedOrSellsAreNoBusiness()
{
    m_shop->tell(product(u"MUG"_s));
    sell(u"MUG"_s, 3);
    m_shop->tell(StockRow{u"OLD"_s, {}, {}});
    sell(u"NEW"_s, 1);
    QCOMPARE(low(), QStringList());
}

void LowStockTest::aLongListIsCutAtItsEmptiest()
{
    for (int n = 0; n < LowStock::kMost + 10; ++n)
        goods(u"G%1"_s.arg(n, 3, 10, QChar(u'0')), -n * 1000);
    const QStringList found = low();
    QCOMPARE(found.size(), LowStock::kMost);
    QCOMPARE(found.first(), u"Ware G059 -59000"_s);
    QCOMPARE(found.last(), u"Ware G010 -10000"_s);
}

void LowStockTest::looksAtLowStockOnly()
{
    auto plan = m_shop->replica.database().statement("EXPLAIN QUERY PLAN SELECT sku FROM stock WHERE "
                                                     "on_hand-reserved<3000 ORDER BY on_hand-reserved,sku");
    QVERIFY(plan.next());
    QVERIFY2(plan.text(3).contains(u"stock_low"_s), qPrintable(plan.text(3)));
    QVERIFY(!plan.next());
    QCOMPARE(LowStock::kLeast.thousandths(), 3000);
}

QTEST_GUILESS_MAIN(LowStockTest)
#include "tst_low_stock.moc"
