#include "tests/app/ctl/run_ctl.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

class BarcodeCommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatACodeMeans_data();
    void saysWhatACodeMeans();
    void saysWhyACodeIsRefused_data();
    void saysWhyACodeIsRefused();
    void answersEachLineOfItsInput();
    void explainsItself();
};

namespace {

test::CtlRun barcode(const QStringList &arguments)
{
    return test::runCtl(QStringLiteral(EVERTILLCTL), QStringList{u"barcode"_s} + arguments);
}

} // namespace

void BarcodeCommandTest::saysWhatACodeMeans_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QJsonObject>("said");
    QTest::newRow("a GTIN-8") << QStringList{u"96385074"_s}
                              << QJsonObject{{u"code"_s, u"96385074"_s}, {u"kind"_s, u"gtin"_s},
                                     {u"gtin14"_s, u"00000096385074"_s}, {u"ok"_s, true}};
    QTest::newRow("a weight, by the usual patterns")
        << QStringList{u"2112345012346"_s}
        << QJsonObject{{u"code"_s, u"2112345012346"_s}, {u"kind"_s, u"in_store"_s},
               {u"gtin14"_s, u"02112345012346"_s}, {u"item"_s, u"2112345000008"_s}, {u"ok"_s, true},
               {u"weight_thousandths"_s, 1234}};
    QTest::newRow("a price, by patterns given")
        << QStringList{u"2112345012346"_s, u"--patterns"_s, u"21IIIIIPPPPPC"_s}
        << QJsonObject{{u"code"_s, u"2112345012346"_s}, {u"kind"_s, u"in_store"_s},
               {u"gtin14"_s, u"02112345012346"_s}, {u"item"_s, u"2112345000008"_s}, {u"ok"_s, true},
               {u"price_minor"_s, 1234}};
    QTest::newRow("a price, by the country's patterns")
        << QStringList{u"2212346146856"_s, u"--country"_s, u"de"_s}
        << QJsonObject{{u"code"_s, u"2212346146856"_s}, {u"kind"_s, u"in_store"_s},
               {u"gtin14"_s, u"02212346146856"_s}, {u"item"_s, u"2212340000000"_s}, {u"ok"_s, true},
               {u"price_minor"_s, 14685}};
    QTest::newRow("an element string")
        << QStringList{u"]d201040063813339311726120010AB-1^21xyz/7"_s, u"--date"_s, u"2026-11-21"_s}
        << QJsonObject{{u"ai"_s, u"(01)04006381333931(17)261200(10)AB-1(21)xyz/7"_s},
               {u"code"_s, u"]d201040063813339311726120010AB-1^21xyz/7"_s},
               {u"dl"_s, u"https://id.gs1.org/01/04006381333931/10/AB-1/21/xyz%2F7?17=261200"_s},
               {u"element_string"_s, u"^01040063813339311726120010AB-1^21xyz/7"_s},
               {u"expires"_s, u"2026-12-31"_s}, {u"gtin14"_s, u"04006381333931"_s},
               {u"hri"_s,
                   QJsonArray{u"(01) 04006381333931"_s, u"(17) 261200"_s, u"(10) AB-1"_s, u"(21) xyz/7"_s}},
               {u"kind"_s, u"gtin"_s}, {u"lot"_s, u"AB-1"_s}, {u"ok"_s, true}, {u"serial"_s, u"xyz/7"_s},
               {u"symbology"_s, u"GS1 DataMatrix"_s}};
    QTest::newRow("a receipt") << QStringList{u"BER1T1-1-42-K7QX"_s}
                               << QJsonObject{{u"code"_s, u"BER1T1-1-42-K7QX"_s}, {u"kind"_s, u"receipt"_s},
                                      {u"ok"_s, true}};
}

void BarcodeCommandTest::saysWhatACodeMeans()
{
    QFETCH(QStringList, arguments);
    const auto run = barcode(arguments);
    QCOMPARE(run.exitCode, 0);
    QTEST(run.said(), "said");
    QCOMPARE(run.err, QByteArray());
}

