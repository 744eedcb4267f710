#include "core/store/folder_lock.h"
#include "core/till/till_config.h"
#include "tests/app/ctl/run_ctl.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

class ImportCatalogCommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasLoadedIsFound();
    void namesTheRowsThatItRefuses();
    void refusesAnEnrolledTill();
    void refusesAFolderInUse();
    void refusesOptionsThatMakeNoSense_data();
    void refusesOptionsThatMakeNoSense();

private:
    [[nodiscard]] test::CtlRun ctl(const QStringList &arguments)
    {
        return test::runCtl(QStringLiteral(EVERTILLCTL), arguments);
    }
    [[nodiscard]] QString file(const QByteArray &text)
    {
        QFile file(m_folder.filePath(u"catalog.tsv"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("no disk");
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

void ImportCatalogCommandTest::whatWasLoadedIsFound()
{
    const QString data = m_folder.filePath(u"loaded"_s);
    const auto run = ctl({u"import-catalog"_s,
        file("barcode\tname\tprice\n4006381333931\tPen\t1.79\n04006381333931\tPen\t2\n"), u"--data"_s, data,
        u"--tax"_s, u"standard=190000"_s});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.said().value(u"loaded"_s).toInt(), 2);
    const QJsonArray duplicates{
        QJsonObject{{u"line"_s, 3}, {u"code"_s, u"04006381333931"_s}, {u"scan_reaches_line"_s, 2}}};
    QCOMPARE(run.said().value(u"duplicates"_s).toArray(), duplicates);
    const QJsonObject product =
        ctl({u"barcode"_s, u"4006381333931"_s, u"--data"_s, data}).said().value(u"product"_s).toObject();
    QCOMPARE(product.value(u"name"_s).toString(), u"Pen"_s);
    QCOMPARE(product.value(u"price_minor"_s).toInt(), 179);
    QCOMPARE(product.value(u"tax_rate"_s).toInt(), 190'000);
}

void ImportCatalogCommandTest::namesTheRowsThatItRefuses()
{
    const QString data = m_folder.filePath(u"refused"_s);
    const auto run =
        ctl({u"import-catalog"_s, file("barcode\tname\n4006381333931\tPen\n4006381333930\tPencil\n"),
            u"--data"_s, data, u"--prices"_s, u"by-code"_s});
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.said().value(u"loaded"_s).toInt(), 0);
    const QJsonArray refused{QJsonObject{{u"line"_s, 3}, {u"code"_s, u"4006381333930"_s},
        {u"reason"_s, u"WrongCheckDigit"_s}, {u"expected"_s, 1}}};
    QCOMPARE(run.said().value(u"refused"_s).toArray(), refused);
    QCOMPARE(run.refused().value(u"error"_s).toString(), u"BadRow"_s);
    QCOMPARE(ctl({u"barcode"_s, u"4006381333931"_s, u"--data"_s, data}).exitCode, 1);
}

void ImportCatalogCommandTest::refusesAnEnrolledTill()
{
    const QTemporaryDir data;
    {
        Database ledger(data.filePath(u"ledger.db"_s), Database::Kind::Ledger);
        QVERIFY(migrate(ledger, u"ledger"_s));
        TillConfig config = bareTill(*Currency::fromCode(u"EUR"));
        config.till = u"BER1T1"_s;
        config.store.id = u"BER1"_s;
        saveTillConfig(ledger, config);
    }
    const auto run =
        ctl({u"import-catalog"_s, file("sku\tname\tprice\nA\tPen\t1\n"), u"--data"_s, data.path()});
    QCOMPARE(run.exitCode, 1);
    QVERIFY(run.refused().value(u"problem"_s).toString().contains(u"enrolled"_s));
    QVERIFY(!QFile::exists(data.filePath(u"replica.current"_s)));
}

void ImportCatalogCommandTest::refusesAFolderInUse()
{
    const QTemporaryDir data;
    const auto lock = FolderLock::take(data.path());
    const auto run =
        ctl({u"import-catalog"_s, file("sku\tname\tprice\nA\tPen\t1\n"), u"--data"_s, data.path()});
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.refused().value(u"error"_s).toString(), u"FolderInUse"_s);
}

void ImportCatalogCommandTest::refusesOptionsThatMakeNoSense_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("no folder") << QStringList{};
    QTest::newRow("a rule for prices that is none")
        << QStringList{u"--data"_s, u"x"_s, u"--prices"_s, u"random"_s};
    QTest::newRow("a currency that is none") << QStringList{u"--data"_s, u"x"_s, u"--currency"_s, u"EURO"_s};
    QTest::newRow("a tax without a rate") << QStringList{u"--data"_s, u"x"_s, u"--tax"_s, u"standard"_s};
    QTest::newRow("a rate above the price")
        << QStringList{u"--data"_s, u"x"_s, u"--tax"_s, u"standard=1000001"_s};
}

void ImportCatalogCommandTest::refusesOptionsThatMakeNoSense()
{
    QFETCH(QStringList, options);
    const auto run = ctl(QStringList{u"import-catalog"_s, file("sku\tname\tprice\nA\tPen\t1\n")} + options);
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.refused().value(u"error"_s).toString(), u"BadInput"_s);
    QVERIFY(!QFile::exists(u"x"_s));
}

QTEST_GUILESS_MAIN(ImportCatalogCommandTest)
#include "tst_import_catalog.moc"
