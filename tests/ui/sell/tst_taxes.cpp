#include "core/sale/sale_table.h"
#include "tests/ui/sell/sell_window.h"

using namespace Qt::StringLiterals;

namespace evertill {

/// Goods that bear several taxes, at the real widgets in the real window.
class TaxesWindowTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_till = std::make_unique<SellWindow>();
        m_till->counter->config.tax.mode = TaxMode::Exclusive;
        m_till->restart();
    }
    void theTicketAddsEveryTaxOfTheGoods();
    void theRateThatHoldsTodayCounts();
    void cleanup() { m_till.reset(); }

private:
    void tax(const std::vector<TaxPart> &parts)
    {
        m_till->counter->tell(u"A"_s, Entity::Tax, TaxRow{u"A"_s, u"Bags"_s, {}, parts});
    }
    void pay()
    {
        m_till->press(u"pay"_s);
        m_till->giveCash(u"10"_s);
    }
    [[nodiscard]] Money money(std::int64_t minor) const { return m_till->counter->money(minor); }

    std::unique_ptr<SellWindow> m_till;
};

void TaxesWindowTest::theTicketAddsEveryTaxOfTheGoods()
{
    tax({{u"levy"_s, {}, 10'000}, {u"GST"_s, Percentage::partsPerMillion(50'000)},
        {u"QST"_s, Percentage::partsPerMillion(100'000), 0, true}});
    m_till->scan(m_till->milk.gtin);
    m_till->scan(m_till->milk.gtin);
    // 2.98; 0.20, 0.15, and 0.33 on 3.33
    QCOMPARE(m_till->amount(u"tax"_s), money(20 + 15 + 33));
    QCOMPARE(m_till->amount(u"total"_s), money(298 + 68));
    m_till->restart();
    QCOMPARE(m_till->amount(u"total"_s), money(298 + 68));
    pay();
    const Sale sale = SaleTable(m_till->counter->ledgerTables()).latest(1).front();
    QCOMPARE(sale.total, money(366));
    QCOMPARE(sale.taxes.size(), std::size_t(3));
}

void TaxesWindowTest::theRateThatHoldsTodayCounts()
{
    const QDate today = m_till->counter->clock.localDate(m_till->counter->clock.now());
    tax({{u"old"_s, Percentage::partsPerMillion(500'000), 0, false, {}, today.addDays(-1)},
        {u"new"_s, Percentage::partsPerMillion(100'000), 0, false, today}});
    m_till->scan(m_till->milk.gtin);
    QCOMPARE(m_till->amount(u"tax"_s), money(15));
    pay();
    const Sale sale = SaleTable(m_till->counter->ledgerTables()).latest(1).front();
    QCOMPARE(sale.lines.front().taxCode, u"new"_s);
    QVERIFY(sale.lines.front().parts.empty());
}

} // namespace evertill

QTEST_MAIN(evertill::TaxesWindowTest)
#include "tst_taxes.moc"
