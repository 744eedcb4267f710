#include "core/catalog/catalog.h"
#include "core/catalog/import/import_catalog.h"
#include "core/catalog/import/product_json.h"
#include "core/catalog/import/replica_sink.h"

#include <QTemporaryDir>
#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(evertill::Code)

class ImportCatalogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void loadsEveryColumn();
    void anOpenPriceNeedsNone();
    void pricesAreExact_data();
    void pricesAreExact();
    void pricesByCodeAreTheSameOnEveryMachine();
    void aCodeGivenTwiceStaysWithTheEarlierRow();
    void refusedRowsAreNamedAndNothingIsLoaded();
    void refusesARow_data();
    void refusesARow();
    void refusesAFileThatIsNoCatalogue_data();
    void refusesAFileThatIsNoCatalogue();
    void controlCharactersReachNobody();
    void speaksTheContract();

private:
    [[nodiscard]] Result<ImportReport> import(const QByteArray &text, const QString &name = u"a.tsv"_s);
    [[nodiscard]] Result<Product> product(const QString &sku)
    {
        return Catalog(*m_reader, {}, m_options.currency).bySku(sku);
    }
    [[nodiscard]] Result<FoundProduct> scan(const QString &code)
    {
        return Catalog(*m_reader, {}, m_options.currency).find(code);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ReplicaReader> m_reader;
    ImportOptions m_options;
};

