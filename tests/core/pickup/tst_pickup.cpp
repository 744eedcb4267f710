#include "core/pickup/hand_over.h"
#include "core/pickup/mark_ready.h"
#include "core/pickup/pickup_queue.h"
#include "core/pickup/reject_item.h"
#include "core/pickup/reject_order.h"
#include "core/pickup/start_picking.h"
#include "tests/core/shop/shop.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

namespace {

const QString kOrder = u"019a7000-0000-7000-8000-0000000000aa"_s;

/// Three mugs and a piece of cheese for Kim.
OrderRow kimsOrder(OrderState state = OrderState::New, Quantity rejectedMugs = {})
{
    OrderRow row;
    row.order = *Uuid::fromText(kOrder.toLatin1());
    row.number = u"W-1001"_s;
    row.state = state;
    row.placedAt = {1'795'262'400'000'000};
    row.promisedAt = {1'795'266'000'000'000};
    row.customer = u"Kim Berger"_s;
    row.code = u"7KQ4"_s;
    row.currency = Shop::euro();
    row.total = 1427;
    row.lines = {{1, u"MUG"_s, u"Mug"_s, Quantity::pieces(3), rejectedMugs, 750},
        {2, u"CHEESE"_s, u"Cheese"_s, Quantity::thousandths(340), {}, 677}};
    return row;
}

} // namespace

class PickupTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shop = std::make_unique<Shop>(); }
    void anOrderGoesFromTheShelvesToTheShopper();
    void anOrderIsFoundByWhatTheShopperHas_data();
    void anOrderIsFoundByWhatTheShopperHas();
    void ofTwoOrdersWithOneCodeTheOpenOneIsMeant();
    void theSoonestPromisedComesFirst();
    void anUnknownOrderIsRefused();
    void aStepThatTheStateForbidsIsRefused_data();
    void aStepThatTheStateForbidsIsRefused();
    void aWrongCodeIsRefused_data();
    void aWrongCodeIsRefused();
    void aNameWillDoWithoutACode();
    void anOrderWithoutACodeIsNotGivenToWhoHasNone();
    void handingOverTwiceIsRefused();
    void aRejectedItemDoesNotGoOut();
    void anItemThatIsNotThereCannotBeRejected_data();
    void anItemThatIsNotThereCannotBeRejected();
    void anOrderWithNothingLeftIsNeverReady();
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

Result<PickupOrder> PickupTest::step(PickupStepKind kind)
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

void PickupTest::anOrderGoesFromTheShelvesToTheShopper()
{
    m_shop->tell(kimsOrder());
    QVERIFY(queue().byId(kOrder)->state == PickupState::New);
    QVERIFY(step(PickupStepKind::Picking)->state == PickupState::Picking);
    QVERIFY(queue().byId(kOrder)->state == PickupState::Picking);
    QVERIFY(step(PickupStepKind::Ready)->state == PickupState::Ready);
    const auto handed = step(PickupStepKind::HandedOver);
    QVERIFY(handed->state == PickupState::HandedOver);
    QVERIFY(*queue().byId(kOrder) == *handed);
    const auto event = Journal(m_shop->ledger->database()).at(m_shop->now());
    QCOMPARE(event->kind, "pickup.handed_over");
    QCOMPARE(event->subject, kOrder.toLatin1());
    QCOMPARE(pickupStepFrom(*event)->lines.size(), std::size_t(2));
    Database &ledger = m_shop->ledger->database();
    QCOMPARE(ledger.number("SELECT quantity FROM stock_movement WHERE sku='MUG'"), -3000);
    QCOMPARE(ledger.number("SELECT quantity FROM stock_movement WHERE sku='CHEESE'"), -340);
}

void PickupTest::anOrderIsFoundByWhatTheShopperHas_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("the order's id") << kOrder;
    QTest::newRow("its number") << u"W-1001"_s;
    QTest::newRow("its number in small letters, with a space behind") << u"w-1001 "_s;
    QTest::newRow("the pickup code") << u"7KQ4"_s;
    QTest::newRow("the pickup code in small letters") << u"7kq4"_s;
}

