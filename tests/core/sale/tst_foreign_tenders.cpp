#include "core/cash/close_shift.h"
#include "core/payment/foreign_cash.h"
#include "core/sale/sale_event.h"
#include "core/sale/sale_table.h"
#include "tests/core/support/test_till.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

/// Foreign notes pay a sale: kept with their rate, apart from the home cash, with home cash as change.
class ForeignTendersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void notesAreKeptWithTheirRateAndChangeIsHomeCash();
    void refusesWhatTheShopDoesNotTake();
    void anOpenTicketKeepsThem();
    void theReportTellsThemApartFromTheDrawer();
    void cleanup() { m_till.reset(); }

private:
    [[nodiscard]] Tender dollars(std::int64_t minor) const
    {
        return foreignTender(Money::minor(minor, m_dollars.currency), m_dollars, m_till->config.currency)
            .value();
    }
    const ForeignCurrency m_dollars{
        Currency::fromCode(u"USD").value(), ExchangeRate::parse(u"0.92").value(), 100};
    std::unique_ptr<test::TestTill> m_till;
};

void ForeignTendersTest::init()
{
    m_till = std::make_unique<test::TestTill>();
    m_till->config.foreignCash = {m_dollars};
    m_till->openShift();
}

void ForeignTendersTest::notesAreKeptWithTheirRateAndChangeIsHomeCash()
{
    const Sale sale = m_till->complete(m_till->cartOf(1500, {dollars(2000)})).value();
    QCOMPARE(sale.change, m_till->money(340));
    const auto event = Journal(m_till->database()).at(m_till->ledger->head().position);
    QVERIFY(event->payload.contains(
        R"({"amount":1840,"currency":"USD","foreign":2000,"kind":"foreign_cash","rate":"0.9200"})"));
    QCOMPARE(saleFrom(*event).value(), sale);
    QCOMPARE(SaleTable(m_till->database()).find(sale.receipt).value(), sale);
}

void ForeignTendersTest::refusesWhatTheShopDoesNotTake()
{
    const Cart cart = m_till->cartOf(1500, {dollars(2000)});
    m_till->config.foreignCash.clear();
    const auto events = m_till->events();
    QCOMPARE(m_till->complete(cart).error().code, Code::NoForeignCash);
    m_till->config.foreignCash = {m_dollars};
    Cart wrong = cart;
    wrong.tenders.front().amount = m_till->money(1841);
    QCOMPARE(m_till->complete(wrong).error().code, Code::BadInput);
    QCOMPARE(m_till->events(), events);
}

void ForeignTendersTest::anOpenTicketKeepsThem()
{
    const Cart cart = m_till->cartOf(9900, {dollars(2000)});
    QCOMPARE(Cart::fromJson(cart.toJson()), cart);
}

void ForeignTendersTest::theReportTellsThemApartFromTheDrawer()
{
    QVERIFY(m_till->complete(m_till->cartOf(1500, {dollars(2000)})));
    QVERIFY(m_till->complete(m_till->cartOf(5000, {dollars(2000), m_till->cash(3160)})));
    // 3.40 of change left the drawer, 31.60 came in.
    const auto report = CloseShift(*m_till->ledger).run(m_till->money(22'820)).value();
    QCOMPARE(report.expected, m_till->money(22'820));
    QCOMPARE(report.takings.net.foreign, m_till->money(3680));
    QCOMPARE(report.takings.foreign, (std::vector<Money>{Money::minor(4000, m_dollars.currency)}));
    QCOMPARE(report.takings.net.total(), m_till->money(6500));
    bool isTold = false;
    Journal(m_till->database()).each({}, [&](const Event &event) {
        isTold = isTold
            || (event.kind == "shift.closed"
                && event.payload.contains(
                    R"("foreign_cash":[{"amount":4000,"currency":"USD"}],"foreign_cash_total":3680)"));
        return true;
    });
    QVERIFY(isTold);
}

QTEST_GUILESS_MAIN(ForeignTendersTest)
#include "tst_foreign_tenders.moc"
