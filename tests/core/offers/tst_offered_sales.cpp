#include "core/audit/replay.h"
#include "core/offers/shop_offers.h"
#include "core/returns/complete_return.h"
#include "core/returns/return_event.h"
#include "core/sale/sale_event.h"
#include "core/sale/sale_table.h"
#include "tests/core/offers/rules.h"
#include "tests/core/shop/shop.h"
#include "tests/core/support/test_till.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

/// Sales with promotions from the ticket to the journal and back: to the cent.
class OfferedSalesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anyTicketIsTheSameEverywhereAndComesBackForWhatWasPaid_data();
    void anyTicketIsTheSameEverywhereAndComesBackForWhatWasPaid();
    void aSaleWithoutPromotionsIsWrittenAsBefore();

private:
    [[nodiscard]] std::uint64_t below(std::uint64_t most) { return m_shop->random.next64() % most; }
    void tellPromotions();
    [[nodiscard]] Cart randomCart();
    void checkSums(const Sale &sale);
    void giveAllBack(const Sale &sale);

    std::unique_ptr<Shop> m_shop;
};

void OfferedSalesTest::tellPromotions()
{
    m_shop->tell(test::threeForTwo(u"A"_s));
    m_shop->tell(test::tenOffFifty());
    m_shop->tell(test::fiveWithCode());
    m_shop->tell(test::rule(u"mix"_s,
        R"("name":"Any 3 for 9.99","benefits":[{"kind":"group","parts":[{"goods":{"skus":["B","C","D"]},"units":3}],)"
        R"("reduction":"price_total","amount":999}])"));
    m_shop->tell(test::rule(u"second"_s,
        R"("name":"The dearest at half price","exclusive_group":"x","when":[{"min_units":4}],)"
        R"("benefits":[{"kind":"percent","ppm":500000,"pick":"dearest"}])"));
    m_shop->tell(test::rule(
        u"cheese"_s, R"("benefits":[{"kind":"percent","ppm":333333,"goods":{"categories":["Cheese"]}}])"));
}

