#include "core/audit/replay.h"
#include "core/receipt/receipt_builder.h"
#include "core/receipt/text_renderer.h"
#include "core/returns/complete_return.h"
#include "core/sale/sale_event.h"
#include "core/sale/sale_table.h"
#include "tests/core/shop/shop.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

/// Who shows a certificate pays no tax: on the ticket, in the books, on paper and when goods come back.
class ExemptionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aPriceThatHoldsItsTaxIsPaidWithoutIt();
    void aPriceWithoutTaxStaysAsItIs();
    void anyTicketCostsWhatItsLinesDoWithoutTax();
    void theShopMustTakeCertificates();
    void aCertificateHasANumber();
    void theOpenTicketKeepsIt();
    void theReceiptSaysWhyAndHowMuch();
    void whatComesBackIsPaidBackWithoutTaxToo();
    void cleanup() { m_shop.reset(); }

private:
    [[nodiscard]] Cart cart(std::int64_t price, std::int64_t pieces = 1)
    {
        Cart cart;
        cart.id = SaleId(m_shop->newId());
        cart.currency = m_shop->config.currency;
        cart.lines = {m_shop->line(u"A"_s, Quantity::pieces(pieces), price)};
        cart.lines.front().taxCode = u"standard"_s;
        cart.lines.front().taxRate = Percentage::partsPerMillion(190'000);
        cart.exemption = TaxExemption{u"D-4711"_s};
        return cart;
    }
    Result<Sale> sell(Cart cart)
    {
        cart.tenders = {{TenderKind::Cash, cart.taxes(m_shop->config.tax).total}};
        return CompleteSale(*m_shop->ledger, m_shop->config).run(cart);
    }
    [[nodiscard]] Event lastEvent() { return Journal(m_shop->ledger->database()).at(m_shop->now()).value(); }

    std::unique_ptr<Shop> m_shop;
};

void ExemptionTest::init()
{
    m_shop = std::make_unique<Shop>();
    m_shop->config.exemptsByCertificate = true;
}

void ExemptionTest::aPriceThatHoldsItsTaxIsPaidWithoutIt()
{
    const Sale sale = sell(cart(1190)).value();
    QCOMPARE(sale.total, m_shop->money(1000));
    const SaleLine &line = sale.lines.front();
    QCOMPARE(line.net, m_shop->money(1000));
    QCOMPARE(line.gross, m_shop->money(1000));
    QCOMPARE(line.tax, m_shop->money(0));
    QCOMPARE(line.exempted, std::optional(m_shop->money(190)));
    QCOMPARE(line.taxRate, Percentage());
    QCOMPARE(sale.taxes.size(), std::size_t(1));
    QCOMPARE(sale.taxes.front().code, u"standard"_s);
    QCOMPARE(sale.taxes.front().tax, m_shop->money(0));
    QCOMPARE(saleFrom(lastEvent()).value(), sale);
    QCOMPARE(SaleTable(m_shop->ledger->database()).find(sale.receipt).value(), sale);
    Shop other(7);
    QVERIFY(replay(lastEvent(), other.ledger->database()));
    QCOMPARE(SaleTable(other.ledger->database()).find(sale.receipt)->exemption, sale.exemption);
}

void ExemptionTest::aPriceWithoutTaxStaysAsItIs()
{
    m_shop->config.tax.mode = TaxMode::Exclusive;
    const Sale sale = sell(cart(1000)).value();
    QCOMPARE(sale.total, m_shop->money(1000));
    QVERIFY(!sale.lines.front().exempted);
    QCOMPARE(saleFrom(lastEvent()).value(), sale);
}

void ExemptionTest::anyTicketCostsWhatItsLinesDoWithoutTax()
{
    SeededRandom random(20261124);
    const auto below = [&](std::int64_t limit) {
        return std::int64_t(random.next64() % std::uint64_t(limit));
    };
    for (int round = 0; round < 2000; ++round) {
        Cart many = cart(1 + below(100'000), 1 + below(9));
        for (int more = int(below(6)); more > 0; --more) {
            CartLine line = m_shop->line(u"B"_s, Quantity::pieces(1 + below(5)), 1 + below(5000));
            line.taxCode = QString::number(below(3));
            line.taxRate = Percentage::partsPerMillion(line.taxCode.toInt() * 95'000);
            many.lines.push_back(line);
        }
        const TaxPolicy policy{below(2) ? TaxMode::Inclusive : TaxMode::Exclusive,
            below(2) ? TaxRounding::Line : TaxRounding::Document,
            below(2) ? Rounding::HalfUp : Rounding::HalfEven};
        const Taxes exempt = many.taxes(policy);
        many.exemption.reset();
        const Taxes taxed = many.taxes(policy);
        Money sum = m_shop->money(0);
        Money ofTotals = sum;
        for (std::size_t i = 0; i < many.lines.size(); ++i) {
            QCOMPARE(exempt.lines[i].gross, taxed.lines[i].net);
            QVERIFY(exempt.lines[i].tax.isZero());
            const Money own = policy.mode == TaxMode::Inclusive ? taxed.lines[i].gross : taxed.lines[i].net;
            QCOMPARE(exempt.lines[i].gross + exempt.exempted[i], own);
            sum += exempt.lines[i].gross;
        }
        for (const TaxTotal &total : exempt.totals)
            ofTotals += total.net;
        QCOMPARE(exempt.total, sum);
        QCOMPARE(ofTotals, sum);
    }
}

void ExemptionTest::theShopMustTakeCertificates()
{
    m_shop->config.exemptsByCertificate = false;
    QCOMPARE(sell(cart(1190)).error().code, Code::NoExemption);
}

void ExemptionTest::aCertificateHasANumber()
{
    for (const QString &number : {u""_s, u"  "_s, QString(61, u'9')}) {
        Cart wrong = cart(1190);
        wrong.exemption = TaxExemption{number};
        QCOMPARE(sell(wrong).error().code, Code::BadInput);
        QVERIFY(!Cart::fromJson(wrong.toJson()));
    }
}

void ExemptionTest::theOpenTicketKeepsIt()
{
    const Cart open = cart(1190, 3);
    QCOMPARE(Cart::fromJson(open.toJson()), std::optional(open));
}

void ExemptionTest::theReceiptSaysWhyAndHowMuch()
{
    const QString paper =
        renderText(ReceiptBuilder(m_shop->config, {}).saleReceipt(sell(cart(1190, 2)).value()));
    QVERIFY2(paper.contains(QRegularExpression(u"Exempt from tax +-3.80\\n"_s)), qPrintable(paper));
    QVERIFY(paper.contains(u"Certificate D-4711"_s));
    QVERIFY(paper.contains(QRegularExpression(u" 23.80\\n"_s)));
    QVERIFY(paper.contains(QRegularExpression(u"Total [A-Z]{3} +20.00"_s)));
}

void ExemptionTest::whatComesBackIsPaidBackWithoutTaxToo()
{
    const Sale sale = sell(cart(1190, 3)).value();
    Money back = m_shop->money(0);
    for (int piece = 0; piece < 3; ++piece) {
        const auto done =
            CompleteReturn(*m_shop->ledger, m_shop->replica, m_shop->config)
                .run({ReturnId(m_shop->newId()), sale.receipt, {{1, Quantity::pieces(1), u"broken"_s}}, {}});
        QVERIFY(done);
        for (const TaxTotal &tax : done->taxes)
            QVERIFY(tax.tax.isZero());
        back += done->total;
    }
    QCOMPARE(back, sale.total);
}

QTEST_GUILESS_MAIN(ExemptionTest)
#include "tst_exemption.moc"
