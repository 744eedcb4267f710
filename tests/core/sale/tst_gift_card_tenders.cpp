#include "core/cash/close_shift.h"
#include "core/cash/shift_report.h"
#include "core/sale/sale_event.h"
#include "core/sale/sale_table.h"
#include "tests/core/support/test_till.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

namespace {

const QString kNumber = u"EVG-700012345678K7"_s;

} // namespace

/// Money of a gift card: what the OMS kept, or what the shop lends a card that nobody could ask about.
class GiftCardTendersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatTheOmsKeptPaysAndTheNumberIsNowhere();
    void changeComesFromCashOnly();
    void unaskedOneCardPaysUpToTheShopsLimitInAShift();
    void refusesACardThatCanNotPay_data();
    void refusesACardThatCanNotPay();
    void theDrawerIsNotTouchedAndTheReportSaysIt();
    void cleanup() { m_till.reset(); }

private:
    [[nodiscard]] Tender held(std::int64_t minor) const
    {
        return {TenderKind::GiftCard, m_till->money(minor), {}, {}, giftCardWith(kNumber),
            m_till->random.uuid(m_till->clock.now())};
    }
    [[nodiscard]] Tender lent(std::int64_t minor) const
    {
        Tender tender = held(minor);
        tender.hold = {};
        return tender;
    }
    std::unique_ptr<test::TestTill> m_till;
};

void GiftCardTendersTest::init()
{
    m_till = std::make_unique<test::TestTill>();
    m_till->config.giftCards = {true, 2000};
    m_till->openShift();
}

void GiftCardTendersTest::whatTheOmsKeptPaysAndTheNumberIsNowhere()
{
    const Sale sale = m_till->complete(m_till->cartOf(5000, {held(3000), m_till->card(2000)})).value();
    const auto event = Journal(m_till->database()).at(m_till->ledger->head().position);
    QCOMPARE(saleFrom(*event).value(), sale);
    QCOMPARE(SaleTable(m_till->database()).find(sale.receipt).value(), sale);
    QVERIFY(event->payload.contains("\"last_four\":\"78K7\""));
    QVERIFY(!event->payload.contains("700012345678"));
}

void GiftCardTendersTest::changeComesFromCashOnly()
{
    QCOMPARE(m_till->complete(m_till->cartOf(1000, {held(1001)})).error().code, Code::OverTendered);
    const Sale sale = m_till->complete(m_till->cartOf(1000, {held(400), m_till->cash(1000)})).value();
    QCOMPARE(sale.change, m_till->money(400));
}

void GiftCardTendersTest::unaskedOneCardPaysUpToTheShopsLimitInAShift()
{
    QVERIFY(m_till->complete(m_till->cartOf(1500, {lent(1500)})));
    const auto refused = m_till->complete(m_till->cartOf(501, {lent(501)}));
    QCOMPARE(refused.error(), (Refusal{Code::GiftCardOffline, {{u"card"_s, u"78K7"_s}, {u"left"_s, 500LL}}}));
    // Split in two it is the same money.
    QVERIFY(!m_till->complete(m_till->cartOf(600, {lent(300), lent(300)})));
    QVERIFY(m_till->complete(m_till->cartOf(500, {lent(500)})));
    QVERIFY(m_till->complete(m_till->cartOf(9000, {held(9000)})));
    QVERIFY(CloseShift(*m_till->ledger).run(m_till->money(20'000)));
    m_till->openShift();
    QVERIFY(m_till->complete(m_till->cartOf(2000, {lent(2000)})));
}

void GiftCardTendersTest::refusesACardThatCanNotPay_data()
{
    QTest::addColumn<int>("wrong");
    QTest::newRow("the shop takes none") << 0;
    QTest::newRow("no reference") << 1;
    QTest::newRow("one hold twice") << 2;
}

void GiftCardTendersTest::refusesACardThatCanNotPay()
{
    QFETCH(int, wrong);
    Tender tender = held(500);
    Cart cart = m_till->cartOf(1000, {tender, tender});
    if (wrong != 2)
        cart.tenders[1].hold = m_till->random.uuid(m_till->clock.now());
    if (wrong == 0)
        m_till->config.giftCards = {};
    if (wrong == 1)
        cart.tenders[1].giftCard.reference = u"EVG-7"_s;
    const auto events = m_till->events();
    QCOMPARE(m_till->complete(cart).error().code, Code::UnknownGiftCard);
    QCOMPARE(m_till->events(), events);
}

void GiftCardTendersTest::theDrawerIsNotTouchedAndTheReportSaysIt()
{
    QVERIFY(m_till->complete(m_till->cartOf(5000, {held(3000), m_till->cash(2000)})));
    const auto report = CloseShift(*m_till->ledger).run(m_till->money(22'000)).value();
    QCOMPARE(report.expected, m_till->money(22'000));
    const TenderSums &net = report.takings.net;
    QCOMPARE(net.cash, m_till->money(2000));
    QCOMPARE(net.giftCard, m_till->money(3000));
    QCOMPARE(net.total(), m_till->money(5000));
    QVERIFY(report.overShort().isZero());
    bool isTold = false;
    Journal(m_till->database()).each({}, [&](const Event &event) {
        isTold =
            isTold || (event.kind == "shift.closed" && event.payload.contains("\"giftcard_total\":3000"));
        return true;
    });
    QVERIFY(isTold);
}

QTEST_GUILESS_MAIN(GiftCardTendersTest)
#include "tst_gift_card_tenders.moc"