void ImportCatalogTest::init()
{
    m_reader.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_reader = std::make_unique<ReplicaReader>(m_folder->path());
    m_options = {*Currency::fromCode(u"EUR"), ImportOptions::Prices::InFile,
        {{u"none"_s, u"none"_s, {}}, {u"standard"_s, u"standard"_s, Percentage::partsPerMillion(190'000)}}};
}

Result<ImportReport> ImportCatalogTest::import(const QByteArray &text, const QString &name)
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("no disk");
    file.close();
    ReplicaWriter writer(m_folder->path());
    ReplicaSink sink(writer);
    return importCatalog(file.fileName(), m_options, sink);
}

void ImportCatalogTest::loadsEveryColumn()
{
    const auto report =
        import("Category,sku,barcode,name,price_minor,unit,tax,instore,min_age,short_name,colour\r\n"
               "Fruit,E1,4006381333931,\"Apples, red\",249,kg,standard,2112345000008,0,Apples,red\r\n"
               ",E2,,Gin,1999,ea,,,18,,\r\n",
            u"a.csv"_s);
    QVERIFY(report);
    QCOMPARE(report->loaded, 2);
    const auto apples = scan(u"4006381333931"_s);
    QVERIFY(apples);
    const Product expected{u"E1"_s, u"Apples, red"_s, u"Apples"_s, u"kg"_s,
        Money::minor(249, m_options.currency), u"standard"_s, Percentage::partsPerMillion(190'000),
        u"Fruit"_s, 0};
    QVERIFY(apples->product == expected);
    QCOMPARE(product(u"E2"_s)->minAge, 18);
    QCOMPARE(product(u"E2"_s)->taxCode, u"none"_s);
    QCOMPARE(m_reader->database().number("SELECT product FROM instore WHERE code=2112345000008"), 1);
}

void ImportCatalogTest::anOpenPriceNeedsNone()
{
    QVERIFY(
        import("sku\tname\tprice\topen_price\nF\tFlowers\t\tyes\nG\tGarden\t2.00\tYES\nT\tTea\t1.00\tno\n"));
    QVERIFY(product(u"F"_s)->isOpenPrice);
    QCOMPARE(product(u"F"_s)->price.minor(), 0);
    QVERIFY(product(u"G"_s)->isOpenPrice);
    QVERIFY(!product(u"T"_s)->isOpenPrice);
    const auto report = import("sku\tname\tprice\topen_price\nT\tTea\t\tno\nU\tTea\t1\tperhaps\n");
    QVERIFY(report);
    QCOMPARE(report->refusedRows, 2);
}

void ImportCatalogTest::pricesAreExact_data()
{
    QTest::addColumn<QByteArray>("price");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<qint64>("minor");
    QTest::newRow("cents") << QByteArray("1.79") << u"EUR"_s << 179LL;
    QTest::newRow("one digit is ten cents") << QByteArray("1.7") << u"EUR"_s << 170LL;
    QTest::newRow("no digit") << QByteArray("12") << u"EUR"_s << 1200LL;
    QTest::newRow("nothing") << QByteArray("0.00") << u"EUR"_s << 0LL;
    QTest::newRow("what no binary fraction holds")
        << QByteArray("90071992547409.91") << u"EUR"_s << 9007199254740991LL;
    QTest::newRow("yen have no cents") << QByteArray("120") << u"JPY"_s << 120LL;
    QTest::newRow("dinars have three digits") << QByteArray("1.005") << u"BHD"_s << 1005LL;
    QTest::newRow("a comma") << QByteArray("1,79") << u"EUR"_s << -1LL;
    QTest::newRow("a third digit") << QByteArray("1.795") << u"EUR"_s << -1LL;
    QTest::newRow("a point and nothing") << QByteArray("1.") << u"EUR"_s << -1LL;
    QTest::newRow("half a yen") << QByteArray("1.5") << u"JPY"_s << -1LL;
    QTest::newRow("a sign") << QByteArray("-1.79") << u"EUR"_s << -1LL;
    QTest::newRow("more than JSON holds") << QByteArray("90071992547409.92") << u"EUR"_s << -1LL;
    QTest::newRow("an exponent") << QByteArray("1e3") << u"EUR"_s << -1LL;
}

void ImportCatalogTest::pricesAreExact()
{
    QFETCH(QByteArray, price);
    QFETCH(QString, currency);
    QFETCH(qint64, minor);
    m_options.currency = *Currency::fromCode(currency);
    const auto report = import("sku\tname\tprice\nA\tTea\t" + price + "\n");
    QVERIFY(report);
    QCOMPARE(report->refusedRows, minor < 0 ? 1 : 0);
    if (minor >= 0)
        QCOMPARE(product(u"A"_s)->price.minor(), minor);
}

void ImportCatalogTest::pricesByCodeAreTheSameOnEveryMachine()
{
    const QByteArray file = "barcode\tname\n4006381333931\tTea\n";
    QCOMPARE(import(file)->refusedRows, 1);
    m_options.prices = ImportOptions::Prices::ByCode;
    QVERIFY(import(file));
    QCOMPARE(scan(u"4006381333931"_s)->product.price.minor(), 49 + 4006381333931 % 9950);
}

void ImportCatalogTest::aCodeGivenTwiceStaysWithTheEarlierRow()
{
    const auto report =
        import("barcode\tname\tprice\n0000096385074\tTea\t1\n4006381333931\tPen\t2\n96385074\tCoffee\t3\n");
    QVERIFY(report);
    QCOMPARE(report->rows, 3);
    QCOMPARE(report->loaded, 3);
    QVERIFY(report->duplicates == (std::vector<ImportReport::Duplicate>{{4, u"96385074"_s, 2}}));
    QCOMPARE(scan(u"96385074"_s)->product.name, u"Tea"_s);
    QCOMPARE(product(u"96385074"_s)->name, u"Coffee"_s);
}

void ImportCatalogTest::refusedRowsAreNamedAndNothingIsLoaded()
{
    QVERIFY(import("barcode\tname\tprice\n96385074\tTea\t1\n"));
    const auto generation = m_reader->generation();
    const auto report =
        import("barcode\tname\tprice\n4006381333931\tPen\t2\n4006381333930\tPencil\t2\n40063\tInk\t2\n");
    QVERIFY(report);
    QCOMPARE(report->rows, 3);
    QCOMPARE(report->loaded, 0);
    QCOMPARE(report->refusedRows, 2);
    QCOMPARE(report->refused[0].line, 3);
    QCOMPARE(report->refused[0].barcode, u"4006381333930"_s);
    QCOMPARE(report->refused[0].reason.code, Code::WrongCheckDigit);
    QCOMPARE(report->refused[0].reason.facts.value(u"expected"_s).toInt(), 1);
    QCOMPARE(report->refused[1].line, 4);
    QCOMPARE(report->refused[1].reason.code, Code::TornScan);
    QCOMPARE(m_reader->generation(), generation);
    QCOMPARE(scan(u"96385074"_s)->product.name, u"Tea"_s);
    QVERIFY(!scan(u"4006381333931"_s));
}

void ImportCatalogTest::refusesARow_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<Code>("code");
    QTest::newRow("no name") << QByteArray("A\t\t\t1\tea\t\t\t") << Code::BadRow;
    QTest::newRow("neither barcode nor sku") << QByteArray("\t\tTea\t1\tea\t\t\t") << Code::BadRow;
    QTest::newRow("a column short") << QByteArray("A\t\tTea\t1") << Code::BadRow;
    QTest::newRow("a column over") << QByteArray("A\t\tTea\t1\tea\t\t\t\tx") << Code::BadRow;
    QTest::newRow("no price") << QByteArray("A\t\tTea\t\tea\t\t\t") << Code::BadRow;
    QTest::newRow("a unit that nobody sells by") << QByteArray("A\t\tTea\t1\tlb\t\t\t") << Code::BadRow;
    QTest::newRow("a tax without a rate") << QByteArray("A\t\tTea\t1\tea\tluxury\t\t") << Code::BadRow;
    QTest::newRow("an age that is none") << QByteArray("A\t\tTea\t1\tea\t\told\t") << Code::BadRow;
    QTest::newRow("bytes that are no UTF-8") << QByteArray("A\t\tTe\xe4\t1\tea\t\t\t") << Code::BadRow;
    QTest::newRow("the same sku again") << QByteArray("FIRST\t\tTea\t1\tea\t\t\t") << Code::BadRow;
    QTest::newRow("an in-store number of eight digits")
        << QByteArray("A\t\tTea\t1\tea\t\t\t96385074") << Code::BadRow;
    QTest::newRow("an in-store number with a wrong digit")
        << QByteArray("A\t\tTea\t1\tea\t\t\t2112345000009") << Code::WrongCheckDigit;
    QTest::newRow("a barcode with letters") << QByteArray("A\t40063X\tTea\t1\tea\t\t\t") << Code::TornScan;
}

void ImportCatalogTest::refusesARow()
{
    QFETCH(QByteArray, row);
    const auto report = import(
        "sku\tbarcode\tname\tprice\tunit\ttax\tmin_age\tinstore\nFIRST\t\tFirst\t1\tea\t\t\t\n" + row + "\n");
    QVERIFY(report);
    QCOMPARE(report->refusedRows, 1);
    QCOMPARE(report->refused.front().line, 3);
    QTEST(report->refused.front().reason.code, "code");
    QCOMPARE(report->loaded, 0);
    QVERIFY(!product(u"FIRST"_s));
}

void ImportCatalogTest::refusesAFileThatIsNoCatalogue_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("an empty file") << QByteArray();
    QTest::newRow("no name") << QByteArray("barcode\tprice\n");
    QTest::newRow("no code") << QByteArray("name\tprice\n");
    QTest::newRow("two columns for the code") << QByteArray("gtin\tbarcode\tname\n");
    QTest::newRow("two columns for the price") << QByteArray("sku\tname\tprice\tprice_minor\n");
}

void ImportCatalogTest::refusesAFileThatIsNoCatalogue()
{
    QFETCH(QByteArray, text);
    const auto report = import(text);
    QVERIFY(!report);
    QCOMPARE(report.error().code, Code::BadInput);
}

void ImportCatalogTest::controlCharactersReachNobody()
{
    QVERIFY(import("sku\tname\tprice\nA\tHot \xc2\x80n\x1b[2J Crisps\t1\n"));
    QCOMPARE(product(u"A"_s)->name, u"Hot n [2J Crisps"_s);
}

void ImportCatalogTest::speaksTheContract()
{
    const ProductRow row{u"E1"_s, u"Äpfel"_s, u"Apf"_s, u"kg"_s, 249, u"reduced"_s, u"Fruit"_s, 18,
        {u"4006381333931"_s}, u"2112345000008"_s};
    QCOMPARE(productJson(row),
        QByteArray(
            "{\"category\":\"Fruit\",\"gtins\":[\"4006381333931\"],\"instore\":\"2112345000008\",\"min_age\":"
            "18,\"name\":\"Äpfel\","
            "\"price\":249,\"short_name\":\"Apf\",\"sku\":\"E1\",\"tax\":\"reduced\",\"unit\":\"kg\"}"));
    ProductRow open{u"E3"_s, u"Flowers"_s, {}, u"ea"_s, 0, u"none"_s, {}, 0, {}, {}};
    open.isOpenPrice = true;
    QCOMPARE(productJson(open),
        QByteArray("{\"name\":\"Flowers\",\"open_price\":true,\"price\":0,\"sku\":\"E3\",\"tax\":\"none\","
                   "\"unit\":\"ea\"}"));
    QCOMPARE(productJson({u"E2"_s, u"Tea"_s, {}, u"ea"_s, 1, u"none"_s, {}, 0, {}, {}}),
        QByteArray("{\"name\":\"Tea\",\"price\":1,\"sku\":\"E2\",\"tax\":\"none\",\"unit\":\"ea\"}"));
}

QTEST_GUILESS_MAIN(ImportCatalogTest)
#include "tst_import_catalog.moc"
