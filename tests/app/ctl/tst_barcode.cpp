#include "tests/app/ctl/run_ctl.h"

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
                                     {u"gtin14"_s, u"00000096385074"_s}};
    QTest::newRow("a weight, by the usual patterns")
        << QStringList{u"2112345012346"_s}
        << QJsonObject{{u"code"_s, u"2112345012346"_s}, {u"kind"_s, u"in_store"_s},
               {u"gtin14"_s, u"02112345012346"_s}, {u"item"_s, u"2112345000008"_s},
               {u"weight_thousandths"_s, 1234}};
    QTest::newRow("a price, by patterns given")
        << QStringList{u"2112345012346"_s, u"--patterns"_s, u"21IIIIIPPPPPC"_s}
        << QJsonObject{{u"code"_s, u"2112345012346"_s}, {u"kind"_s, u"in_store"_s},
               {u"gtin14"_s, u"02112345012346"_s}, {u"item"_s, u"2112345000008"_s}, {u"price_minor"_s, 1234}};
    QTest::newRow("a receipt") << QStringList{u"BER1T1-1-42-K7QX"_s}
                               << QJsonObject{{u"code"_s, u"BER1T1-1-42-K7QX"_s}, {u"kind"_s, u"receipt"_s}};
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
    QTest::newRow("no code") << QStringList{} << u"BadInput"_s << 2;
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
