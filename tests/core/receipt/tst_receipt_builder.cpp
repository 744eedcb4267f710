#include "core/receipt/receipt_builder.h"
#include "core/receipt/text_renderer.h"
#include "tests/core/receipt/receipt_samples.h"
#include "tests/core/support/test_till.h"

#include "core/cash/close_shift.h"
#include "core/cash/move_cash.h"
#include "core/cash/shift_report.h"
#include "core/payment/foreign_cash.h"
#include "core/payment/voucher.h"

#include <QFile>
#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

namespace {

QString golden(const QString &name)
{
    QFile file(QFINDTESTDATA(u"golden/"_s + name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class ReceiptBuilderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSaleOnPaper();
    void aReturnOnPaperNamesItsReceipt();
    void aReturnWithoutAReceiptSaysSo();
    void aReturnWhosePricesHaveNoTaxAddsItUp();
    void aSecondPrintSaysItIsACopy();
    void pricesWithoutTaxAddUpBeforeTheTotal();
    void promotionsStandUnderTheirLineOrUnderAllOfThem();
    void theBarcodeIsTheReceiptsOwn();
    void wordsCanBeTranslated();
    void aShiftOnPaper();
    void vouchersAndForeignNotesSayWhatTheyAre();

private:
    TillConfig m_config = test::sampleTill();
    ReceiptWords m_words;
    ReceiptBuilder m_builder{m_config, m_words};
};

void ReceiptBuilderTest::aSaleOnPaper()
{
    QCOMPARE(renderText(m_builder.saleReceipt(test::sampleSale())), golden(u"sale.txt"_s));
}

void ReceiptBuilderTest::aReturnOnPaperNamesItsReceipt()
{
    QCOMPARE(renderText(m_builder.returnReceipt(test::sampleReturn())), golden(u"return.txt"_s));
}

void ReceiptBuilderTest::aReturnWhosePricesHaveNoTaxAddsItUp()
{
    Return back = test::sampleReturn();
    QVERIFY(!renderText(m_builder.returnReceipt(back)).contains(u"Subtotal"_s));
    back.taxMode = TaxMode::Exclusive;
    const QString paper = renderText(m_builder.returnReceipt(back));
    QVERIFY2(paper.contains(u"Subtotal"_s), qPrintable(paper));
    const QStringList lines = paper.split(u'\n');
    const auto goods = std::find_if(
        lines.begin(), lines.end(), [](const QString &line) { return line.startsWith(u"Läckerli"_s); });
    QVERIFY(goods != lines.end() && goods->endsWith(u"4.16"_s));
}

void ReceiptBuilderTest::aReturnWithoutAReceiptSaysSo()
{
    Return back = test::sampleReturn();
    back.of.reset();
    const QString text = renderText(m_builder.returnReceipt(back));
    QVERIFY(text.contains(u"without a receipt"_s));
    QVERIFY(!text.contains(u"ZRH1T2-3-42"_s));
}

void ReceiptBuilderTest::aSecondPrintSaysItIsACopy()
{
    QVERIFY(!renderText(m_builder.saleReceipt(test::sampleSale())).contains(u"COPY"_s));
    QVERIFY(renderText(m_builder.saleReceipt(test::sampleSale(), true)).contains(u"COPY"_s));
    QVERIFY(renderText(m_builder.returnReceipt(test::sampleReturn(), true)).contains(u"COPY"_s));
}

void ReceiptBuilderTest::pricesWithoutTaxAddUpBeforeTheTotal()
{
    Sale sale = test::sampleSale();
    sale.taxMode = TaxMode::Exclusive;
    const QString text = renderText(m_builder.saleReceipt(sale), 32);
    QVERIFY2(
        text.contains(u"Läckerli                    9.23\n"_s), qPrintable(text)); // 8.33 net + 0.90 discount
    QVERIFY2(text.contains(u"Subtotal                   14.10\nTax 8.1%                    1.14\n"
                           "Total CHF                  15.24\n"_s),
        qPrintable(text));
}

void ReceiptBuilderTest::promotionsStandUnderTheirLineOrUnderAllOfThem()
{
    Sale sale = test::sampleSale();
    const Money off = sale.lines.at(0).discount;
    const Money two = Money::minor(2, off.currency());
    sale.lines.at(1).discount = two;
    sale.discounts = {{u"p1"_s, u"Two for less"_s, {}, off - two, {{1, off - two}}},
        {u"p2"_s, u"Loyal customers"_s, {}, two + two, {{1, two}, {2, two}}}};
    const QString paper = renderText(m_builder.saleReceipt(sale));
    const auto at = [&](const QString &words) { return paper.indexOf(words); };
    QVERIFY2(at(u"Two for less"_s) > at(sale.lines[0].name), qPrintable(paper));
    QVERIFY(at(u"Käse"_s) > at(u"Two for less"_s));
    QVERIFY(at(u"Loyal customers"_s) > at(u"Käse"_s));
    QVERIFY(at(u"Total"_s) > at(u"Loyal customers"_s));
    QVERIFY(at(u"You saved"_s) > at(u"Total"_s));
    QVERIFY2(!paper.contains(u"Discount"_s), "all of it has a name");
    sale.lines.at(0).discount += two;
    QVERIFY2(renderText(m_builder.saleReceipt(sale)).contains(u"Discount"_s), "the rest was given by hand");
}

void ReceiptBuilderTest::theBarcodeIsTheReceiptsOwn()
{
    const auto blocks = m_builder.saleReceipt(test::sampleSale()).blocks;
    const ReceiptBlock barcode = BarcodeBlock{u"ZRH1T2-3-42-HBCH"_s};
    QCOMPARE(std::count(blocks.begin(), blocks.end(), barcode), 1);
}

void ReceiptBuilderTest::wordsCanBeTranslated()
{
    ReceiptWords words;
    words.total = u"Summe"_s;
    const QString text = renderText(ReceiptBuilder(m_config, words).saleReceipt(test::sampleSale()));
    QVERIFY(text.contains(u"Summe CHF"_s));
    QVERIFY(!text.contains(u"Total"_s));
}

void ReceiptBuilderTest::aShiftOnPaper()
{
    test::TestTill till(u"CHF");
    const Shift shift = till.openShift(20'000);
    QVERIFY(till.complete(till.cartOf(1524, {till.card(1000), till.cash(1000)})));
    QVERIFY(MoveCash(*till.ledger).run(CashMoveKind::Drop, till.money(5000), u"safe"_s));
    const auto soFar = shiftReport(till.database(), shift.id, till.clock.now(), 60);
    QVERIFY(renderText(m_builder.shiftReport(*soFar)).contains(u"SHIFT SO FAR"_s));
    QVERIFY(!renderText(m_builder.shiftReport(*soFar)).contains(u"Counted"_s));
    till.clock.advance(std::chrono::hours(8));
    const ShiftReport closed = CloseShift(*till.ledger).run(till.money(15'500)).value();
    QCOMPARE(renderText(m_builder.shiftReport(closed)), golden(u"shift.txt"_s));
}

void ReceiptBuilderTest::vouchersAndForeignNotesSayWhatTheyAre()
{
    test::TestTill till;
    till.config.vouchers.areTaken = true;
    const ForeignCurrency dollars{
        Currency::fromCode(u"USD").value(), ExchangeRate::parse(u"0.92").value(), 100};
    till.config.foreignCash = {dollars};
    const Shift shift = till.openShift();
    const Sale one =
        till
            .complete(till.cartOf(1500,
                {foreignTender(Money::minor(2000, dollars.currency), dollars, till.config.currency).value()}))
            .value();
    const QString notes = renderText(m_builder.saleReceipt(one));
    QVERIFY2(notes.contains(u"\nUSD 20.00 at 0.9200                  18.40\n"_s), qPrintable(notes));
    QVERIFY2(notes.contains(u"\nChange                                3.40\n"_s), qPrintable(notes));
    const Sale two =
        till.complete(
                till.cartOf(1230, {voucherTender(u"MALL-7"_s, till.money(1500), till.money(1230)).value()}))
            .value();
    const QString voucher = renderText(m_builder.saleReceipt(two));
    QVERIFY2(voucher.contains(u"\nVoucher MALL-7                       12.30\n  worth 15.00\n"_s),
        qPrintable(voucher));
    const auto report = shiftReport(till.database(), shift.id, till.clock.now(), 60);
    const QString paper = renderText(m_builder.shiftReport(*report));
    QVERIFY2(paper.contains(u"\nVoucher                              12.30\n"_s), qPrintable(paper));
    QVERIFY2(
        paper.contains(u"\nForeign cash                         18.40\n  USD 20.00\n"_s), qPrintable(paper));
}

QTEST_APPLESS_MAIN(ReceiptBuilderTest)
#include "tst_receipt_builder.moc"