Cart OfferedSalesTest::randomCart()
{
    constexpr std::int64_t kRates[] = {0, 70'000, 190'000};
    Cart cart;
    cart.id = SaleId(m_shop->newId());
    cart.currency = m_shop->config.currency;
    for (auto left = 1 + below(7); left > 0; --left) {
        const std::uint64_t which = below(6);
        CartLine line = m_shop->line(QString(QChar(u'A' + char16_t(which))),
            Quantity::pieces(1 + std::int64_t(below(4))), 99 + std::int64_t(which) * 331);
        line.taxRate = Percentage::partsPerMillion(kRates[which % 3]);
        line.taxCode = QString::number(which % 3);
        if (which % 3 == 2)
            line.taxParts = {{u"levy"_s, {}, 25'500}, {u"GST"_s, Percentage::partsPerMillion(50'000)},
                {u"PST"_s, Percentage::partsPerMillion(75'000), 0, true}};
        if (which == 5) {
            line.unit = u"kg"_s;
            line.quantity = Quantity::thousandths(1 + std::int64_t(below(2500)));
            line.category = u"Cheese"_s;
        }
        if (below(5) == 0)
            line.discount = m_shop->money(line.amount().minor() / 4);
        (void)cart.add(line).value();
    }
    if (below(2) == 0)
        cart.coupons = {u"WELCOME5"_s};
    if (below(4) == 0)
        cart.exemption = TaxExemption{u"D-4711"_s};
    return cart;
}

void OfferedSalesTest::checkSums(const Sale &sale)
{
    const Money zero = Money::zero(sale.total.currency());
    Money gross = zero;
    for (const SaleLine &line : sale.lines) {
        const Money paid = sale.taxMode == TaxMode::Inclusive ? line.gross : line.net;
        QCOMPARE(paid + line.exempted.value_or(zero),
            line.price.times(line.quantity, Rounding::HalfUp) - line.discount);
        QCOMPARE(line.net + line.tax, line.gross);
        QVERIFY(!line.net.isNegative() && !line.tax.isNegative());
        QVERIFY(line.parts.empty() || taxIn(line.parts, zero.currency()) == line.tax);
        QVERIFY(sharesOf(sale.discounts, line.line, zero.currency()) <= line.discount);
        gross += line.gross;
    }
    QCOMPARE(gross, sale.total);
    Money tax = zero;
    for (const SaleLine &line : sale.lines)
        tax += line.tax;
    QCOMPARE(taxIn(sale.taxes, zero.currency()), tax);
}

void OfferedSalesTest::giveAllBack(const Sale &sale)
{
    std::vector<std::pair<int, Quantity>> parts;
    for (const SaleLine &line : sale.lines) {
        Quantity left = line.quantity;
        const Quantity step = line.unit == u"ea"_s ? Quantity::pieces(1) : Quantity::thousandths(97);
        while (left > Quantity()) {
            Quantity part = step;
            while (below(2) == 0)
                part += step;
            parts.emplace_back(line.line, std::min(part, left));
            left -= parts.back().second;
        }
    }
    for (std::size_t i = parts.size(); i > 1; --i)
        std::swap(parts[i - 1], parts[below(i)]);
    Money back = Money::zero(sale.total.currency());
    std::vector<TaxTotal> taxes;
    std::map<int, Money> ofLine;
    for (const auto &[line, quantity] : parts) {
        const auto done = CompleteReturn(*m_shop->ledger, m_shop->replica, m_shop->config)
                              .run({ReturnId(m_shop->newId()), sale.receipt,
                                  {{line, quantity, u"changed mind"_s, Disposition::Restock}}, {}, {}});
        QVERIFY2(done, done ? "" : qPrintable(codeName(done.error().code)));
        const auto event = Journal(m_shop->ledger->database()).at(m_shop->now());
        QCOMPARE(returnFrom(*event).value(), *done);
        for (const TaxTotal &tax : done->taxes)
            addTo(taxes, tax);
        back += done->total;
        ofLine.try_emplace(line, Money::zero(back.currency())).first->second += done->total;
    }
    QCOMPARE(back, sale.total);
    for (const TaxTotal &tax : sale.taxes)
        QVERIFY(std::find(taxes.begin(), taxes.end(), tax) != taxes.end());
    for (const SaleLine &line : sale.lines)
        QCOMPARE(ofLine.at(line.line), line.gross);
}

void OfferedSalesTest::anyTicketIsTheSameEverywhereAndComesBackForWhatWasPaid_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<int>("rounding");
    QTest::newRow("tax inside, per line") << 0 << 0;
    QTest::newRow("tax inside, per document") << 0 << 1;
    QTest::newRow("tax on top, per line") << 1 << 0;
    QTest::newRow("tax on top, per document") << 1 << 1;
}

void OfferedSalesTest::anyTicketIsTheSameEverywhereAndComesBackForWhatWasPaid()
{
    QFETCH(int, mode);
    QFETCH(int, rounding);
    m_shop = std::make_unique<Shop>(7);
    m_shop->config.tax = {TaxMode(mode), TaxRounding(rounding), Rounding::HalfUp};
    m_shop->config.exemptsByCertificate = true;
    tellPromotions();
    ShopOffers offers(m_shop->replica, m_shop->ledger->database(), m_shop->config, m_shop->clock);
    test::TestTill copy;
    int discounted = 0;
    for (int n = 0; n < 60; ++n) {
        Cart cart = randomCart();
        (void)offers.grant(cart);
        const Money total = cart.taxes(m_shop->config.tax).total;
        if (total.isPositive())
            cart.tenders = {{TenderKind::Cash, total}};
        const auto sold = CompleteSale(*m_shop->ledger, m_shop->config).run(cart);
        QVERIFY2(sold, sold ? "" : qPrintable(codeName(sold.error().code)));
        QCOMPARE(sold->discounts, cart.discounts);
        discounted += sold->discounts.empty() ? 0 : 1;
        checkSums(*sold);
        const auto event = Journal(m_shop->ledger->database()).at(m_shop->now());
        QCOMPARE(saleFrom(*event).value(), *sold);
        QCOMPARE(SaleTable(m_shop->ledger->database()).byId(sold->id).value(), *sold);
        QVERIFY(replay(*event, copy.database()));
        QCOMPARE(SaleTable(copy.database()).byId(sold->id).value(), *sold);
        giveAllBack(*sold);
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY2(discounted > 30, "the promotions must be met");
}

void OfferedSalesTest::aSaleWithoutPromotionsIsWrittenAsBefore()
{
    m_shop = std::make_unique<Shop>(7);
    const Sale sale = m_shop->sell({m_shop->line(u"A"_s, Quantity::pieces(3), 200)});
    QVERIFY(sale.discounts.empty());
    QVERIFY(!saleCompleted(sale).payload.contains("discounts"));
    QCOMPARE(m_shop->ledger->database().number("SELECT count(*) FROM sale_discount"), 0);
}

QTEST_GUILESS_MAIN(OfferedSalesTest)
#include "tst_offered_sales.moc"
