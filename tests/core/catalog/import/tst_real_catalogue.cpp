#include "core/catalog/catalog.h"
#include "core/catalog/import/import_catalog.h"
#include "core/catalog/import/replica_sink.h"
#include "tests/core/support/shared_data.h"

#include <QTemporaryDir>
#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

/// Open Food Facts of June 2019, as it is: 646,677 products in twelve scripts.
class RealCatalogueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void loadsEveryRow();
    void refusesEveryWrongCheckDigit();

private:
    const ImportOptions m_options{
        *Currency::fromCode(u"EUR"), ImportOptions::Prices::ByCode, {{u"none"_s, u"none"_s, {}}}};
};

void RealCatalogueTest::loadsEveryRow()
{
    const QString path = test::sharedData(u"catalog/off2019_barcode_name.tsv.zst"_s);
    if (path.isEmpty())
        QSKIP("the real catalogue is not on this machine");
    const QTemporaryDir folder;
    ReplicaWriter writer(folder.path());
    ReplicaSink sink(writer);
    const auto report = importCatalog(path, m_options, sink);
    QVERIFY(report);
    QCOMPARE(report->rows, 646'677);
    QCOMPARE(report->loaded, 646'677);
    QCOMPARE(report->refusedRows, 0);
    // Counted over the file by another program: 136 rows whose zero-padded code stands further up.
    QCOMPARE(report->duplicates.size(), 136U);
    QVERIFY((report->duplicates.front() == ImportReport::Duplicate{694, u"00011686"_s, 53}));

    ReplicaReader reader(folder.path());
    QCOMPARE(reader.database().number("SELECT count(*) FROM product"), 646'677);
    QCOMPARE(reader.database().number("SELECT count(*) FROM barcode"), 646'677 - 136);
    Catalog catalog(reader, {}, m_options.currency);
    QCOMPARE(catalog.find(u"00011686")->product.name, u"Pasta box jambon champignion"_s);
    QVERIFY(catalog.bySku(u"00011686"_s));
    QCOMPARE(catalog.find(u"0000000000208")->product.name, u"Pistou d'ail des ours"_s);
    QCOMPARE(catalog.search(u"chocolat noir"_s).size(), 50U);
    QVERIFY(!catalog.search(u"молоко"_s).empty());
}

void RealCatalogueTest::refusesEveryWrongCheckDigit()
{
    const QString path = test::sharedData(u"catalog/off2019_bad_check_digit.tsv.zst"_s);
    if (path.isEmpty())
        QSKIP("the real catalogue is not on this machine");
    const QTemporaryDir folder;
    ReplicaWriter writer(folder.path());
    ReplicaSink sink(writer);
    const auto report = importCatalog(path, m_options, sink);
    QVERIFY(report);
    QCOMPARE(report->rows, 5'425);
    QCOMPARE(report->loaded, 0);
    QCOMPARE(report->refusedRows, 5'425);
    for (std::size_t i = 0; i < report->refused.size(); ++i) {
        QCOMPARE(report->refused[i].line, std::int64_t(i) + 2);
        QCOMPARE(report->refused[i].reason.code, Code::WrongCheckDigit);
    }
    QCOMPARE(ReplicaReader(folder.path()).database().number("SELECT count(*) FROM product"), 0);
}

QTEST_GUILESS_MAIN(RealCatalogueTest)
#include "tst_real_catalogue.moc"
