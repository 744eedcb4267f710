#include "core/pickup/hand_over.h"
#include "core/pickup/reject_item.h"
#include "core/pickup/reject_order.h"
#include "core/returns/complete_return.h"
#include "core/stock/adjust_stock.h"
#include "core/stock/stock_view.h"
#include "tests/core/shop/shop.h"

#include <QTest>

#include <functional>
#include <sqlite3.h>

using namespace evertill;
using namespace Qt::StringLiterals;

namespace {

/// What an OMS would keep of one product and one order, reckoned anew from the list of everything that
/// happened: no tail, no positions.
struct Oracle {
    std::int64_t onHand = 20000;
    std::int64_t reserved = 5000;
    std::int64_t rejected = 0;
    OrderState state = OrderState::Ready;
};

/// One thing that happened on the till, and what it does to the oracle.
struct Happening {
    Position at;
    std::function<void(Oracle &)> effect;
};

Oracle oracleAt(const std::vector<Happening> &history, Position counted)
{
    Oracle oracle;
    for (const Happening &one : history) {
        if (one.at <= counted)
            one.effect(oracle);
    }
    return oracle;
}

} // namespace

class StockViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shop = std::make_unique<Shop>(); }
    void withoutTheOmsOnlyThisTillsMovementsAreKnown();
    void aSaleOfflineShowsAtOnce();
    void aLevelMayGoBelowZero();
    void anOrderClosedByTheShopperHoldsNothingBackTwice();
    void aPageThatComesInTheMidstOfALookLeavesItsMoment();
    void replicaAndTailGiveWhatHappened();

private:
    [[nodiscard]] StockLevel level(const QString &sku)
    {
        return StockView(m_shop->replica, m_shop->ledger->database()).level(sku);
    }
    [[nodiscard]] OrderRow order(const Oracle &oracle) const;
    Happening happen(std::uint64_t dice, Oracle now, std::optional<Sale> &toReturn);

    std::unique_ptr<Shop> m_shop;
    QString m_order = u"019a7000-0000-7000-8000-0000000000aa"_s;
};

OrderRow StockViewTest::order(const Oracle &oracle) const
{
    OrderRow row;
    row.order = *Uuid::fromText(m_order.toLatin1());
    row.number = u"W-1001"_s;
    row.state = oracle.state;
    row.customer = u"Kim"_s;
    row.code = u"4711"_s;
    row.currency = Shop::euro();
    row.total = 1250;
    row.lines = {{1, u"MUG"_s, u"Mug"_s, Quantity::pieces(5), Quantity::thousandths(oracle.rejected), 1250}};
    return row;
}

void StockViewTest::withoutTheOmsOnlyThisTillsMovementsAreKnown()
{
    QVERIFY(level(u"MUG"_s) == StockLevel());
    m_shop->sell({m_shop->line(u"MUG"_s, Quantity::pieces(2), 250)});
    QVERIFY(level(u"MUG"_s) == (StockLevel{Quantity::pieces(-2), {}, false}));
    QVERIFY(level(u"PEN"_s) == StockLevel());
}

void StockViewTest::aSaleOfflineShowsAtOnce()
{
    m_shop->tell(StockRow{u"MUG"_s, Quantity::pieces(20), Quantity::pieces(5)}, {}, m_shop->now());
    m_shop->sell({m_shop->line(u"MUG"_s, Quantity::pieces(2), 250)});
    const StockLevel shown = level(u"MUG"_s);
    QVERIFY(shown == (StockLevel{Quantity::pieces(18), Quantity::pieces(5), true}));
    QVERIFY(shown.available() == Quantity::pieces(13));
}

void StockViewTest::aLevelMayGoBelowZero()
{
    m_shop->tell(StockRow{u"MUG"_s, Quantity::pieces(1), {}});
    m_shop->sell({m_shop->line(u"MUG"_s, Quantity::pieces(3), 250)});
    QVERIFY(level(u"MUG"_s).onHand == Quantity::pieces(-2));
}

void StockViewTest::anOrderClosedByTheShopperHoldsNothingBackTwice()
{
    Oracle oracle;
    m_shop->tell(order(oracle));
    m_shop->tell(StockRow{u"MUG"_s, Quantity::pieces(20), Quantity::pieces(5)});
    QVERIFY(HandOver(*m_shop->ledger, m_shop->replica).run(m_order, {ProofKind::Code, u"4711"_s}));
    QVERIFY(level(u"MUG"_s) == (StockLevel{Quantity::pieces(15), {}, true}));
    // Meanwhile the shopper had cancelled, which released the five; the OMS has not seen the hand-over yet.
    oracle.state = OrderState::Cancelled;
    m_shop->tell(order(oracle));
    m_shop->tell(StockRow{u"MUG"_s, Quantity::pieces(20), {}});
    QVERIFY(level(u"MUG"_s) == (StockLevel{Quantity::pieces(15), {}, true}));
}

