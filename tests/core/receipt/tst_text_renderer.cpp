#include "core/receipt/amount_format.h"
#include "core/receipt/text_renderer.h"
#include "tests/core/receipt/receipt_samples.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

class TextRendererTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsColumnsAsADeviceDoes_data();
    void countsColumnsAsADeviceDoes();
    void laysBlocksOut_data();
    void laysBlocksOut();
    void noLineIsWiderThanThePaper_data();
    void noLineIsWiderThanThePaper();
    void writesAmountsInNoLocale_data();
    void writesAmountsInNoLocale();
    void writesQuantitiesRatesAndTimes();
};

void TextRendererTest::countsColumnsAsADeviceDoes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("columns");
    QTest::newRow("plain") << u"Milk"_s << 4;
    QTest::newRow("umlauts") << u"Käse"_s << 4;
    QTest::newRow("an accent of its own") << u"Cafe\u0301"_s << 4;
    QTest::newRow("ideographs are wide") << u"牛乳 1L"_s << 7;
    QTest::newRow("hangul is wide") << u"우유"_s << 4;
    QTest::newRow("half-width kana is not") << u"ｷﾞｭｳﾆｭｳ"_s << 7;
    QTest::newRow("beyond the first plane") << u"🍎"_s << 2;
    QTest::newRow("nothing") << QString() << 0;
}

void TextRendererTest::countsColumnsAsADeviceDoes()
{
    QFETCH(QString, text);
    QFETCH(int, columns);
    QCOMPARE(columnsOf(text), columns);
}

void TextRendererTest::laysBlocksOut_data()
{
    QTest::addColumn<ReceiptBlock>("block");
    QTest::addColumn<QStringList>("lines");
    const auto row = [](const char *name, ReceiptBlock block, QStringList lines) {
        QTest::newRow(name) << std::move(block) << std::move(lines);
    };
    row("left", TextBlock{u"abc"_s}, {u"abc"_s});
    row("centred", TextBlock{u"abc"_s, Align::Centre}, {u"      abc"_s});
    row("right", TextBlock{u"abc"_s, Align::Right}, {u"             abc"_s});
    row("broken between words", TextBlock{u"Thank you for your visit"_s},
        {u"Thank you for"_s, u"your visit"_s});
    row("broken inside a word that is too long", TextBlock{u"Donaudampfschiffahrt"_s},
        {u"Donaudampfschiff"_s, u"ahrt"_s});
    row("wide characters break whole", TextBlock{u"牛乳牛乳牛乳牛乳牛乳"_s},
        {u"牛乳牛乳牛乳牛乳"_s, u"牛乳"_s});
    row("two columns", ColumnsBlock{u"Milk"_s, u"1.29"_s}, {u"Milk        1.29"_s});
    row("the amount stands behind the last line", ColumnsBlock{u"Milk from the hills"_s, u"1.29"_s},
        {u"Milk from"_s, u"the hills   1.29"_s});
    row("wide names leave room for the amount", ColumnsBlock{u"牛乳牛乳牛乳"_s, u"1.29"_s},
        {u"牛乳牛乳牛"_s, u"乳          1.29"_s});
    row("indented", ColumnsBlock{u"2 x 1.29"_s, {}, Weight::Normal, 2}, {u"  2 x 1.29"_s});
    row("an amount that leaves no room has its own line", ColumnsBlock{u"Milk again"_s, u"100000000.29"_s},
        {u"Milk again"_s, u"    100000000.29"_s});
    row("a table", TableRowBlock{{u"7%"_s, u"1.0"_s, u"0.1"_s, u"1.1"_s}}, {u"7%   1.0 0.1 1.1"_s});
    row("a table too wide for the paper", TableRowBlock{{u"19%"_s, u"1000.0"_s, u"190.0"_s, u"1190.0"_s}},
        {u"19% 1000.0 190.0"_s, u"1190.0"_s});
    row("a rule", RuleBlock{}, {u"----------------"_s});
    row("a space", SpaceBlock{}, {QString()});
    row("a total", TotalBlock{u"Total"_s, u"1.29"_s}, {u"Total       1.29"_s});
    row("a barcode is its text", BarcodeBlock{u"A-1-1-7777"_s}, {u"   A-1-1-7777"_s});
}

void TextRendererTest::laysBlocksOut()
{
    QFETCH(ReceiptBlock, block);
    QFETCH(QStringList, lines);
    const auto laidOut = layOut(block, 16);
    QCOMPARE(QStringList(laidOut.begin(), laidOut.end()), lines);
}

void TextRendererTest::noLineIsWiderThanThePaper_data()
{
    QTest::addColumn<int>("columns");
    for (const int columns : {16, 21, 32, 42, 48})
        QTest::addRow("%d columns", columns) << columns;
}

void TextRendererTest::noLineIsWiderThanThePaper()
{
    QFETCH(int, columns);
    const TillConfig config = test::sampleTill();
    const ReceiptWords words;
    const ReceiptBuilder builder(config, words);
    for (const auto &document :
        {builder.saleReceipt(test::sampleSale(), true), builder.returnReceipt(test::sampleReturn())})
        for (const QString &line : renderText(document, columns).split(u'\n'))
            QVERIFY2(columnsOf(line) <= columns && !line.endsWith(u' '), qPrintable(line));
}

void TextRendererTest::writesAmountsInNoLocale_data()
{
    QTest::addColumn<QString>("currency");
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<QString>("text");
    QTest::newRow("euros") << u"EUR"_s << 1234LL << u"12.34"_s;
    QTest::newRow("cents") << u"EUR"_s << 5LL << u"0.05"_s;
    QTest::newRow("less than nothing") << u"EUR"_s << -5LL << u"-0.05"_s;
    QTest::newRow("yen have no cents") << u"JPY"_s << 1500LL << u"1500"_s;
    QTest::newRow("dinars have three digits") << u"KWD"_s << -1500LL << u"-1.500"_s;
    QTest::newRow("the largest") << u"EUR"_s << qint64(Money::kLargest) << u"90071992547409.91"_s;
}

void TextRendererTest::writesAmountsInNoLocale()
{
    QFETCH(QString, currency);
    QFETCH(qint64, minor);
    QFETCH(QString, text);
    QCOMPARE(formatAmount(Money::minor(minor, Currency::fromCode(currency).value())), text);
}

void TextRendererTest::writesQuantitiesRatesAndTimes()
{
    QCOMPARE(formatQuantity(Quantity::pieces(2)), u"2"_s);
    QCOMPARE(formatQuantity(Quantity::thousandths(340)), u"0.340"_s);
    QCOMPARE(formatPercentage(Percentage::partsPerMillion(190'000)), u"19%"_s);
    QCOMPARE(formatPercentage(Percentage::partsPerMillion(88'750)), u"8.875%"_s);
    QCOMPARE(formatPercentage(Percentage()), u"0%"_s);
    QCOMPARE(formatPercentage(Percentage::partsPerMillion(200'000)), u"20%"_s);
    QCOMPARE(formatLocalTime({1'795'266'120'000'000}, 60), u"2026-11-21 14:02"_s);
    QCOMPARE(formatLocalTime({1'795'266'120'000'000}, -330), u"2026-11-21 07:32"_s);
}

QTEST_APPLESS_MAIN(TextRendererTest)
#include "tst_text_renderer.moc"
