#include "core/replica/product_table.h"
#include "tests/core/replica/rows.h"

#include <QTest>

#include <sqlite3.h>

using namespace evertill;
using namespace Qt::StringLiterals;

class ProductTableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anUnchangedRowIsNotWritten();
    void aNewPriceTouchesNoIndex();
    void aNewNameMovesItsSearchWords();
    void aCodeTakenOverNamesTheNewProduct();
    void aCodeTakenBackIsGone();
    void aDroppedProductLeavesNothingBehind();
    void lotsAreCalledBackAndThatIsTakenBack();
    void anOpenPriceComesAndGoes();
    void refusesCodesThatAreNoNumbers();

private:
    [[nodiscard]] std::int64_t productOf(std::int64_t gtin);
    [[nodiscard]] qsizetype hits(const char *table, const QString &query);
    [[nodiscard]] int changes() { return sqlite3_total_changes(m_database->handle().getHandle()); }
    void put(const ProductRow &row) { QVERIFY(ProductTable(*m_database).put(row)); }
    void checkIndexes();

    std::unique_ptr<Database> m_database;
};

void ProductTableTest::init()
{
    m_database = std::make_unique<Database>(QString(), Database::Kind::Scratch);
    QVERIFY(migrate(*m_database, u"replica"_s));
}

std::int64_t ProductTableTest::productOf(std::int64_t gtin)
{
    auto row = m_database->statement("SELECT product FROM barcode WHERE gtin=?");
    row.with(gtin);
    return row.next() ? row.integer(0) : 0;
}

qsizetype ProductTableTest::hits(const char *table, const QString &query)
{
    const QByteArray sql =
        QByteArray("SELECT count(*) FROM ") + table + " WHERE " + table + " MATCH '" + query.toUtf8() + "'";
    SQLite::Statement statement(m_database->handle(), sql.constData());
    return statement.executeStep() ? statement.getColumn(0).getInt() : -1;
}

/// FTS5's own check that the index holds exactly what the product table says.
void ProductTableTest::checkIndexes()
{
    m_database->exec("INSERT INTO product_trigram(product_trigram, rank) VALUES('integrity-check', 1)");
    m_database->exec("INSERT INTO product_prefix(product_prefix, rank) VALUES('integrity-check', 1)");
}

void ProductTableTest::anUnchangedRowIsNotWritten()
{
    auto row = test::product(u"A"_s, u"Crème brûlée"_s, {u"4006381333931"_s});
    row.instore = u"2112345000008"_s;
    put(row);
    const int before = changes();
    put(row);
    QCOMPARE(changes(), before);
}

void ProductTableTest::aNewPriceTouchesNoIndex()
{
    auto row = test::product(u"A"_s, u"Crème brûlée"_s, {u"4006381333931"_s});
    put(row);
    const int before = changes();
    row.price = 299;
    put(row);
    QCOMPARE(changes(), before + 1);
    QCOMPARE(m_database->number("SELECT price FROM product"), 299);
}

void ProductTableTest::aNewNameMovesItsSearchWords()
{
    auto row = test::product(u"A"_s, u"Crème brûlée"_s);
    put(row);
    QCOMPARE(hits("product_trigram", u"brulee"_s), 1);
    row.name = u"Panna cotta"_s;
    put(row);
    QCOMPARE(hits("product_trigram", u"brulee"_s), 0);
    QCOMPARE(hits("product_trigram", u"cotta"_s), 1);
    QCOMPARE(hits("product_prefix", u"pa*"_s), 1);
    QCOMPARE(hits("product_prefix", u"cr*"_s), 0);
    checkIndexes();
}

void ProductTableTest::aCodeTakenOverNamesTheNewProduct()
{
    put(test::product(u"A"_s, u"Tea"_s, {u"4006381333931"_s}));
    put(test::product(u"B"_s, u"Coffee"_s, {u"4006381333931"_s}));
    QCOMPARE(productOf(4006381333931), 2);
    put(test::product(u"A"_s, u"Tea"_s, {}));
    QCOMPARE(productOf(4006381333931), 2);
}

void ProductTableTest::aCodeTakenBackIsGone()
{
    put(test::product(u"A"_s, u"Tea"_s, {u"4006381333931"_s, u"96385074"_s}));
    put(test::product(u"A"_s, u"Tea"_s, {u"96385074"_s}));
    QCOMPARE(productOf(4006381333931), 0);
    QCOMPARE(productOf(96385074), 1);
}

void ProductTableTest::aDroppedProductLeavesNothingBehind()
{
    auto row = test::product(u"A"_s, u"Crème"_s, {u"4006381333931"_s});
    row.instore = u"2112345000008"_s;
    put(row);
    ProductTable(*m_database).drop(u"A"_s);
    QCOMPARE(m_database->number("SELECT (SELECT count(*) FROM product)+(SELECT count(*) FROM barcode)+"
                                "(SELECT count(*) FROM instore)"),
        0);
    QCOMPARE(hits("product_trigram", u"creme"_s), 0);
    checkIndexes();
}

void ProductTableTest::lotsAreCalledBackAndThatIsTakenBack()
{
    const auto recalled = [&] {
        auto row = m_database->statement("SELECT recalled FROM product WHERE sku='E1'");
        return row.next() ? row.text(0) : QString();
    };
    ProductRow cheese = test::product(u"E1"_s, u"Cheese"_s);
    put(cheese);
    QCOMPARE(recalled(), u""_s);
    cheese.recalledLots = {u"L7"_s, u"L8"_s};
    put(cheese);
    QCOMPARE(recalled(), u"L7 L8"_s);
    const int before = changes();
    put(cheese);
    QCOMPARE(changes(), before);
    cheese.recalledLots.clear();
    put(cheese);
    QCOMPARE(recalled(), u""_s);
}

void ProductTableTest::anOpenPriceComesAndGoes()
{
    const auto isOpen = [&] { return m_database->number("SELECT open_price FROM product WHERE sku='E1'"); };
    ProductRow flowers = test::product(u"E1"_s, u"Flowers"_s);
    put(flowers);
    QCOMPARE(isOpen(), 0);
    flowers.isOpenPrice = true;
    put(flowers);
    QCOMPARE(isOpen(), 1);
    const int before = changes();
    put(flowers);
    QCOMPARE(changes(), before);
    flowers.isOpenPrice = false;
    put(flowers);
    QCOMPARE(isOpen(), 0);
}

void ProductTableTest::refusesCodesThatAreNoNumbers()
{
    const auto put = ProductTable(*m_database).put(test::product(u"A"_s, u"Tea"_s, {u"40063813339x1"_s}));
    QVERIFY(!put);
    QCOMPARE(put.error().code, Code::BadInput);
    QCOMPARE(m_database->number("SELECT count(*) FROM product"), 0);
}

QTEST_GUILESS_MAIN(ProductTableTest)
#include "tst_product_table.moc"
