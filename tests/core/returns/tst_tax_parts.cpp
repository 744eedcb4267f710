#include "core/audit/replay.h"
#include "core/receipt/receipt_builder.h"
#include "core/receipt/text_renderer.h"
#include "core/returns/complete_return.h"
#include "core/returns/return_event.h"
#include "core/returns/return_table.h"
#include "core/sale/sale_event.h"
#include "core/sale/sale_table.h"
#include "tests/core/shop/shop.h"

#include <QRegularExpression>
#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

/// Goods that bear several taxes: sold, on paper, in the books, and back again.
class TaxPartsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theBooksHaveEachTaxOfALine();
    void theReceiptNamesEachTax();
    void piecesThatComeBackGiveEachTaxBack();
    void ofAnotherTillsReceiptToo();
    void theOpenTicketKeepsThem();
    void aCertificateTakesAllOfThemOff();
    void cleanup() { m_shop.reset(); }

private:
    [[nodiscard]] CartLine bags(std::int64_t pieces) const;
    [[nodiscard]] Event lastEvent();
    [[nodiscard]] Result<Return> giveBack(const ReceiptNumber &receipt, std::int64_t pieces);

    std::unique_ptr<Shop> m_shop;
};

void TaxPartsTest::init()
{
    m_shop = std::make_unique<Shop>();
    m_shop->config.tax.mode = TaxMode::Exclusive;
}

/// 0.99 a piece; 0.05 levy for each, 5 % GST, and 9.975 % QST on both.
CartLine TaxPartsTest::bags(std::int64_t pieces) const
{
    CartLine line = m_shop->line(u"BAG"_s, Quantity::pieces(pieces), 99);
    line.taxCode = u"bags"_s;
    line.taxRate = {};
    line.taxParts = {{u"levy"_s, {}, 5'000}, {u"GST"_s, Percentage::partsPerMillion(50'000)},
        {u"QST"_s, Percentage::partsPerMillion(99'750), 0, true}};
    return line;
}

Event TaxPartsTest::lastEvent() { return Journal(m_shop->ledger->database()).at(m_shop->now()).value(); }

Result<Return> TaxPartsTest::giveBack(const ReceiptNumber &receipt, std::int64_t pieces)
{
    return CompleteReturn(*m_shop->ledger, m_shop->replica, m_shop->config)
        .run({ReturnId(m_shop->newId()), receipt, {{1, Quantity::pieces(pieces), u"broken"_s}}, {}});
}

void TaxPartsTest::theBooksHaveEachTaxOfALine()
{
    const Sale sale = m_shop->sell({bags(3), m_shop->line(u"MUG"_s, Quantity::pieces(1), 250)});
    const SaleLine &line = sale.lines.front();
    QCOMPARE(line.parts.size(), std::size_t(3));
    QCOMPARE(line.parts[0].tax, m_shop->money(15));
    QCOMPARE(line.parts[1].tax, m_shop->money(15));
    QCOMPARE(line.parts[2].net, m_shop->money(327));
    QCOMPARE(line.parts[2].tax, m_shop->money(33));
    QCOMPARE(line.gross, m_shop->money(297 + 63));
    QVERIFY(sale.lines[1].parts.empty());
    QCOMPARE(sale.taxes.size(), std::size_t(4));
    QCOMPARE(saleFrom(lastEvent()).value(), sale);
    QCOMPARE(SaleTable(m_shop->ledger->database()).find(sale.receipt).value(), sale);
    Shop other(7);
    QVERIFY(replay(lastEvent(), other.ledger->database()));
    QCOMPARE(SaleTable(other.ledger->database()).find(sale.receipt)->lines, sale.lines);
}

void TaxPartsTest::theReceiptNamesEachTax()
{
    const QString paper = renderText(ReceiptBuilder(m_shop->config, {}).saleReceipt(m_shop->sell({bags(3)})));
    for (const QString &row : {u"Subtotal +2.97\\n"_s, u"Tax levy +0.15\\n"_s, u"Tax GST 5 ?% +0.15\\n"_s,
             u"Tax QST 9.975 ?% +0.33\\n"_s, u"Total [A-Z]{3} +3.60"_s, u"QST 9.975 ?% +3.27 +0.33 +3.60"_s})
        QVERIFY2(paper.contains(QRegularExpression(row)), qPrintable(row + u'\n' + paper));
}

void TaxPartsTest::piecesThatComeBackGiveEachTaxBack()
{
    const Sale sale = m_shop->sell({bags(7)});
    std::vector<TaxTotal> back;
    Money paid = m_shop->money(0);
    for (const std::int64_t pieces : {1, 2, 3, 1}) {
        const auto done = giveBack(sale.receipt, pieces);
        QVERIFY(done);
        QCOMPARE(taxIn(done->lines.front().parts, paid.currency()), done->lines.front().tax);
        QCOMPARE(done->taxes, done->lines.front().parts);
        QCOMPARE(returnFrom(lastEvent()).value(), *done);
        QCOMPARE(ReturnTable(m_shop->ledger->database()).find(done->receipt).value(), *done);
        for (const TaxTotal &tax : done->taxes)
            addTo(back, tax);
        paid += done->total;
    }
    QCOMPARE(paid, sale.total);
    QCOMPARE(back, sale.taxes);
}

void TaxPartsTest::ofAnotherTillsReceiptToo()
{
    Shop other(7);
    other.config.tax.mode = TaxMode::Exclusive;
    const Sale sale = m_shop->sell({bags(2)});
    other.tell(Shop::rowOf(sale));
    const auto done =
        CompleteReturn(*other.ledger, other.replica, other.config)
            .run({ReturnId(other.newId()), sale.receipt, {{1, Quantity::pieces(2), u"broken"_s}}, {}});
    QVERIFY(done);
    QCOMPARE(done->taxes, sale.taxes);
}

void TaxPartsTest::theOpenTicketKeepsThem()
{
    Cart open{SaleId(m_shop->newId()), Shop::euro(), {bags(3)}, {}};
    QCOMPARE(Cart::fromJson(open.toJson()), std::optional(open));
    open.lines.front().taxParts.front().perUnit = TaxPart::kLargestPerUnit + 1;
    QVERIFY(!Cart::fromJson(open.toJson()));
    QVERIFY(!open.check());
}

void TaxPartsTest::aCertificateTakesAllOfThemOff()
{
    Cart cart{SaleId(m_shop->newId()), Shop::euro(), {bags(3)}, {}};
    cart.exemption = TaxExemption{u"D-4711"_s};
    const Taxes taxes = cart.taxes(m_shop->config.tax);
    QCOMPARE(taxes.total, m_shop->money(297));
    QCOMPARE(taxes.totals, (std::vector<TaxTotal>{{u"bags"_s, {}, m_shop->money(297), m_shop->money(0)}}));
    QVERIFY(taxes.lines.front().parts.empty());
}

QTEST_GUILESS_MAIN(TaxPartsTest)
#include "tst_tax_parts.moc"
