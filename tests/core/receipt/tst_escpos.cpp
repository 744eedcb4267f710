#include "core/receipt/code_page.h"
#include "core/receipt/escpos_renderer.h"
#include "tests/core/receipt/receipt_samples.h"
#include "tests/core/support/shared_data.h"

#include <QTest>

#include <map>

using namespace evertill;
using namespace Qt::StringLiterals;

namespace {

QByteArray drawn(const ReceiptBlock &block, EscposProfile profile = {})
{
    profile.cuts = false;
    QByteArray bytes = renderEscpos({{}, {block}}, profile);
    const QByteArray feed("\x1b"
                          "d\x05");
    Q_ASSERT(bytes.startsWith("\x1b@") && bytes.endsWith(feed));
    return bytes.mid(2).chopped(feed.size());
}

QByteArray bytesOf(const QByteArray &hex) { return QByteArray::fromHex(hex); }

/// The commands of the published cases by their test's name, without the ESC @ that each begins with.
std::map<QByteArray, QByteArray> publishedCommands(const QString &path)
{
    std::map<QByteArray, QByteArray> commands;
    for (const auto &row : test::tsvRows(path))
        if (row.size() == 3)
            commands[row[0]] = bytesOf(row[2]).mid(2);
    return commands;
}

} // namespace

class EscposTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void resetsFirstAndCutsLast();
    void opensTheDrawerWhereItIsAsked();
    void switchesCodePagesOnlyWhenItMust();
    void staysWithThePagesThatThePrinterHas_data();
    void staysWithThePagesThatThePrinterHas();
    void boldAndLargeAreSwitchedOffAgain();
    void largeTextIsLaidOutInHalfTheColumns();
    void theBarcodeFitsThePaper_data();
    void theBarcodeFitsThePaper();
    void writesTheCommandsThatPrintersPublish();
    void itsCodePagesAreThePublishedOnes();
    void aHostileNameBecomesNoCommand();
};

void EscposTest::resetsFirstAndCutsLast()
{
    const QByteArray bytes = renderEscpos({{}, {TextBlock{u"Hi"_s}}});
    QCOMPARE(bytes, bytesOf("1b40 4869 0a 1d564203"));
}

void EscposTest::opensTheDrawerWhereItIsAsked()
{
    EscposProfile profile;
    profile.opensDrawer = true;
    QVERIFY(renderEscpos({}, profile).startsWith(bytesOf("1b40 1b70003278")));
}

void EscposTest::switchesCodePagesOnlyWhenItMust()
{
    // 437 after a reset has ä and ü; Ł is on 852, and ä as well, so that 437 comes back only for what 852
    // lacks.
    QCOMPARE(drawn(TextBlock{u"Käse, Łódź, Bär, ½"_s}),
        bytesOf("4b8473652c20 1b7412 9da264ab2c20 4284722c20 1b7400 ab0a"));
}

void EscposTest::staysWithThePagesThatThePrinterHas_data()
{
    QTest::addColumn<QList<int>>("pages");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("the euro on 858") << QList<int>{437, 858} << u"5 €"_s << bytesOf("3520 1b7413 d50a");
    QTest::newRow("the euro where no page has it") << QList<int>{437} << u"5 €"_s << QByteArray("5 EUR\n");
    QTest::newRow("an accent taken off") << QList<int>{437} << u"Łódź"_s << bytesOf("4ca2647a0a");
    QTest::newRow("composed before it is looked up")
        << QList<int>{437} << u"Ka\u0308se"_s << bytesOf("4b8473650a");
    QTest::newRow("another script is asked for") << QList<int>{437} << u"молоко"_s << QByteArray("??????\n");
    QTest::newRow("Cyrillic on 866") << QList<int>{866} << u"да"_s << bytesOf("1b7411 a4a00a");
    QTest::newRow("quotes and dashes") << QList<int>{437} << u"„Ei“ – 6×"_s << QByteArray("\"Ei\" - 6x\n");
    QTest::newRow("an apple") << QList<int>{437} << u"🍎"_s << QByteArray("?\n");
    QTest::newRow("no page that we know") << QList<int>{9999} << u"ä"_s << bytesOf("840a");
}

void EscposTest::staysWithThePagesThatThePrinterHas()
{
    QFETCH(QList<int>, pages);
    QFETCH(QString, text);
    QFETCH(QByteArray, bytes);
    EscposProfile profile;
    profile.codePages.assign(pages.begin(), pages.end());
    QCOMPARE(drawn(TextBlock{text}, profile), bytes);
}

