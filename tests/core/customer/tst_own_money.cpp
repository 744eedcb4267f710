#include "core/audit/replay.h"
#include "core/cash/close_shift.h"
#include "core/cash/shift_report.h"
#include "core/receipt/receipt_builder.h"
#include "core/receipt/text_renderer.h"
#include "core/returns/complete_return.h"
#include "core/returns/return_event.h"
#include "core/returns/return_table.h"
#include "core/sale/sale_event.h"
#include "core/sale/sale_table.h"
#include "tests/core/shop/shop.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

/// Points and accounts through a till's books: what pays, what is earned, what a return does to both.
class OwnMoneyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aSaleEarnsWhatItsRuleSaysAndTheReceiptToo();
    void pointsAndAccountsPayAndEverythingIsReadBack();
    void refusesWhatIsNotTheCustomersOwn_data();
    void refusesWhatIsNotTheCustomersOwn();
    void unaskedACardPaysUpToTheShopsLimitInAShift();
    void theDrawerIsNotTouchedAndTheReportSaysIt();
    void aReturnGivesOwnMoneyBackFirstAndTakesItsPointsBack();
    void returnsInPartsGiveAllPointsBack();
    void whatWasPutOnAGiftCardKeepsItsPoints();
    void anotherTillsReceiptGoesBackTheSameWay();
    void cleanup() { m_shop.reset(); }

private:
    [[nodiscard]] Cart cart(std::int64_t price, std::int64_t pieces = 1)
    {
        Cart cart;
        cart.id = SaleId(m_shop->newId());
        cart.currency = m_shop->config.currency;
        cart.lines = {m_shop->line(u"A"_s, Quantity::pieces(pieces), price)};
        cart.customer = TicketCustomer{m_card, {}};
        return cart;
    }
    [[nodiscard]] Tender points(std::int64_t count, bool isHeld = true)
    {
        Tender tender{TenderKind::Points, m_shop->money(count * m_shop->config.customers.points.worth)};
        tender.points = count;
        return own(tender, isHeld);
    }
    [[nodiscard]] Tender onAccount(std::int64_t minor, bool isHeld = true)
    {
        return own({TenderKind::OnAccount, m_shop->money(minor)}, isHeld);
    }
    [[nodiscard]] Tender own(Tender tender, bool isHeld)
    {
        tender.customer = m_card;
        if (isHeld)
            tender.hold = m_shop->newId();
        return tender;
    }
    [[nodiscard]] Tender cash(std::int64_t minor) const { return {TenderKind::Cash, m_shop->money(minor)}; }
    Result<Sale> sell(Cart cart, std::vector<Tender> tenders)
    {
        cart.tenders = std::move(tenders);
        return CompleteSale(*m_shop->ledger, m_shop->config).run(cart);
    }
    Result<Return> giveBack(const ReceiptNumber &number, std::int64_t pieces, std::optional<RefundTo> to)
    {
        return CompleteReturn(*m_shop->ledger, m_shop->replica, m_shop->config)
            .run({ReturnId(m_shop->newId()), number, {{1, Quantity::pieces(pieces), u"broken"_s}}, to});
    }
    [[nodiscard]] Event lastEvent() { return Journal(m_shop->ledger->database()).at(m_shop->now()).value(); }

    std::unique_ptr<Shop> m_shop;
    const CustomerCard m_card = customerCardWith(u"EVC-400012345678K7"_s);
};

void OwnMoneyTest::init()
{
    m_shop = std::make_unique<Shop>();
    m_shop->config.customers = {true, {1, 1, {u"giftcard"_s}, 500}, {true, 2000}};
}

void OwnMoneyTest::aSaleEarnsWhatItsRuleSaysAndTheReceiptToo()
{
    const Sale sale = sell(cart(1299), {cash(2000)}).value();
    QCOMPARE(sale.customer->points, 12);
    const QString paper = renderText(ReceiptBuilder(m_shop->config, {}).saleReceipt(sale));
    QVERIFY(paper.contains(m_card.masked()));
    QVERIFY(paper.contains(QRegularExpression(u"Points earned +12\\b"_s)));
    // What points paid earns nothing.
    QCOMPARE(sell(cart(1299), {points(500), cash(799)})->customer->points, 7);
    m_shop->config.customers.points = {};
    QCOMPARE(sell(cart(1299), {cash(1299)})->customer->points, 0);
}

