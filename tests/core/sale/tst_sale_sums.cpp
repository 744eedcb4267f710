#include "core/payment/settlement.h"
#include "core/sale/sale_event.h"
#include "core/sale/sale_projection.h"
#include "core/sale/sale_table.h"
#include "tests/core/support/test_till.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

class SaleSumsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anyCartComesOutToTheCent_data();
    void anyCartComesOutToTheCent();

private:
    [[nodiscard]] Cart randomCart(test::TestTill &till);
    void checkSums(const Sale &sale);
};

Cart SaleSumsTest::randomCart(test::TestTill &till)
{
    constexpr std::int64_t kRates[] = {0, 70'000, 190'000, 88'750};
    Cart cart = till.newCart();
    for (auto left = 1 + till.random.next64() % 9; left > 0; --left) {
        CartLine line = till.goods(std::int64_t(till.random.next64() % 30'000),
            1 + std::int64_t(till.random.next64() % 5), QString::number(till.random.next64() % 4));
        line.taxRate = Percentage::partsPerMillion(kRates[till.random.next64() % 4]);
        line.taxCode = QString::number(line.taxRate.partsPerMillion());
        if (till.random.next64() % 3 == 0) {
            line.unit = u"kg"_s;
            line.quantity = Quantity::thousandths(1 + std::int64_t(till.random.next64() % 3000));
        }
        if (till.random.next64() % 4 == 0)
            line.discount = till.money(line.amount().minor() / 3);
        (void)cart.add(line).value();
    }
    const std::int64_t total = cart.taxes(till.config.tax).total.minor();
    const std::int64_t card = total > 10 && till.random.next64() % 2 ? total / 2 : 0;
    if (card > 0)
        cart.tenders.push_back(till.card(card));
    if (const Money due = cashDue(till.money(total - card)); due.isPositive())
        cart.tenders.push_back(till.cash(due.minor() + std::int64_t(till.random.next64() % 3) * 1000));
    else if (total > card)
        cart.tenders.push_back(till.cash(1000));
    return cart;
}

void SaleSumsTest::checkSums(const Sale &sale)
{
    const Money zero = Money::zero(sale.total.currency());
    Money gross = zero;
    Money given = zero;
    Money taxes = zero;
    Money lineTaxes = zero;
    for (const SaleLine &line : sale.lines) {
        QCOMPARE(line.net + line.tax, line.gross);
        gross += line.gross;
        lineTaxes += line.tax;
    }
    for (const TaxTotal &tax : sale.taxes)
        taxes += tax.tax;
    for (const Tender &tender : sale.tenders)
        given += tender.amount;
    QCOMPARE(gross, sale.total);
    QCOMPARE(taxes, lineTaxes);
    QCOMPARE(sale.total + sale.rounding, given - sale.change);
}

void SaleSumsTest::anyCartComesOutToTheCent_data()
{
    QTest::addColumn<QString>("currency");
    QTest::addColumn<int>("mode");
    QTest::addColumn<int>("rounding");
    QTest::newRow("euros, tax inside, per line") << u"EUR"_s << 0 << 0;
    QTest::newRow("francs, tax inside, per document") << u"CHF"_s << 0 << 1;
    QTest::newRow("dollars, tax on top, per line") << u"CAD"_s << 1 << 0;
    QTest::newRow("crowns, tax on top, per document") << u"SEK"_s << 1 << 1;
}

void SaleSumsTest::anyCartComesOutToTheCent()
{
    QFETCH(QString, currency);
    QFETCH(int, mode);
    QFETCH(int, rounding);
    test::TestTill till(currency);
    till.config.tax = {TaxMode(mode), TaxRounding(rounding), Rounding::HalfUp};
    till.openShift();
    test::TestTill copy(currency);
    for (int n = 1; n <= 200; ++n) {
        till.clock.advance(std::chrono::seconds(30));
        const auto sold = till.complete(randomCart(till));
        QVERIFY2(sold, sold ? "" : qPrintable(codeName(sold.error().code)));
        checkSums(*sold);
        QCOMPARE(sold->receipt.number, n);
        QCOMPARE(SaleTable(till.database()).byId(sold->id).value(), *sold);
        const auto event = Journal(till.database()).at(till.ledger->head().position);
        QCOMPARE(saleFrom(*event).value(), *sold);
        QVERIFY(replaySale(*event, copy.database()));
        QCOMPARE(SaleTable(copy.database()).byId(sold->id).value(), *sold);
    }
}

QTEST_APPLESS_MAIN(SaleSumsTest)
#include "tst_sale_sums.moc"
