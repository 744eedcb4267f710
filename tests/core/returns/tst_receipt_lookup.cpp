#include "core/returns/complete_return.h"
#include "core/returns/receipt_lookup.h"
#include "tests/core/shop/shop.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

class ReceiptLookupTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shop = std::make_unique<Shop>(); }
    void ownSaleThatTheOmsHasNotSeenIsFound();
    void halfRefundedOfflineShowsAsHalfRefunded();
    void aReceiptIsFoundAsItIsTypedOrScanned_data();
    void aReceiptIsFoundAsItIsTypedOrScanned();
    void whatIsNoReceiptOfOursIsRefused_data();
    void whatIsNoReceiptOfOursIsRefused();
    void aReceiptOfAnotherTillOfTheShopIsFound();
    void whatWasPutOnAGiftCardDoesNotComeBack();
    void theTailIsLaidOverWithoutCountingTwice_data();
    void theTailIsLaidOverWithoutCountingTwice();

private:
    [[nodiscard]] Result<ReturnableReceipt> find(const QString &text)
    {
        return ReceiptLookup(m_shop->replica, m_shop->ledger->database(), m_shop->config).find(text);
    }
    Return giveBack(const ReceiptNumber &of, Quantity quantity);
    /// A sale of four pieces at 2.50 by till BER1T2.
    [[nodiscard]] ReceiptRow neighboursSale(Quantity returned = {}, std::int64_t refunded = 0);

    std::unique_ptr<Shop> m_shop;
};

Return ReceiptLookupTest::giveBack(const ReceiptNumber &of, Quantity quantity)
{
    ReturnRequest request;
    request.id = ReturnId(m_shop->newId());
    request.of = of;
    request.lines = {{1, quantity, u"too small"_s, Disposition::Restock}};
    auto done = CompleteReturn(*m_shop->ledger, m_shop->replica, m_shop->config).run(request);
    if (!done)
        qFatal("the return was refused: %s", qPrintable(codeName(done.error().code)));
    return *done;
}

ReceiptRow ReceiptLookupTest::neighboursSale(Quantity returned, std::int64_t refunded)
{
    ReceiptRow row;
    row.receipt = u"BER1T2-1-7"_s;
    row.sale = *Uuid::fromText("019a0000-0000-7000-8000-00000000c0de");
    row.till = u"BER1T2"_s;
    row.at = m_shop->clock.now();
    row.currency = Shop::euro();
    row.total = 1000;
    row.lines = {{1, u"MUG"_s, u"Mug"_s, u"ea"_s, Quantity::pieces(4), 250, 1000, 840, 160, u"A"_s,
        Percentage::partsPerMillion(190000), returned, refunded}};
    row.tenders = {{u"card"_s, 1000, u"A-4711"_s, std::nullopt}};
    return row;
}

void ReceiptLookupTest::ownSaleThatTheOmsHasNotSeenIsFound()
{
    const Sale sale = m_shop->sell({m_shop->line(u"MUG"_s, Quantity::pieces(4), 250)});
    const auto receipt = find(sale.receipt.text());
    QVERIFY(receipt);
    QVERIFY(receipt->sale == sale.id);
    QCOMPARE(receipt->lines.size(), std::size_t(1));
    QVERIFY(receipt->lines[0].left == Quantity::pieces(4));
    QVERIFY(receipt->lines[0].leftGross == m_shop->money(1000));
    QVERIFY(receipt->lines[0].leftTax == sale.lines[0].tax);
    QVERIFY(receipt->tenders == sale.tenders);
    QVERIFY(receipt->hasAnyLeft());
}

void ReceiptLookupTest::halfRefundedOfflineShowsAsHalfRefunded()
{
    const Sale sale = m_shop->sell({m_shop->line(u"MUG"_s, Quantity::pieces(4), 250)});
    giveBack(sale.receipt, Quantity::pieces(2));
    const auto half = find(sale.receipt.text());
    QVERIFY(half->lines[0].left == Quantity::pieces(2));
    QVERIFY(half->lines[0].sold == Quantity::pieces(4));
    QVERIFY(half->lines[0].leftGross == m_shop->money(500));
    giveBack(sale.receipt, Quantity::pieces(2));
    QVERIFY(!find(sale.receipt.text())->hasAnyLeft());
    QVERIFY(find(sale.receipt.text())->lines[0].leftGross.isZero());
}

void ReceiptLookupTest::aReceiptIsFoundAsItIsTypedOrScanned_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("typed in capitals") << 0;
    QTest::newRow("typed in small letters with a space behind") << 1;
    QTest::newRow("scanned with the letters of its barcode") << 2;
}

void ReceiptLookupTest::aReceiptIsFoundAsItIsTypedOrScanned()
{
    QFETCH(int, how);
    const Sale sale = m_shop->sell({m_shop->line(u"MUG"_s, Quantity::pieces(4), 250)});
    const QString number = sale.receipt.text();
    const QStringList texts{number, number.toLower() + u' ', barcodeText(sale.receipt, sale.id.uuid())};
    const auto receipt = find(texts[how]);
    QVERIFY(receipt);
    QVERIFY(receipt->number == sale.receipt);
}