void OwnMoneyTest::pointsAndAccountsPayAndEverythingIsReadBack()
{
    const Sale sale = sell(cart(5000), {points(1200), onAccount(3000), cash(1000)}).value();
    QCOMPARE(sale.change, m_shop->money(200));
    QCOMPARE(saleFrom(lastEvent()).value(), sale);
    QCOMPARE(SaleTable(m_shop->ledger->database()).find(sale.receipt).value(), sale);
    Shop other(7);
    QVERIFY(replay(lastEvent(), other.ledger->database()));
    QCOMPARE(SaleTable(other.ledger->database()).find(sale.receipt)->tenders, sale.tenders);
    QCOMPARE(sell(cart(1000), {points(1001)}).error().code, Code::OverTendered);
    QCOMPARE(sell(cart(1000), {onAccount(1001)}).error().code, Code::OverTendered);
}

void OwnMoneyTest::refusesWhatIsNotTheCustomersOwn_data()
{
    QTest::addColumn<int>("wrong");
    QTest::addColumn<bool>("isAccount");
    QTest::newRow("nobody's ticket") << 0 << false;
    QTest::newRow("another's points") << 1 << false;
    QTest::newRow("another's account") << 1 << true;
    QTest::newRow("points that do not make the amount") << 2 << false;
    QTest::newRow("no points") << 3 << false;
    QTest::newRow("one hold twice") << 4 << false;
    QTest::newRow("the shop takes no points") << 5 << false;
    QTest::newRow("the shop keeps no accounts") << 5 << true;
}

void OwnMoneyTest::refusesWhatIsNotTheCustomersOwn()
{
    QFETCH(int, wrong);
    QFETCH(bool, isAccount);
    Cart one = cart(1000);
    Tender tender = isAccount ? onAccount(500) : points(500);
    Tender second = isAccount ? onAccount(500) : points(500);
    if (wrong == 0)
        one.customer.reset();
    if (wrong == 1)
        tender.customer = customerCardWith(u"EVC-other"_s);
    if (wrong == 2)
        tender.points = 499;
    if (wrong == 3)
        tender.points = 0;
    if (wrong == 4)
        second.hold = tender.hold;
    if (wrong == 5)
        m_shop->config.customers = {true, {}, {}};
    const Position before = m_shop->now();
    QCOMPARE(sell(one, {tender, second}).error().code, isAccount ? Code::NoCredit : Code::NoPoints);
    QCOMPARE(m_shop->now(), before);
}

void OwnMoneyTest::unaskedACardPaysUpToTheShopsLimitInAShift()
{
    QVERIFY(sell(cart(300), {points(300, false)}));
    QCOMPARE(sell(cart(201), {points(201, false)}).error(),
        (Refusal{Code::PointsOffline, {{u"card"_s, m_card.lastFour}, {u"left"_s, 200LL}}}));
    QVERIFY(!sell(cart(240), {points(120, false), points(120, false)}));
    // An account has a limit of its own, and what the OMS keeps has none here.
    QVERIFY(sell(cart(2000), {onAccount(2000, false)}));
    QCOMPARE(sell(cart(1), {onAccount(1, false)}).error().code, Code::CreditOffline);
    QVERIFY(sell(cart(9000), {points(9000)}));
    QVERIFY(sell(cart(200), {points(200, false)}));
    m_shop->config.customers.points.offlineLimit = 0;
    QVERIFY(!sell(cart(1), {points(1, false)}));
}