void PickupTest::anOrderIsFoundByWhatTheShopperHas()
{
    QFETCH(QString, text);
    m_shop->tell(kimsOrder());
    const auto found = queue().find(text);
    QVERIFY(found);
    QCOMPARE(found->order, kOrder);
    QCOMPARE(found->customer, u"Kim Berger"_s);
    QCOMPARE(found->total.minor(), 1427);
}

void PickupTest::ofTwoOrdersWithOneCodeTheOpenOneIsMeant()
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

void PickupTest::theSoonestPromisedComesFirst()
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

void PickupTest::anUnknownOrderIsRefused()
{
    QCOMPARE(queue().find(u"W-9"_s).error().code, Code::UnknownOrder);
    QCOMPARE(queue().find({}).error().code, Code::UnknownOrder);
    const Position before = m_shop->now();
    QCOMPARE(step(PickupStepKind::Picking).error().code, Code::UnknownOrder);
    QVERIFY(m_shop->now() == before);
}

void PickupTest::aStepThatTheStateForbidsIsRefused_data()
{
    using State = OrderState;
    using Kind = PickupStepKind;
    QTest::addColumn<OrderState>("state");
    QTest::addColumn<PickupStepKind>("kind");
    QTest::newRow("picking what is picked already") << State::Picking << Kind::Picking;
    QTest::newRow("picking what is ready") << State::Ready << Kind::Picking;
    QTest::newRow("ready again") << State::Ready << Kind::Ready;
    QTest::newRow("handing over what is new") << State::New << Kind::HandedOver;
    QTest::newRow("handing over what is still picked") << State::Picking << Kind::HandedOver;
    QTest::newRow("handing over what the shopper cancelled") << State::Cancelled << Kind::HandedOver;
    QTest::newRow("handing over what another till handed over") << State::HandedOver << Kind::HandedOver;
    QTest::newRow("rejecting an item of a closed order") << State::HandedOver << Kind::ItemRejected;
    QTest::newRow("rejecting what was rejected") << State::Rejected << Kind::Rejected;
    QTest::newRow("rejecting what was cancelled") << State::Cancelled << Kind::Rejected;
}

void PickupTest::aStepThatTheStateForbidsIsRefused()
{
    QFETCH(OrderState, state);
    QFETCH(PickupStepKind, kind);
    m_shop->tell(kimsOrder(state));
    const Position before = m_shop->now();
    const auto refused = step(kind);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Code::WrongState);
    QCOMPARE(refused.error().facts.value(u"order"_s).toString(), u"W-1001"_s);
    QCOMPARE(
        refused.error().facts.value(u"state"_s).toString(), pickupStateName(queue().byId(kOrder)->state));
    QVERIFY(m_shop->now() == before);
}

void PickupTest::aWrongCodeIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fits");
    QTest::newRow("another code") << u"7KQ5"_s << false;
    QTest::newRow("half of it") << u"7K"_s << false;
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("the order's number") << u"W-1001"_s << false;
    QTest::newRow("the code") << u"7KQ4"_s << true;
    QTest::newRow("the code, typed in small letters") << u" 7kq4"_s << true;
}

void PickupTest::aWrongCodeIsRefused()
{
    QFETCH(QString, text);
    QFETCH(bool, fits);
    m_shop->tell(kimsOrder(OrderState::Ready));
    const auto handed = useCase<HandOver>().run(kOrder, {ProofKind::Code, text});
    QCOMPARE(handed.has_value(), fits);
    if (!fits)
        QCOMPARE(handed.error().code, Code::WrongCode);
    QVERIFY(queue().byId(kOrder)->state == (fits ? PickupState::HandedOver : PickupState::Ready));
}

void PickupTest::aNameWillDoWithoutACode()
{
    m_shop->tell(kimsOrder(OrderState::Ready));
    QVERIFY(useCase<HandOver>().run(kOrder, {ProofKind::Name, u"Kim Berger"_s}));
    const auto event = Journal(m_shop->ledger->database()).at(m_shop->now());
    QVERIFY(event->payload.contains("\"proof\":\"name\""));
    QVERIFY2(!event->payload.contains("Kim"), "a person's name has no place in the journal");
}

