#include "core/catalog/catalog.h"
#include "core/replica/replica_writer.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

class CatalogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsAProductByAnyLengthOfItsCode();
    void findsAWeighedProductByItsItem();
    void findsAPricedProductByItsItem();
    void aPriceLabelOnMeasuredGoodsSaysHowMuchItIs_data();
    void aPriceLabelOnMeasuredGoodsSaysHowMuchItIs();
    void anInStoreCodeThatNoPatternKnowsIsLookedUpAsItStands();
    void refusesWhatItDoesNotKnow_data();
    void refusesWhatItDoesNotKnow();
    void aProductWithoutATaxRateIsUnknown();
    void findsBySku();
    void searchFinds_data();
    void searchFinds();
    void hostileTextIsHarmless_data();
    void hostileTextIsHarmless();
    void searchStopsAtItsLimit();
    void pagesOfQuickKeys();
    void worksWithoutAReplica();
    void aDamagedReplicaIsLikeNone();

private:
    [[nodiscard]] QStringList skus(const QString &text, int limit = Catalog::kSearchLimit);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ReplicaWriter> m_writer;
    std::unique_ptr<ReplicaReader> m_reader;
    std::unique_ptr<Catalog> m_catalog;
};

namespace {

FeedChange product(const QString &sku, const QString &name, const QStringList &gtins = {},
    const QString &instore = {}, const QString &unit = u"ea"_s, const QString &category = {},
    const QString &tax = u"standard"_s)
{
    ProductRow row{sku, name, {}, unit, 199, tax, category, 0, gtins, instore};
    return {FeedChange::Put, Entity::Product, sku, {}, row};
}

FeedPage shop()
{
    const TaxRow tax{u"standard"_s, u"VAT 19 %"_s, Percentage::partsPerMillion(190'000)};
    return {{{FeedChange::Put, Entity::Tax, tax.code, {}, tax},
                product(u"E1"_s, u"Crème brûlée 200 g"_s, {u"4006381333931"_s}, {}, u"ea"_s, u"Sweets"_s),
                product(u"E2"_s, u"Dark chocolate 85% Cocoa"_s, {u"96385074"_s}, {}, u"ea"_s, u"Sweets"_s),
                product(u"E3"_s, u"Apples Elstar"_s, {}, u"2112345000008"_s, u"kg"_s, u"Fruit"_s),
                product(u"E4"_s, u"Ham, sliced"_s, {}, u"2012345000001"_s),
                product(u"E5"_s, u"Party Pack\" Franks"_s, {u"2900000000001"_s}),
                product(u"E6"_s, u"7up l'original"_s, {u"036000241457"_s}), product(u"E7"_s, u"牛乳 1L"_s),
                product(u"E8"_s, u"Straße AND NEAR/2"_s),
                product(u"E10"_s, u"Emmentaler, cut"_s, {}, u"2054321000001"_s, u"kg"_s),
                product(u"E9"_s, u"Untaxed"_s, {u"5000000000005"_s}, {}, u"ea"_s, {}, u"nowhere"_s)},
        "c1", {}, false};
}

} // namespace

void CatalogTest::init()
{
    m_catalog.reset();
    m_reader.reset();
    m_writer.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_writer = std::make_unique<ReplicaWriter>(m_folder->path());
    QVERIFY(m_writer->apply(shop()));
    m_reader = std::make_unique<ReplicaReader>(m_folder->path());
    const auto patterns = CodePatterns::parse({u"20IIIIIPPPPPC"_s, u"21IIIIIWWWWWC"_s});
    m_catalog = std::make_unique<Catalog>(*m_reader, *patterns, *Currency::fromCode(u"EUR"));
}

QStringList CatalogTest::skus(const QString &text, int limit)
{
    QStringList skus;
    for (const Product &each : m_catalog->search(text, limit))
        skus.append(each.sku);
    return skus;
}

void CatalogTest::findsAProductByAnyLengthOfItsCode()
{
    for (const QString &code : {u"96385074"_s, u"0000096385074"_s, u"00000096385074"_s}) {
        const auto found = m_catalog->find(code);
        QVERIFY(found);
        QCOMPARE(found->product.sku, u"E2"_s);
        QCOMPARE(found->product.shortName, u"Dark chocolate 85% Cocoa"_s);
        QCOMPARE(found->product.price, Money::minor(199, *Currency::fromCode(u"EUR")));
        QCOMPARE(found->product.taxRate, Percentage::partsPerMillion(190'000));
        QVERIFY(!found->labelPrice && !found->labelWeight);
    }
    QCOMPARE(m_catalog->find(u"0036000241457")->product.sku, u"E6"_s);
}

void CatalogTest::findsAWeighedProductByItsItem()
{
    const auto found = m_catalog->find(u"2112345012346");
    QVERIFY(found);
    QCOMPARE(found->product.sku, u"E3"_s);
    QCOMPARE(found->labelWeight.value(), Quantity::thousandths(1234));
    QVERIFY(!found->labelPrice);
}

void CatalogTest::findsAPricedProductByItsItem()
{
    const QString body = u"201234500450"_s;
    const auto found = m_catalog->find(QString(body + QString::number(gs1CheckDigit(body))));
    QVERIFY(found);
    QCOMPARE(found->product.sku, u"E4"_s);
    QCOMPARE(found->labelPrice.value(), Money::minor(450, *Currency::fromCode(u"EUR")));
    QVERIFY(!found->labelWeight);
}

void CatalogTest::aPriceLabelOnMeasuredGoodsSaysHowMuchItIs_data()
{
    QTest::addColumn<QString>("price");
    QTest::addColumn<qint64>("thousandths");
    QTest::newRow("4.50 at 1.99 a kilogram") << u"00450"_s << 2261LL;
    QTest::newRow("1.00: 502.51 g are 503 g") << u"00100"_s << 503LL;
    QTest::newRow("a price of nothing is still something in the hand") << u"00000"_s << 1LL;
}

void CatalogTest::aPriceLabelOnMeasuredGoodsSaysHowMuchItIs()
{
    QFETCH(QString, price);
    const QString body = u"2054321"_s + price;
    const auto found = m_catalog->find(QString(body + QString::number(gs1CheckDigit(body))));
    QVERIFY(found);
    QVERIFY(found->labelPrice);
    QTEST(qint64(found->labelWeight.value().thousandths()), "thousandths");
}

void CatalogTest::anInStoreCodeThatNoPatternKnowsIsLookedUpAsItStands()
{
    const auto found = m_catalog->find(u"2900000000001");
    QVERIFY(found);
    QCOMPARE(found->product.sku, u"E5"_s);
}

void CatalogTest::refusesWhatItDoesNotKnow_data()
{
    QTest::addColumn<QString>("scanned");
    QTest::addColumn<int>("code");
    QTest::newRow("a code of no product") << u"4006381333948"_s << int(Code::UnknownBarcode);
    QTest::newRow("an item of no product") << u"2199999012341"_s << int(Code::WrongCheckDigit);
    QTest::newRow("a receipt") << u"BER1T1-1-42-K7QX"_s << int(Code::UnknownBarcode);
    QTest::newRow("a torn scan") << u"400638133"_s << int(Code::TornScan);
}

void CatalogTest::refusesWhatItDoesNotKnow()
{
    QFETCH(QString, scanned);
    const auto found = m_catalog->find(scanned);
    QVERIFY(!found);
    QTEST(int(found.error().code), "code");
    QCOMPARE(found.error().facts.value(u"code"_s).toString(), scanned);
}

void CatalogTest::aProductWithoutATaxRateIsUnknown()
{
    const QString body = u"500000000000"_s;
    QCOMPARE(m_catalog->find(QString(body + QString::number(gs1CheckDigit(body)))).error().code,
        Code::UnknownBarcode);
    QCOMPARE(m_catalog->bySku(u"E9"_s).error().code, Code::UnknownProduct);
    QVERIFY(skus(u"untaxed"_s).isEmpty());
}

void CatalogTest::findsBySku()
{
    QCOMPARE(m_catalog->bySku(u"E3"_s)->unit, u"kg"_s);
    const auto unknown = m_catalog->bySku(u"E'"_s);
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, Code::UnknownProduct);
}

void CatalogTest::searchFinds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("skus");
    QTest::newRow("the middle of a word") << u"ocol"_s << QStringList{u"E2"_s};
    QTest::newRow("capitals don't matter") << u"CHOCO"_s << QStringList{u"E2"_s};
    QTest::newRow("accents don't matter to the cashier") << u"creme bru"_s << QStringList{u"E1"_s};
    QTest::newRow("nor in what is typed") << u"dàrk"_s << QStringList{u"E2"_s};
    QTest::newRow("a letter taken apart") << u"strasse"_s << QStringList{u"E8"_s};
    QTest::newRow("all words must stand in the name") << u"dark brulee"_s << QStringList{};
    QTest::newRow("in any order") << u"cocoa dark"_s << QStringList{u"E2"_s};
    QTest::newRow("two letters begin a word") << u"el"_s << QStringList{u"E3"_s};
    QTest::newRow("two letters inside a word don't count") << u"ls"_s << QStringList{};
    QTest::newRow("a short word beside a long one") << u"chocolate co"_s << QStringList{u"E2"_s};
    QTest::newRow("a short word that does not fit") << u"chocolate br"_s << QStringList{};
    QTest::newRow("a quote is a letter") << u"pack\" fr"_s << QStringList{u"E5"_s};
    QTest::newRow("one Chinese character") << u"牛"_s << QStringList{u"E7"_s};
    QTest::newRow("the beginning of a sku, and names after it") << u"E7"_s << QStringList{u"E7"_s};
    QTest::newRow("a sku typed small") << u"e3"_s << QStringList{u"E3"_s};
    QTest::newRow("the beginning of a GTIN-13") << u"400638"_s << QStringList{u"E1"_s};
    QTest::newRow("a whole GTIN-8") << u"96385074"_s << QStringList{u"E2"_s};
    QTest::newRow("a digit that begins a name") << u"7"_s << QStringList{u"E6"_s};
    QTest::newRow("words that FTS knows are just words") << u"AND NEAR/2"_s << QStringList{u"E8"_s};
    QTest::newRow("nothing") << u""_s << QStringList{};
}

void CatalogTest::searchFinds()
{
    QFETCH(QString, text);
    QTEST(skus(text), "skus");
}

void CatalogTest::hostileTextIsHarmless_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"\"", "\"\"", "\"a", "a\" OR \"b", "*", "abc*", "-abc", "^abc", "words:abc",
             "{words}: abc", "NEAR(a b)", "(((", ")", "AND", "OR NOT", "'; DROP TABLE product; --", "%", "_",
             "a*b*c", "+ +", "\\", "½½", "a-b", "x'", "..", "😀", "😀 ham", "́́́", "\x7f\x01\x02", "ｅｌ", "ﬁ"})
        QTest::newRow(text) << QString::fromUtf8(text);
    QTest::newRow("a NUL inside") << u"ham\0sliced"_s;
    QTest::newRow("half a surrogate pair") << QString(QChar(0xd83d)) + u"ab"_s;
    QTest::newRow("half a pair alone") << QString(QChar(0xdc00));
    QTest::newRow("ten thousand letters") << QString(10'000, u'a');
    QTest::newRow("ten thousand words") << u"ha "_s.repeated(10'000);
    QTest::newRow("ten thousand quotes") << QString(10'000, u'"');
    QTest::newRow("more digits than a number holds") << QString(40, u'9');
}

void CatalogTest::hostileTextIsHarmless()
{
    QFETCH(QString, text);
    [[maybe_unused]] const auto found = m_catalog->search(text); // an error of FTS5 would throw
    QCOMPARE(skus(u"ham"_s), QStringList{u"E4"_s});
    QCOMPARE(m_reader->generation(), m_writer->generation()); // and was not taken for damage
}

void CatalogTest::searchStopsAtItsLimit()
{
    FeedPage page{{}, "c2", {}, false};
    for (int i = 0; i < 120; ++i)
        page.changes.push_back(product(u"T%1"_s.arg(i), u"Tomato paste %1 g"_s.arg(i)));
    QVERIFY(m_writer->apply(page));
    QCOMPARE(skus(u"tomato"_s).size(), 50);
    QCOMPARE(skus(u"to"_s).size(), 50);
    QCOMPARE(skus(u"tomato 11"_s, 5).size(), 5);
    QCOMPARE(skus(u"T1"_s, 3), (QStringList{u"T1"_s, u"T10"_s, u"T100"_s}));
}

void CatalogTest::pagesOfQuickKeys()
{
    QCOMPARE(m_catalog->categories(), (QStringList{u"Fruit"_s, u"Sweets"_s}));
    const auto sweets = m_catalog->inCategory(u"Sweets"_s, 10);
    QCOMPARE(sweets.size(), 2U);
    QCOMPARE(sweets.front().name, u"Crème brûlée 200 g"_s);
    QCOMPARE(m_catalog->inCategory(u"Sweets"_s, 1).size(), 1U);
}

void CatalogTest::worksWithoutAReplica()
{
    ReplicaReader reader(m_folder->filePath(u"not here"_s));
    Catalog catalog(reader, {}, *Currency::fromCode(u"EUR"));
    QCOMPARE(catalog.find(u"4006381333931").error().code, Code::UnknownBarcode);
    QVERIFY(catalog.search(u"ham"_s).empty());
    QVERIFY(catalog.categories().isEmpty());
}

void CatalogTest::aDamagedReplicaIsLikeNone()
{
    const qint64 page =
        m_reader->database().number("SELECT rootpage FROM sqlite_schema WHERE name='barcode'");
    m_reader.reset();
    m_writer.reset(); // the last to close moves the log into the file
    QFile file(m_folder->filePath(u"replica-1.db"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek((page - 1) * 4096) && file.write(QByteArray(4096, '\x5a')) == 4096);
    file.close();
    m_reader = std::make_unique<ReplicaReader>(m_folder->path());
    Catalog over(*m_reader, {}, *Currency::fromCode(u"EUR"));
    const auto found = over.find(u"4006381333931");
    QVERIFY(!found);
    QCOMPARE(found.error().code, Code::UnknownBarcode);
    QCOMPARE(m_reader->generation(), 0);
    QVERIFY(over.search(u"choco"_s).empty());
    ReplicaWriter writer(m_folder->path());
    QCOMPARE(writer.cursor(), QByteArray());
    QVERIFY(writer.apply(shop()));
    QVERIFY(over.find(u"4006381333931"));
}

QTEST_GUILESS_MAIN(CatalogTest)
#include "tst_catalog.moc"