void OwnMoneyTest::theDrawerIsNotTouchedAndTheReportSaysIt()
{
    QVERIFY(sell(cart(5000), {points(1000), onAccount(3000), cash(1000)}));
    const auto report = CloseShift(*m_shop->ledger).run(m_shop->money(11'000)).value();
    QVERIFY(report.overShort().isZero());
    QCOMPARE(report.takings.net.points, m_shop->money(1000));
    QCOMPARE(report.takings.net.onAccount, m_shop->money(3000));
    const QString paper = renderText(ReceiptBuilder(m_shop->config, {}).shiftReport(report));
    QVERIFY(paper.contains(u"On account"_s) && paper.contains(u"Points"_s));
    bool isTold = false;
    Journal(m_shop->ledger->database()).each({}, [&](const Event &event) {
        isTold = isTold
            || (event.kind == "shift.closed" && event.payload.contains("\"points_total\":1000")
                && event.payload.contains("\"account_total\":3000"));
        return true;
    });
    QVERIFY(isTold);
}

void OwnMoneyTest::aReturnGivesOwnMoneyBackFirstAndTakesItsPointsBack()
{
    const Sale sale = sell(cart(1000, 4), {points(500), onAccount(1000), cash(2500)}).value();
    QCOMPARE(sale.customer->points, 35);
    // Whatever the cashier chose: the points first, then the account.
    const Return first = giveBack(sale.receipt, 1, RefundTo(TenderKind::Cash)).value();
    QCOMPARE(first.tenders.size(), std::size_t(2));
    const TenderSums given = sumsOf(first.tenders, m_shop->config.currency);
    QCOMPARE(given.points, m_shop->money(500));
    QCOMPARE(given.onAccount, m_shop->money(500));
    QCOMPARE(first.customer->points, 8);
    QCOMPARE(first.customer->card, m_card);
    QCOMPARE(returnFrom(lastEvent()).value(), first);
    QCOMPARE(ReturnTable(m_shop->ledger->database()).byId(first.id).value(), first);
    QVERIFY(
        renderText(ReceiptBuilder(m_shop->config, {}).returnReceipt(first)).contains(u"Points taken back"_s));
    const Return rest = giveBack(sale.receipt, 3, {}).value();
    const TenderSums left = sumsOf(rest.tenders, m_shop->config.currency);
    QCOMPARE(left.onAccount, m_shop->money(500));
    QCOMPARE(left.cash, m_shop->money(2500));
    QCOMPARE(first.customer->points + rest.customer->points, 35);
    QCOMPARE(giveBack(sale.receipt, 1, RefundTo(TenderKind::Points)).error().code, Code::BadInput);
}

void OwnMoneyTest::returnsInPartsGiveAllPointsBack()
{
    m_shop->config.customers.points.worth = 7;
    const Sale sale = sell(cart(100, 7), {points(100)}).value();
    std::int64_t given = 0;
    Money rounding = m_shop->money(0);
    for (int piece = 0; piece < 7; ++piece) {
        const Return back = giveBack(sale.receipt, 1, {}).value();
        for (const Tender &tender : back.tenders)
            given += tender.points;
        rounding += back.rounding;
    }
    QCOMPARE(given, 100);
    QVERIFY(rounding.isZero());
}

void OwnMoneyTest::whatWasPutOnAGiftCardKeepsItsPoints()
{
    m_shop->config.giftCards = {true, 0};
    Cart mixed = cart(1000);
    mixed.lines.push_back(
        CartLine::giftCardLoad(giftCardWith(u"EVG-7000100001UD"_s), m_shop->money(2000), u"Gift card"_s));
    const Sale sale = sell(mixed, {cash(2900), points(100)}).value();
    QCOMPARE(sale.customer->points, 29);
    // A third of the money: 9.67 points.
    QCOMPARE(giveBack(sale.receipt, 1, {})->customer->points, 9);
}

void OwnMoneyTest::anotherTillsReceiptGoesBackTheSameWay()
{
    ReceiptRow row = Shop::rowOf(sell(cart(1000), {cash(1000)}).value());
    row.receipt = u"BER1T9-1-1"_s;
    row.sale = m_shop->newId();
    row.till = u"BER1T9"_s;
    row.tenders = {{u"points"_s, 400, {}, {}, m_card.reference, m_card.lastFour, 400},
        {u"on_account"_s, 600, {}, {}, m_card.reference, m_card.lastFour}};
    row.customer = SaleCustomer{m_card, m_shop->newId(), 6};
    m_shop->tell(row);
    const Return back = giveBack(*ReceiptNumber::parse(row.receipt), 1, {}).value();
    QCOMPARE(back.customer, row.customer);
    QCOMPARE(back.tenders.size(), std::size_t(2));
    for (const Tender &tender : back.tenders)
        QCOMPARE(tender.customer, m_card);
    QCOMPARE(sumsOf(back.tenders, m_shop->config.currency).points, m_shop->money(400));
    QCOMPARE(sumsOf(back.tenders, m_shop->config.currency).onAccount, m_shop->money(600));
}

QTEST_GUILESS_MAIN(OwnMoneyTest)
#include "tst_own_money.moc"