void ReceiptLookupTest::whatIsNoReceiptOfOursIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("code");
    QTest::newRow("a receipt of another shop") << u"MUC2T1-1-1"_s << int(Code::OtherShop);
    QTest::newRow("a number that was never given") << u"BER1T1-1-99"_s << int(Code::UnknownReceipt);
    QTest::newRow("a number of an epoch that never was") << u"BER1T1-2-1"_s << int(Code::UnknownReceipt);
    QTest::newRow("a barcode with the letters of another sale")
        << u"BER1T1-1-1-0000"_s << int(Code::UnknownReceipt);
    QTest::newRow("a product's barcode") << u"4006381333931"_s << int(Code::UnknownReceipt);
    QTest::newRow("nothing") << QString() << int(Code::UnknownReceipt);
}

void ReceiptLookupTest::whatIsNoReceiptOfOursIsRefused()
{
    QFETCH(QString, text);
    m_shop->sell({m_shop->line(u"MUG"_s, Quantity::pieces(4), 250)});
    const auto receipt = find(text);
    QVERIFY(!receipt);
    QTEST(int(receipt.error().code), "code");
    QVERIFY(receipt.error().facts.contains(u"receipt"_s));
}

void ReceiptLookupTest::aReceiptOfAnotherTillOfTheShopIsFound()
{
    m_shop->tell(neighboursSale(Quantity::pieces(1), 250));
    const auto receipt = find(u"BER1T2-1-7"_s);
    QVERIFY(receipt);
    QVERIFY(receipt->lines[0].left == Quantity::pieces(3));
    QVERIFY(receipt->lines[0].leftGross == m_shop->money(750));
    QVERIFY(receipt->lines[0].leftTax == m_shop->money(120));
    QVERIFY(receipt->tenders == (std::vector<Tender>{{TenderKind::Card, m_shop->money(1000), u"A-4711"_s}}));
}

void ReceiptLookupTest::whatWasPutOnAGiftCardDoesNotComeBack()
{
    m_shop->config.giftCards = {true, 0};
    const Sale sale = m_shop->sell({m_shop->line(u"MUG"_s, Quantity::pieces(1), 250),
        CartLine::giftCardLoad(giftCardWith(u"EVG-7"_s), m_shop->money(2500), u"Gift card"_s)});
    const auto receipt = find(sale.receipt.text());
    QVERIFY(receipt->lines[1].left.isZero());
    QVERIFY(receipt->lines[1].leftGross.isZero());
    QVERIFY(receipt->lines[0].left == Quantity::pieces(1));
    const auto refused = CompleteReturn(*m_shop->ledger, m_shop->replica, m_shop->config)
                             .run({ReturnId(m_shop->newId()), sale.receipt,
                                 {{2, Quantity::pieces(1), {}, Disposition::Restock}}});
    QCOMPARE(refused.error().code, Code::MoreThanLeft);
}

void ReceiptLookupTest::theTailIsLaidOverWithoutCountingTwice_data()
{
    QTest::addColumn<bool>("neighbour");
    QTest::newRow("a sale of another till") << true;
    QTest::newRow("a sale of this till") << false;
}

/// Two returns of one piece each, other events before, between and after them, and one piece that another
/// till took back. Whatever the row and the page say they count (each event before, at, between or after
/// them), the same single piece is left.
void ReceiptLookupTest::theTailIsLaidOverWithoutCountingTwice()
{
    QFETCH(bool, neighbour);
    const Sale own = m_shop->sell({m_shop->line(u"MUG"_s, Quantity::pieces(4), 250)});
    const ReceiptNumber number = neighbour ? ReceiptNumber{u"BER1T2"_s, 1, 7} : own.receipt;
    const auto row = [&](std::int64_t pieces) {
        return neighbour ? neighboursSale(Quantity::pieces(pieces), 250 * pieces)
                         : Shop::rowOf(own, Quantity::pieces(pieces), 250 * pieces);
    };
    m_shop->tell(row(1));
    const Position afterSale = m_shop->now();
    m_shop->tell(row(1), afterSale);
    giveBack(number, Quantity::pieces(1));
    const Position first = m_shop->now();
    m_shop->sell({m_shop->line(u"PEN"_s, Quantity::pieces(1), 100)});
    const Position between = m_shop->now();
    giveBack(number, Quantity::pieces(1));
    const Position second = m_shop->now();
    m_shop->sell({m_shop->line(u"PEN"_s, Quantity::pieces(1), 100)});
    const Position after = m_shop->now();

    const std::vector<Position> places{{}, afterSale, first, between, second, after};
    int tried = 0;
    for (const Position through : places) {
        for (const Position included : places) {
            const Position counted = std::max(through, included);
            m_shop->tell(row(1 + (counted >= first) + (counted >= second)), through, included);
            const auto receipt = find(number.text());
            QVERIFY(receipt);
            const QString where = u"row through %1, page included %2"_s.arg(through.seq).arg(included.seq);
            QVERIFY2(receipt->lines[0].left == Quantity::pieces(1), qPrintable(where));
            QVERIFY2(receipt->lines[0].leftGross == m_shop->money(250), qPrintable(where));
            ++tried;
        }
    }
    QCOMPARE(tried, 36);
}

QTEST_GUILESS_MAIN(ReceiptLookupTest)
#include "tst_receipt_lookup.moc"