void PickupTest::anOrderWithoutACodeIsNotGivenToWhoHasNone()
{
    OrderRow row = kimsOrder(OrderState::Ready);
    row.code.clear();
    m_shop->tell(row);
    QCOMPARE(queue().find({}).error().code, Code::UnknownOrder);
    QCOMPARE(useCase<HandOver>().run(kOrder, {ProofKind::Code, {}}).error().code, Code::WrongCode);
    QVERIFY(useCase<HandOver>().run(kOrder, {ProofKind::Name, {}}));
}

void PickupTest::handingOverTwiceIsRefused()
{
    m_shop->tell(kimsOrder(OrderState::Ready));
    QVERIFY(step(PickupStepKind::HandedOver));
    const auto again = step(PickupStepKind::HandedOver);
    QCOMPARE(again.error().code, Code::WrongState);
    QCOMPARE(again.error().facts.value(u"state"_s).toString(), u"handed_over"_s);
    // Still so when the OMS has the event but its row doesn't say so yet, and when it does.
    m_shop->tell(kimsOrder(OrderState::Ready));
    QCOMPARE(step(PickupStepKind::HandedOver).error().code, Code::WrongState);
    m_shop->tell(kimsOrder(OrderState::HandedOver), m_shop->now());
    QCOMPARE(step(PickupStepKind::HandedOver).error().code, Code::WrongState);
    QCOMPARE(
        m_shop->ledger->database().number("SELECT sum(quantity) FROM stock_movement WHERE sku='MUG'"), -3000);
}

void PickupTest::aRejectedItemDoesNotGoOut()
{
    m_shop->tell(kimsOrder(OrderState::Picking, Quantity::pieces(1)));
    const auto left = step(PickupStepKind::ItemRejected);
    QVERIFY(left);
    QVERIFY(left->lines[0].rejected == Quantity::pieces(2));
    QVERIFY(useCase<RejectItem>().run(kOrder, 2, Quantity::thousandths(340), u"mouldy"_s));
    QVERIFY(step(PickupStepKind::Ready));
    QVERIFY(step(PickupStepKind::HandedOver));
    const auto handed = pickupStepFrom(*Journal(m_shop->ledger->database()).at(m_shop->now()));
    QVERIFY(handed->lines == (std::vector<HandedLine>{{1, u"MUG"_s, Quantity::pieces(1)}}));
}

void PickupTest::anItemThatIsNotThereCannotBeRejected_data()
{
    QTest::addColumn<int>("line");
    QTest::addColumn<qint64>("quantity");
    QTest::addColumn<int>("code");
    QTest::newRow("more than was ordered") << 1 << 4000LL << int(Code::BadQuantity);
    QTest::newRow("more than is left") << 1 << 3000LL << int(Code::BadQuantity);
    QTest::newRow("nothing") << 1 << 0LL << int(Code::BadQuantity);
    QTest::newRow("minus one") << 1 << -1000LL << int(Code::BadQuantity);
    QTest::newRow("a line that the order doesn't have") << 3 << 1000LL << int(Code::BadInput);
}

void PickupTest::anItemThatIsNotThereCannotBeRejected()
{
    QFETCH(int, line);
    QFETCH(qint64, quantity);
    m_shop->tell(kimsOrder());
    QVERIFY(step(PickupStepKind::ItemRejected));
    const auto rejected = useCase<RejectItem>().run(kOrder, line, Quantity::thousandths(quantity), u"gone"_s);
    QVERIFY(!rejected);
    QTEST(int(rejected.error().code), "code");
    QVERIFY(queue().byId(kOrder)->lines[0].rejected == Quantity::pieces(1));
}

void PickupTest::anOrderWithNothingLeftIsNeverReady()
{
    m_shop->tell(kimsOrder());
    QVERIFY(useCase<RejectItem>().run(kOrder, 1, Quantity::pieces(3), u"gone"_s));
    QVERIFY(useCase<RejectItem>().run(kOrder, 2, Quantity::thousandths(340), u"gone"_s));
    QCOMPARE(step(PickupStepKind::Ready).error().code, Code::WrongState);
    QVERIFY(step(PickupStepKind::Rejected)->state == PickupState::Rejected);
}

/// Four steps, and every prefix of them that the OMS's row may count, told by the row or by the page: the
/// order is always as it stands.
void PickupTest::theTailIsLaidOverWhateverTheRowCounts()
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

QTEST_GUILESS_MAIN(PickupTest)
#include "tst_pickup.moc"
