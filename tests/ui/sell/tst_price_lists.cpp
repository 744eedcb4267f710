#include "core/sale/sale_table.h"
#include "tests/ui/sell/sell_window.h"

using namespace Qt::StringLiterals;

namespace evertill {

/// The shop's price lists at the real widgets, in the real window, with no network anywhere.
class PriceListWindowTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_till = std::make_unique<SellWindow>();
        m_till->counter->tell(u"bulk"_s, Entity::PriceList,
            PriceListRow{
                u"bulk"_s, R"({"id":"bulk","prices":[{"sku":"E1","from_quantity":3000,"price":129}]})"});
    }
    void theThirdPieceLowersThePriceOfAll();
    void theTicketAfterAStopCostsWhatTheCustomerWasTold();
    void cleanup() { m_till.reset(); }

private:
    [[nodiscard]] QString shown(int row) const
    {
        const auto *list = part<QListView>(*m_till->window, u"ticketLines"_s);
        return list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
    }
    [[nodiscard]] Money money(std::int64_t minor) const { return m_till->counter->money(minor); }
    [[nodiscard]] Money total() const { return m_till->amount(u"total"_s); }

    std::unique_ptr<SellWindow> m_till;
};

void PriceListWindowTest::theThirdPieceLowersThePriceOfAll()
{
    m_till->scan(m_till->milk.gtin);
    m_till->scan(m_till->bread.gtin);
    m_till->scan(m_till->milk.gtin);
    QCOMPARE(total(), money(2 * 149 + 281));
    m_till->scan(m_till->milk.gtin);
    QCOMPARE(total(), money(3 * 129 + 281));
    QCOMPARE(shown(0), u"Milk 1 l, 3 × €1.29, From 3 on, instead of €1.49, €3.87"_s);
    m_till->press(u"decrease"_s);
    QCOMPARE(total(), money(2 * 149 + 281));
    m_till->press(u"increase"_s);
    m_till->press(u"pay"_s);
    m_till->giveCash(u"10"_s);
    const Sale sale = SaleTable(m_till->counter->ledgerTables()).latest(1).front();
    QCOMPARE(sale.total, money(3 * 129 + 281));
    QCOMPARE(sale.lines[0].list->list, u"bulk"_s);
}

void PriceListWindowTest::theTicketAfterAStopCostsWhatTheCustomerWasTold()
{
    for (int i = 0; i < 3; ++i)
        m_till->scan(m_till->milk.gtin);
    QVERIFY(m_till->counter->writer.apply(
        {{{FeedChange::Drop, Entity::PriceList, u"bulk"_s, {}, {}}}, "c2", {}, false}));
    m_till->restart();
    QCOMPARE(total(), money(3 * 129));
    m_till->press(u"pay"_s);
    m_till->giveCash(u"10"_s);
    QCOMPARE(SaleTable(m_till->counter->ledgerTables()).latest(1).front().total, money(3 * 129));
}

} // namespace evertill

QTEST_MAIN(evertill::PriceListWindowTest)
#include "tst_price_lists.moc"