void EscposTest::boldAndLargeAreSwitchedOffAgain()
{
    QCOMPARE(drawn(TextBlock{u"A"_s, Align::Left, Weight::Bold}), bytesOf("1b4501 410a 1b4500"));
    QCOMPARE(
        drawn(TextBlock{u"A"_s, Align::Left, Weight::Large}), bytesOf("1b4501 1d2111 410a 1b4500 1d2100"));
}

void EscposTest::largeTextIsLaidOutInHalfTheColumns()
{
    EscposProfile profile;
    profile.columns = 32;
    QCOMPARE(drawn(TotalBlock{u"Total"_s, u"1.29"_s}, profile),
        bytesOf("1b4501 1d2111") + "Total       1.29\n" + bytesOf("1b4500 1d2100"));
}

void EscposTest::theBarcodeFitsThePaper_data()
{
    QTest::addColumn<int>("columns");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("dotsPerModule");
    QTest::newRow("a receipt on 80 mm") << 42 << u"ZRH1T2-3-42-HBCH"_s << 2;
    QTest::newRow("a short one on 80 mm") << 48 << u"A1T1-1-1-HBC"_s << 3;
    QTest::newRow("a receipt on 58 mm") << 32 << u"ZRH1T2-3-42-HBCH"_s << 1;
}

void EscposTest::theBarcodeFitsThePaper()
{
    QFETCH(int, columns);
    QFETCH(QString, text);
    QFETCH(int, dotsPerModule);
    EscposProfile profile;
    profile.columns = columns;
    QByteArray expected = bytesOf("1b6101 1d6850 1d77") + char(dotsPerModule) + bytesOf("1d4802 1d6b49");
    expected += char(text.size() + 2) + QByteArray("{B") + text.toLatin1() + bytesOf("1b6100");
    QCOMPARE(drawn(BarcodeBlock{text}, profile), expected);
}

void EscposTest::writesTheCommandsThatPrintersPublish()
{
    const QString path = test::sharedData(u"escpos/command_bytes.tsv"_s);
    if (path.isEmpty())
        QSKIP("the real data is not here");
    const auto published = publishedCommands(path);
    const QByteArray bold = drawn(TextBlock{u"A"_s, Align::Left, Weight::Bold});
    QCOMPARE(bold.left(3), published.at("testSetEmphasisOn"));
    QCOMPARE(bold.right(3), published.at("testSetEmphasisOff"));
    QCOMPARE(
        drawn(TextBlock{u"A"_s, Align::Left, Weight::Large}).right(3), published.at("testSetTextSizeNormal"));
    const QByteArray code128 = published.at("testBarcodeCode128ValidB");
    const QByteArray barcode = drawn(BarcodeBlock{u"012ABCDabcd"_s});
    QVERIFY(barcode.contains(code128));
    QCOMPARE(barcode.right(3), published.at("testSetJustificationDefault"));
    QVERIFY(barcode.startsWith(published.at("testSetJustificationDefault").chopped(1) + '\x01'));
    QCOMPARE(renderEscpos({}).left(2) + published.at("testInitializeOutput"), bytesOf("1b40"));
}

void EscposTest::itsCodePagesAreThePublishedOnes()
{
    const QString path = test::sharedData(u"escpos/codepages.tsv"_s);
    if (path.isEmpty())
        QSKIP("the real data is not here");
    int cells = 0;
    for (const auto &row : test::tsvRows(path)) {
        const CodePage *page = row[0].startsWith("CP") ? CodePage::byNumber(row[0].mid(2).toInt()) : nullptr;
        const uint byte = row[1].toUInt(nullptr, 16);
        const uint character = row[2].mid(2).toUInt(nullptr, 16);
        if (!page || character < 0xa0 || character > 0xffff)
            continue;
        const auto ours = page->byteOf(char16_t(character));
        QVERIFY2(ours && uchar(*ours) == byte, (row[0] + ' ' + row[1] + ' ' + row[2]).constData());
        ++cells;
    }
    qInfo("%d cells of our code pages are the published ones", cells);
    QVERIFY(cells > 1000);
}

void EscposTest::aHostileNameBecomesNoCommand()
{
    QCOMPARE(drawn(TextBlock{u"A\u001bp\u0000B\u001d"_s}), QByteArray("ApB\n"));
    QVERIFY(drawn(BarcodeBlock{u"{A1"_s}).contains("\x06{B{{A1"));
}

QTEST_APPLESS_MAIN(EscposTest)
#include "tst_escpos.moc"
