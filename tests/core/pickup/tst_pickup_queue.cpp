#include "core/pickup/hand_over.h"
#include "core/pickup/mark_ready.h"
#include "core/pickup/pickup_queue.h"
#include "core/pickup/reject_item.h"
#include "core/pickup/reject_order.h"
#include "core/pickup/start_picking.h"
#include "tests/core/pickup/kims_order.h"
#include "tests/core/shop/shop.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

class PickupQueueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shop = std::make_unique<Shop>(); }
    void anOrderIsFoundByWhatTheShopperHas_data();
    void anOrderIsFoundByWhatTheShopperHas();
    void ofTwoOrdersWithOneCodeTheOpenOneIsMeant();
    void theSoonestPromisedComesFirst();
    void anOrderIsLateUntilItIsReady();
    void lateOrdersAreFoundAmongThoseThatAreNotReady();
    void anUnknownOrderIsRefused();
    void theTailIsLaidOverWhateverTheRowCounts();

private:
    [[nodiscard]] PickupQueue queue() { return {m_shop->replica, m_shop->ledger->database()}; }
    template <typename UseCase> [[nodiscard]] UseCase useCase()
    {
        return UseCase(*m_shop->ledger, m_shop->replica);
    }
    [[nodiscard]] Result<PickupOrder> step(PickupStepKind kind);

    std::unique_ptr<Shop> m_shop;
};

Result<PickupOrder> PickupQueueTest::step(PickupStepKind kind)
{
    switch (kind) {
    case PickupStepKind::Picking:
        return useCase<StartPicking>().run(kOrder);
    case PickupStepKind::ItemRejected:
        return useCase<RejectItem>().run(kOrder, 1, Quantity::pieces(1), u"chipped"_s);
    case PickupStepKind::Ready:
        return useCase<MarkReady>().run(kOrder);
    case PickupStepKind::HandedOver:
        return useCase<HandOver>().run(kOrder, {ProofKind::Code, u"7KQ4"_s});
    case PickupStepKind::Rejected:
        return useCase<RejectOrder>().run(kOrder, u"no staff"_s);
    }
    return refuse(Code::BadInput);
}

void PickupQueueTest::anOrderIsFoundByWhatTheShopperHas_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("the order's id") << kOrder;
    QTest::newRow("its number") << u"W-1001"_s;
    QTest::newRow("its number in small letters, with a space behind") << u"w-1001 "_s;
    QTest::newRow("the pickup code") << u"7KQ4"_s;
    QTest::newRow("the pickup code in small letters") << u"7kq4"_s;
}

void PickupQueueTest::anOrderIsFoundByWhatTheShopperHas()
{
    QFETCH(QString, text);
    m_shop->tell(kimsOrder());
    const auto found = queue().find(text);
    QVERIFY(found);
    QCOMPARE(found->order, kOrder);
    QCOMPARE(found->customer, u"Kim Berger"_s);
    QCOMPARE(found->total.minor(), 1427);
}

void PickupQueueTest::ofTwoOrdersWithOneCodeTheOpenOneIsMeant()
{
    OrderRow old = kimsOrder(OrderState::HandedOver);
    old.order = *Uuid::fromText("019a7000-0000-7000-8000-000000000001");
    old.number = u"W-0007"_s;
    m_shop->tell(old);
    m_shop->tell(kimsOrder(OrderState::Ready));
    QCOMPARE(queue().find(u"7KQ4"_s)->number, u"W-1001"_s);
    QVERIFY(step(PickupStepKind::HandedOver));
    QVERIFY(queue().find(u"7KQ4"_s));
}

