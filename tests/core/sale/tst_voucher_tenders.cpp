#include "core/cash/close_shift.h"
#include "core/payment/voucher.h"
#include "core/sale/sale_event.h"
#include "core/sale/sale_table.h"
#include "tests/core/support/test_till.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

/// A paper voucher of somebody else pays a sale: once, without change, and beside the drawer.
class VoucherTendersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aVoucherPaysAndWhatItLosesIsWrittenDown();
    void oneNumberPaysOnce();
    void refusesWhereTheShopTakesNone();
    void anOpenTicketKeepsIt();
    void theDrawerIsNotTouchedAndTheReportSaysIt();
    void cleanup() { m_till.reset(); }

private:
    [[nodiscard]] Tender voucher(const QString &number, std::int64_t face, std::int64_t due) const
    {
        return voucherTender(number, m_till->money(face), m_till->money(due)).value();
    }
    std::unique_ptr<test::TestTill> m_till;
};

void VoucherTendersTest::init()
{
    m_till = std::make_unique<test::TestTill>();
    m_till->config.vouchers.areTaken = true;
    m_till->openShift();
}

void VoucherTendersTest::aVoucherPaysAndWhatItLosesIsWrittenDown()
{
    const Sale sale =
        m_till->complete(m_till->cartOf(1230, {m_till->cash(200), voucher(u"MALL-1"_s, 1500, 1030)})).value();
    QVERIFY(sale.change.isZero());
    const auto event = Journal(m_till->database()).at(m_till->ledger->head().position);
    QVERIFY(event->payload.contains(R"({"amount":1030,"face":1500,"kind":"voucher","voucher":"MALL-1"})"));
    QCOMPARE(saleFrom(*event).value(), sale);
    QCOMPARE(SaleTable(m_till->database()).find(sale.receipt).value(), sale);
}

void VoucherTendersTest::oneNumberPaysOnce()
{
    const Sale first = m_till->complete(m_till->cartOf(500, {voucher(u"A7"_s, 500, 500)})).value();
    const auto events = m_till->events();
    QCOMPARE(m_till->complete(m_till->cartOf(500, {voucher(u"a 7"_s, 500, 500)})).error(),
        (Refusal{Code::VoucherUsed, {{u"voucher"_s, u"A7"_s}, {u"receipt"_s, first.receipt.text()}}}));
    const Cart twice = m_till->cartOf(1000, {voucher(u"A8"_s, 500, 1000), voucher(u"A8"_s, 500, 500)});
    QCOMPARE(m_till->complete(twice).error().code, Code::VoucherUsed);
    QCOMPARE(m_till->events(), events);
    QVERIFY(m_till->complete(m_till->cartOf(500, {voucher(u"A8"_s, 500, 500)})));
}

void VoucherTendersTest::refusesWhereTheShopTakesNone()
{
    m_till->config.vouchers = {};
    const auto events = m_till->events();
    QCOMPARE(
        m_till->complete(m_till->cartOf(500, {voucher(u"A7"_s, 500, 500)})).error().code, Code::NoVouchers);
    QCOMPARE(m_till->events(), events);
}

void VoucherTendersTest::anOpenTicketKeepsIt()
{
    const Cart cart = m_till->cartOf(900, {voucher(u"A7"_s, 1000, 900)});
    QCOMPARE(Cart::fromJson(cart.toJson()), cart);
}

void VoucherTendersTest::theDrawerIsNotTouchedAndTheReportSaysIt()
{
    QVERIFY(m_till->complete(m_till->cartOf(5000, {voucher(u"A7"_s, 3000, 5000), m_till->cash(2500)})));
    const auto report = CloseShift(*m_till->ledger).run(m_till->money(22'000)).value();
    QCOMPARE(report.expected, m_till->money(22'000));
    QCOMPARE(report.takings.net.voucher, m_till->money(3000));
    QCOMPARE(report.takings.net.cash, m_till->money(2000));
    QCOMPARE(report.takings.net.total(), m_till->money(5000));
    bool isTold = false;
    Journal(m_till->database()).each({}, [&](const Event &event) {
        isTold = isTold || (event.kind == "shift.closed" && event.payload.contains("\"voucher_total\":3000"));
        return true;
    });
    QVERIFY(isTold);
}

QTEST_GUILESS_MAIN(VoucherTendersTest)
#include "tst_voucher_tenders.moc"