void BarcodeCommandTest::saysWhyACodeIsRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("error");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("a wrong check digit") << QStringList{u"4006381333930"_s} << u"WrongCheckDigit"_s << 1;
    QTest::newRow("a torn scan") << QStringList{u"40063813"_s + u"339"_s} << u"TornScan"_s << 1;
    QTest::newRow("a code that no product has")
        << QStringList{u"4006381333931"_s, u"--data"_s, u"/nonexistent"_s} << u"UnknownBarcode"_s << 1;
    QTest::newRow("a pattern that can't be read")
        << QStringList{u"96385074"_s, u"--patterns"_s, u"21X"_s} << u"BadInput"_s << 1;
    QTest::newRow("a GS1 code that breaks the rules")
        << QStringList{u"]d20104006381333930"_s} << u"MalformedCode"_s << 1;
    QTest::newRow("a country that is not known here")
        << QStringList{u"96385074"_s, u"--country"_s, u"ZZ"_s} << u"BadInput"_s << 1;
    QTest::newRow("a day that is none")
        << QStringList{u"96385074"_s, u"--date"_s, u"yesterday"_s} << u"BadInput"_s << 1;
    QTest::newRow("a linter that GS1 does not know")
        << QStringList{u"96385074"_s, u"--lint"_s, u"spelling"_s} << u"BadInput"_s << 1;
    QTest::newRow("a value that its linter refuses")
        << QStringList{u"260230"_s, u"--lint"_s, u"yymmdd"_s} << u"MalformedCode"_s << 1;
    QTest::newRow("two codes") << QStringList{u"96385074"_s, u"96385074"_s} << u"BadInput"_s << 2;
    QTest::newRow("an option that is none")
        << QStringList{u"96385074"_s, u"--frobnicate"_s} << u"BadInput"_s << 2;
}

void BarcodeCommandTest::saysWhyACodeIsRefused()
{
    QFETCH(QStringList, arguments);
    const auto run = barcode(arguments);
    QTEST(run.exitCode, "exitCode");
    QTEST(run.refused().value(u"error"_s).toString(), "error");
    QCOMPARE(run.out, QByteArray());
}

void BarcodeCommandTest::answersEachLineOfItsInput()
{
    QProcess ctl;
    ctl.start(QStringLiteral(EVERTILLCTL), {u"barcode"_s});
    ctl.write("96385074\n]d20104006381333930\n\n010400638133393110A\x1d"
              "21B\n");
    ctl.closeWriteChannel();
    QVERIFY(ctl.waitForFinished());
    QCOMPARE(ctl.exitCode(), 0);
    const QList<QByteArray> lines = ctl.readAllStandardOutput().trimmed().split('\n');
    QCOMPARE(lines.size(), 4);
    const auto said = [&](qsizetype i) { return QJsonDocument::fromJson(lines[i]).object(); };
    QCOMPARE(said(0).value(u"gtin14"_s).toString(), u"00000096385074"_s);
    QCOMPARE(said(1).value(u"ok"_s).toBool(true), false);
    QCOMPARE(said(1).value(u"ai"_s).toString(), u"01"_s);
    QCOMPARE(said(2).value(u"error"_s).toString(), u"TornScan"_s);
    QCOMPARE(said(3).value(u"serial"_s).toString(), u"B"_s);
}

void BarcodeCommandTest::explainsItself()
{
    const auto run = barcode({u"--help"_s});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.out.startsWith("Usage: evertillctl barcode [options] CODE\n"));
    QVERIFY(run.out.contains("--patterns"));
    QCOMPARE(test::runCtl(QStringLiteral(EVERTILLCTL), {u"verify"_s, u"odd"_s}).exitCode, 2);
    QVERIFY(test::runCtl(QStringLiteral(EVERTILLCTL), {u"--help"_s}).out.contains("import-catalog"));
    QCOMPARE(test::runCtl(QStringLiteral(EVERTILLCTL), {u"no-such-thing"_s}).exitCode, 2);
}

QTEST_GUILESS_MAIN(BarcodeCommandTest)
#include "tst_barcode.moc"
