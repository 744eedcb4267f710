#include "core/cash/close_shift.h"
#include "core/returns/complete_return.h"
#include "tests/ui/counter/counter.h"
#include "ui/print/code128.h"
#include "ui/print/receipt_page.h"
#include "ui/print/receipt_pdf.h"

#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace evertill {

/// Receipts as files: whole or not at all, on paper as wide as a roll, with bars that scan.
class ReceiptPrinterTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSaleLeavesAPdfAndAText();
    void aReturnNamesTheReceiptItTakesBack();
    void aClosedShiftIsPrintedUnderItsOwnTitle();
    void theSameReceiptAgainReplacesTheFile();
    void drawsOnAThreadOfItsOwn();
    void saysSoWhereTheFolderCantBeWritten();
    void aTitleNeverLeadsOutOfTheFolder();
    void thePageIsEightyMillimetresWideAndGrowsWithItsLines();
    void theBarcodeOnThePageHasTheBarsOfItsText();
    void nothingIsDrawnBesideThePaper();
};

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Counter::Goods bread() { return {u"7"_s, u"Sourdough bread"_s, u"4006381333931"_s, 449}; }

/// Width and height of the PDF's only page in points.
QSizeF pageSize(const QByteArray &pdf)
{
    static const QRegularExpression box(u"/MediaBox \\[0 0 ([0-9.]+) ([0-9.]+)\\]"_s);
    const auto match = box.match(QString::fromLatin1(pdf));
    return {match.captured(1).toDouble(), match.captured(2).toDouble()};
}

} // namespace

void ReceiptPrinterTest::aSaleLeavesAPdfAndAText()
{
    Counter counter;
    counter.openShift();
    const Sale sale = counter.sell({{bread(), Quantity::pieces(2)}});
    QSignalSpy printed(&counter.printer, &ReceiptPrinter::printed);
    counter.printer.printSale(sale);
    QCOMPARE(printed.count(), 1);
    QCOMPARE(printed.first().at(0).toString(), sale.receipt.text());
    const QString stem = counter.printer.folder() + u'/' + sale.receipt.text();
    QCOMPARE(printed.first().at(1).toString(), stem + u".pdf"_s);
    QVERIFY(contents(stem + u".pdf"_s).startsWith("%PDF-"));
    const QString text = QString::fromUtf8(contents(stem + u".txt"_s));
    for (const QString &told : {u"Sourdough bread"_s, u"8.98"_s, sale.receipt.text(),
             u"Spätkauf am Ostkreuz"_s, barcodeText(sale.receipt, sale.id.uuid())})
        QVERIFY2(text.contains(told), qPrintable(told + u" is missing in\n"_s + text));
}

void ReceiptPrinterTest::aReturnNamesTheReceiptItTakesBack()
{
    Counter counter;
    counter.openShift();
    const Sale sale = counter.sell({{bread(), Quantity::pieces(2)}});
    ReturnRequest request{ReturnId(counter.random.uuid(counter.clock.now())), sale.receipt, {}};
    request.lines.push_back({1, Quantity::pieces(1), u"stale"_s});
    const auto back = CompleteReturn(*counter.ledger, counter.ledgerReplica, counter.config).run(request);
    QVERIFY(back);
    counter.printer.printReturn(*back);
    const QString path = counter.printer.folder() + u'/' + back->receipt.text() + u".txt"_s;
    const QString text = QString::fromUtf8(contents(path));
    QVERIFY2(text.contains(sale.receipt.text()) && text.contains(u"4.49"_s), qPrintable(text));
}

void ReceiptPrinterTest::aClosedShiftIsPrintedUnderItsOwnTitle()
{
    Counter counter;
    counter.openShift();
    const auto report = CloseShift(*counter.ledger).run(counter.money(9900));
    QVERIFY(report);
    QSignalSpy printed(&counter.printer, &ReceiptPrinter::printed);
    counter.printer.printShift(*report);
    QCOMPARE(printed.count(), 1);
    const QString pdf = printed.first().at(1).toString();
    QVERIFY(QFile::exists(pdf));
    QVERIFY(contents(pdf.chopped(4) + u".txt"_s).contains("99.00"));
}

void ReceiptPrinterTest::theSameReceiptAgainReplacesTheFile()
{
    Counter counter;
    counter.openShift();
    const Sale sale = counter.sell({{bread(), Quantity::pieces(1)}});
    counter.printer.printSale(sale);
    counter.printer.printSale(sale, true);
    const QString stem = counter.printer.folder() + u'/' + sale.receipt.text();
    QVERIFY(contents(stem + u".txt"_s).contains("COPY"));
    QCOMPARE(QDir(counter.printer.folder()).entryList(QDir::Files).size(), 2);
}

void ReceiptPrinterTest::drawsOnAThreadOfItsOwn()
{
    Counter counter;
    counter.openShift();
    const Sale first = counter.sell({{bread(), Quantity::pieces(1)}});
    const Sale second = counter.sell({{bread(), Quantity::pieces(2)}});
    ThreadQueue queue;
    ReceiptPrinter printer(counter.printer.folder(), counter.config, queue);
    QSignalSpy printed(&printer, &ReceiptPrinter::printed);
    printer.printSale(first);
    printer.printSale(second);
    QTRY_COMPARE(printed.count(), 2);
    QCOMPARE(printed.at(0).at(0).toString(), first.receipt.text());
    QVERIFY(contents(printed.at(1).at(1).toString()).startsWith("%PDF-"));
}