/// Does one of the things a till does, and tells what it must do to the books.
Happening StockViewTest::happen(std::uint64_t dice, Oracle now, std::optional<Sale> &toReturn)
{
    Ledger &ledger = *m_shop->ledger;
    const std::int64_t pieces = 1 + std::int64_t(dice / 16 % 2);
    const bool isOpen = now.state == OrderState::Ready;
    switch (dice % 16) {
    case 0:
        if (!isOpen || !HandOver(ledger, m_shop->replica).run(m_order, {ProofKind::Name, {}}))
            break;
        return {m_shop->now(),
            [](Oracle &o) { o.onHand -= o.reserved, o.reserved = 0, o.state = OrderState::HandedOver; }};
    case 1:
        if (!isOpen || !RejectOrder(ledger, m_shop->replica).run(m_order, u"no staff"_s))
            break;
        return {m_shop->now(), [](Oracle &o) { o.reserved = 0, o.state = OrderState::Rejected; }};
    case 2:
    case 3:
    case 4:
        if (!isOpen
            || !RejectItem(ledger, m_shop->replica).run(m_order, 1, Quantity::pieces(1), u"chipped"_s))
            break;
        return {m_shop->now(), [](Oracle &o) { o.reserved -= 1000, o.rejected += 1000; }};
    case 5:
    case 6:
        if (AdjustStock(ledger).run(u"MUG"_s, Quantity::pieces(-pieces), u"counted"_s))
            return {m_shop->now(), [pieces](Oracle &o) { o.onHand -= pieces * 1000; }};
        break;
    case 7:
        if (toReturn) {
            const bool fit = dice / 32 % 2;
            const ReturnRequest request{ReturnId(m_shop->newId()), toReturn->receipt,
                {{1, Quantity::pieces(1), {}, fit ? Disposition::Restock : Disposition::Damaged}}};
            if (!CompleteReturn(ledger, m_shop->replica, m_shop->config).run(request))
                break;
            toReturn.reset();
            return {m_shop->now(), [fit](Oracle &o) { o.onHand += fit ? 1000 : 0; }};
        }
        break;
    case 8:
        m_shop->sell({m_shop->line(u"PEN"_s, Quantity::pieces(1), 100)});
        return {m_shop->now(), [](Oracle &) {}};
    default:
        break;
    }
    toReturn = m_shop->sell({m_shop->line(u"MUG"_s, Quantity::pieces(pieces), 250)});
    return {m_shop->now(), [pieces](Oracle &o) { o.onHand -= pieces * 1000; }};
}

/// Random days; after each event the OMS's rows for the product and for the order count random prefixes of
/// the history, told by the row or by the page. What the view shows is always what happened.
void StockViewTest::aPageThatComesInTheMidstOfALookLeavesItsMoment()
{
    // Rejected here, cancelled by the shopper, and the page that tells of it came between stock and order:
    // what the order no longer held was still shown as reserved.
    m_shop->tell(order({}));
    m_shop->tell(StockRow{u"MUG"_s, Quantity::pieces(20), Quantity::pieces(5)});
    QVERIFY(RejectOrder(*m_shop->ledger, m_shop->replica).run(m_order, u"gone"_s));
    std::function<void()> page = [this] {
        m_shop->tell(order({.reserved = 0, .state = OrderState::Cancelled}));
        m_shop->tell(StockRow{u"MUG"_s, Quantity::pieces(20), {}});
    };
    const auto between = [](unsigned, void *work, void *, void *) {
        if (const auto once = std::exchange(*static_cast<std::function<void()> *>(work), nullptr))
            once();
        return 0;
    };
    sqlite3 *ledger = m_shop->ledger->database().handle().getHandle();
    sqlite3_trace_v2(ledger, SQLITE_TRACE_STMT, between, &page);
    const StockLevel shown = level(u"MUG"_s);
    sqlite3_trace_v2(ledger, 0, nullptr, nullptr);
    QVERIFY2(!page, "nothing came between");
    QVERIFY(shown == (StockLevel{Quantity::pieces(20), {}, true}));
    QVERIFY(level(u"MUG"_s) == shown);
}

void StockViewTest::replicaAndTailGiveWhatHappened()
{
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        m_shop = std::make_unique<Shop>(seed);
        SeededRandom &random = m_shop->random;
        std::vector<Happening> history;
        std::vector<Position> places{{}, m_shop->now()};
        std::optional<Sale> toReturn;
        m_shop->tell(order({}));
        for (int step = 0; step < 25; ++step) {
            // The pages that the OMS has sent so far include less than the rows may: no row goes back behind
            // its page.
            const Position included = places[random.next64() % places.size()];
            const auto later = [&] { return std::max(included, places[random.next64() % places.size()]); };
            const Position stockCounts = later();
            const Position orderCounts = later();
            const Oracle forStock = oracleAt(history, stockCounts);
            m_shop->tell(order(oracleAt(history, orderCounts)), orderCounts, included);
            m_shop->tell(StockRow{u"MUG"_s, Quantity::thousandths(forStock.onHand),
                             Quantity::thousandths(forStock.reserved)},
                stockCounts, included);
            const Oracle truth = oracleAt(history, m_shop->now());
            const StockLevel shown = level(u"MUG"_s);
            const QString where = u"seed %1, step %2: the stock row counts %3, the order's %4"_s.arg(seed)
                                      .arg(step)
                                      .arg(stockCounts.seq)
                                      .arg(orderCounts.seq);
            QVERIFY2(shown.onHand.thousandths() == truth.onHand, qPrintable(where));
            QVERIFY2(shown.reserved.thousandths() == truth.reserved, qPrintable(where));
            history.push_back(happen(random.next64(), truth, toReturn));
            places.push_back(m_shop->now());
        }
    }
}

QTEST_GUILESS_MAIN(StockViewTest)
#include "tst_stock_view.moc"
