#include "core/catalog/catalog.h"
#include "core/replica/replica_writer.h"

#include <QTemporaryDir>
#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

/// What codes say of price, weight and count, on the products that they name.
class LabelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatAGs1LabelSaysLandsOnTheProduct();
    void aPriceInAnotherCurrencyIsRefused();
    void aUpcEIsLookedUpWhereItsDigitsAreNoKnownEan8();

private:
    [[nodiscard]] static FeedChange product(
        const QString &sku, const QString &gtin, const QString &unit = u"ea"_s);

    QTemporaryDir m_folder;
    ReplicaWriter m_writer{m_folder.path()};
    ReplicaReader m_reader{m_folder.path()};
    Catalog m_catalog{m_reader, {}, *Currency::fromCode(u"EUR")};
};

FeedChange LabelsTest::product(const QString &sku, const QString &gtin, const QString &unit)
{
    ProductRow row;
    row.sku = row.name = sku;
    row.unit = unit;
    row.price = 199;
    row.tax = u"standard"_s;
    row.gtins = QStringList{gtin};
    return {FeedChange::Put, Entity::Product, sku, {}, row};
}

void LabelsTest::initTestCase()
{
    const TaxRow tax{u"standard"_s, u"VAT 19 %"_s, Percentage::partsPerMillion(190'000)};
    QVERIFY(m_writer.apply(
        {{{FeedChange::Put, Entity::Tax, tax.code, {}, tax}, product(u"E1"_s, u"4006381333931"_s)}, "c1", {},
            false}));
}

void LabelsTest::whatAGs1LabelSaysLandsOnTheProduct()
{
    QVERIFY(m_writer.apply({{product(u"E11"_s, u"94006381333934"_s, u"kg"_s)}, "c2", {}, false}));
    const auto salmon = m_catalog.find(u"]e0019400638133393431030012343922"
                                       "1299\x1d"
                                       "10L7");
    QVERIFY(salmon);
    QCOMPARE(salmon->product.sku, u"E11"_s);
    QCOMPARE(salmon->labelWeight.value(), Quantity::thousandths(1234));
    QCOMPARE(salmon->labelPrice.value(), Money::minor(1299, *Currency::fromCode(u"EUR")));
    QCOMPARE(salmon->code.item.lot, u"L7"_s);
    const auto pieces = m_catalog.find(u"]d201040063813339313012");
    QVERIFY(pieces);
    QCOMPARE(pieces->labelCount.value(), 12);
    QVERIFY(!pieces->labelPrice && !pieces->labelWeight);
}

void LabelsTest::aPriceInAnotherCurrencyIsRefused()
{
    QVERIFY(m_catalog.find(u"^0104006381333931"
                           "3103001234"
                           "3932978"
                           "1299"));
    for (const QString &element : {u"3932840"
                                   "1299"_s,
             u"39231295"_s}) { // dollars; tenths of a cent
        const auto found = m_catalog.find(QString(u"^0104006381333931"
                                                  "3103001234"_s
            + element));
        QCOMPARE(found.error().code, Code::MalformedCode);
    }
    QVERIFY(m_catalog.find(u"^0104006381333931"
                           "3103001234"
                           "3923"
                           "12950")); // tenths that are none
}

void LabelsTest::aUpcEIsLookedUpWhereItsDigitsAreNoKnownEan8()
{
    const QString body = u"01200000789"_s;
    const QString upcA = body + QString::number(gs1CheckDigit(body));
    QVERIFY(m_writer.apply({{product(u"E12"_s, upcA)}, "c2", {}, false}));
    const auto found = m_catalog.find(QString(u"0127890"_s + upcA.back()));
    QVERIFY(found);
    QCOMPARE(found->product.sku, u"E12"_s);
    QCOMPARE(found->code.gtin.gtin14(), u"00"_s + upcA);
}

QTEST_GUILESS_MAIN(LabelsTest)
#include "tst_labels.moc"