void ReceiptPrinterTest::saysSoWhereTheFolderCantBeWritten()
{
    Counter counter;
    counter.openShift();
    const Sale sale = counter.sell({{bread(), Quantity::pieces(1)}});
    QFile inTheWay(counter.folder() + u"/taken"_s);
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    ReceiptPrinter printer(inTheWay.fileName(), counter.config, counter.queue);
    QSignalSpy printed(&printer, &ReceiptPrinter::printed);
    QSignalSpy failed(&printer, &ReceiptPrinter::failed);
    printer.printSale(sale);
    QCOMPARE(failed.count(), 1);
    QCOMPARE(failed.first().at(0).toString(), sale.receipt.text());
    QCOMPARE(printed.count(), 0);
}

void ReceiptPrinterTest::aTitleNeverLeadsOutOfTheFolder()
{
    Counter counter;
    counter.openShift();
    Sale sale = counter.sell({{bread(), Quantity::pieces(1)}});
    sale.receipt.till = u"../../OUT"_s;
    QSignalSpy printed(&counter.printer, &ReceiptPrinter::printed);
    counter.printer.printSale(sale);
    QCOMPARE(printed.count(), 1);
    QCOMPARE(QFileInfo(printed.first().at(1).toString()).absolutePath(),
        QDir(counter.printer.folder()).absolutePath());
}

void ReceiptPrinterTest::thePageIsEightyMillimetresWideAndGrowsWithItsLines()
{
    ReceiptDocument few{u"few"_s, {TextBlock{u"one"_s}}};
    ReceiptDocument many = few;
    for (int at = 0; at < 200; ++at)
        many.blocks.push_back(ColumnsBlock{u"line"_s, u"1.00"_s});
    const QSizeF small = pageSize(renderPdf(few));
    const QSizeF large = pageSize(renderPdf(many));
    const qreal eightyMm = 80 / 25.4 * 72;
    QVERIFY2(qAbs(small.width() - eightyMm) < 1, qPrintable(QString::number(small.width())));
    QVERIFY(qAbs(large.width() - eightyMm) < 1);
    QVERIFY(large.height() > small.height() + 200 * 8);
    QVERIFY(!renderPdf(many).contains("/Count 2"));
}

namespace {

bool isInk(const QImage &image, int x, int y) { return qGray(image.pixel(x, y)) < 128; }

/// \a document as a printer of eight dots per millimetre would show it on 72 mm; white is 255.
QImage drawn(const ReceiptDocument &document)
{
    constexpr int kDotsPerMm = 8;
    constexpr int kPaperMm = 80;
    QImage image(kPaperMm * kDotsPerMm, 60 * kDotsPerMm, QImage::Format_Grayscale8);
    image.setDotsPerMeterX(kDotsPerMm * 1000);
    image.setDotsPerMeterY(kDotsPerMm * 1000);
    image.fill(255);
    ReceiptPage page(image, kDotsPerMm, 72);
    QPainter painter(&image);
    painter.translate(4 * kDotsPerMm, 0);
    page.draw(document, painter);
    return image;
}

} // namespace

void ReceiptPrinterTest::theBarcodeOnThePageHasTheBarsOfItsText()
{
    const QString text = u"BER1T1-1-42-K7QX"_s;
    const QImage image = drawn({u"t"_s, {BarcodeBlock{text}}});
    std::vector<bool> row;
    const int y = 8 * 8;
    int first = 0;
    while (first < image.width() && !isInk(image, first, y))
        ++first;
    const std::vector<bool> modules = code128Modules(text);
    int last = image.width() - 1;
    while (last > first && !isInk(image, last, y))
        --last;
    const int dots = last - first + 1;
    QCOMPARE(dots % int(modules.size()), 0);
    const int module = dots / int(modules.size());
    QVERIFY2(module >= 2, "a scanner wants a module of a quarter millimetre");
    for (int x = first + module / 2; x <= last; x += module)
        row.push_back(isInk(image, x, y));
    QCOMPARE(row, modules);
    QVERIFY2(first >= 10 * module, "ten quiet modules belong before the bars");
}

void ReceiptPrinterTest::nothingIsDrawnBesideThePaper()
{
    const QString longWord(120, u'W');
    const ReceiptDocument document{u"t"_s,
        {TextBlock{longWord, Align::Left, Weight::Large}, ColumnsBlock{longWord, u"1,234,567.89"_s},
            TableRowBlock{{longWord, u"1"_s, u"2"_s, u"3"_s}}, TotalBlock{longWord, u"€1,234,567.89"_s}}};
    const QImage image = drawn(document);
    const int margin = 4 * 8;
    for (int y = 0; y < image.height(); ++y)
        for (int x : {0, margin / 2, margin - 3, image.width() - margin + 3, image.width() - 1})
            QVERIFY2(!isInk(image, x, y), qPrintable(u"ink at %1, %2"_s.arg(x).arg(y)));
}

} // namespace evertill

QTEST_MAIN(evertill::ReceiptPrinterTest)
#include "tst_receipt_printer.moc"