void PickupQueueTest::theSoonestPromisedComesFirst()
{
    m_shop->tell(kimsOrder());
    OrderRow sooner = kimsOrder();
    sooner.order = *Uuid::fromText("019a7000-0000-7000-8000-0000000000bb");
    sooner.number = u"W-1002"_s;
    sooner.promisedAt.us -= 1;
    m_shop->tell(sooner);
    QVERIFY(step(PickupStepKind::Picking));
    const auto orders = queue().orders();
    QCOMPARE(orders.size(), std::size_t(2));
    QCOMPARE(orders[0].number, u"W-1002"_s);
    QVERIFY(orders[0].state == PickupState::New);
    QVERIFY(orders[1].state == PickupState::Picking);
}

/// Four steps, and every prefix of them that the OMS's row may count, told by the row or by the page: the
/// order is always as it stands.
void PickupQueueTest::theTailIsLaidOverWhateverTheRowCounts()
{
    m_shop->tell(kimsOrder());
    std::vector<Position> places{{}, m_shop->now()};
    std::vector<OrderRow> counted{kimsOrder(), kimsOrder()};
    const auto note = [&](const OrderRow &row) {
        places.push_back(m_shop->now());
        counted.push_back(row);
    };
    QVERIFY(step(PickupStepKind::Picking));
    note(kimsOrder(OrderState::Picking));
    QVERIFY(step(PickupStepKind::ItemRejected));
    note(kimsOrder(OrderState::Picking, Quantity::pieces(1)));
    QVERIFY(step(PickupStepKind::Ready));
    note(kimsOrder(OrderState::Ready, Quantity::pieces(1)));
    m_shop->sell({m_shop->line(u"PEN"_s, Quantity::pieces(1), 100)});
    note(kimsOrder(OrderState::Ready, Quantity::pieces(1)));
    QVERIFY(step(PickupStepKind::HandedOver));
    note(kimsOrder(OrderState::HandedOver, Quantity::pieces(1)));
    for (std::size_t through = 0; through < places.size(); ++through) {
        for (std::size_t included = 0; included < places.size(); ++included) {
            m_shop->tell(counted[std::max(through, included)], places[through], places[included]);
            const auto order = queue().byId(kOrder);
            QVERIFY(order);
            QVERIFY(order->state == PickupState::HandedOver);
            QVERIFY(order->lines[0].rejected == Quantity::pieces(1));
            QVERIFY(queue().orders().front() == *order);
        }
    }
}

void PickupQueueTest::anOrderIsLateUntilItIsReady()
{
    const OrderRow order = kimsOrder();
    m_shop->tell(order);
    QVERIFY(queue().late(order.promisedAt).empty());
    const Instant after = order.promisedAt + std::chrono::microseconds(1);
    QCOMPARE(queue().late(after).size(), std::size_t(1));
    QVERIFY(step(PickupStepKind::Picking));
    QCOMPARE(queue().late(after).front().state, PickupState::Picking);
    QVERIFY(step(PickupStepKind::Ready));
    QVERIFY(queue().late(after).empty());
    m_shop->tell(kimsOrder(OrderState::Ready), m_shop->now());
    QVERIFY(queue().late(after).empty());
}

void PickupQueueTest::lateOrdersAreFoundAmongThoseThatAreNotReady()
{
    auto plan = m_shop->replica.database().statement(
        "EXPLAIN QUERY PLAN SELECT number FROM pickup_order WHERE state<2 AND promised_at<? "
        "ORDER BY promised_at,id LIMIT 1");
    QVERIFY(plan.next());
    QVERIFY2(plan.text(3).contains(u"pickup_order_unready"_s), qPrintable(plan.text(3)));
    QVERIFY(!plan.next());
}

void PickupQueueTest::anUnknownOrderIsRefused()
{
    QCOMPARE(queue().find(u"W-9"_s).error().code, Code::UnknownOrder);
    QCOMPARE(queue().find({}).error().code, Code::UnknownOrder);
    QCOMPARE(queue().byId(u"W-1001"_s).error().code, Code::UnknownOrder);
}

QTEST_GUILESS_MAIN(PickupQueueTest)
#include "tst_pickup_queue.moc"
