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

class PickupStepsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shop = std::make_unique<Shop>(); }
    void anOrderGoesFromTheShelvesToTheShopper();
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

private:
    [[nodiscard]] PickupQueue queue() { return {m_shop->replica, m_shop->ledger->database()}; }
    template <typename UseCase> [[nodiscard]] UseCase useCase()
    {
        return UseCase(*m_shop->ledger, m_shop->replica);
    }
    [[nodiscard]] Result<PickupOrder> step(PickupStepKind kind);

    std::unique_ptr<Shop> m_shop;
};

Result<PickupOrder> PickupStepsTest::step(PickupStepKind kind)
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

void PickupStepsTest::anOrderGoesFromTheShelvesToTheShopper()
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

void PickupStepsTest::anUnknownOrderIsRefused()
{
    QCOMPARE(queue().find(u"W-9"_s).error().code, Code::UnknownOrder);
    QCOMPARE(queue().find({}).error().code, Code::UnknownOrder);
    const Position before = m_shop->now();
    QCOMPARE(step(PickupStepKind::Picking).error().code, Code::UnknownOrder);
    QVERIFY(m_shop->now() == before);
}

void PickupStepsTest::aStepThatTheStateForbidsIsRefused_data()
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

void PickupStepsTest::aStepThatTheStateForbidsIsRefused()
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

void PickupStepsTest::aWrongCodeIsRefused_data()
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

void PickupStepsTest::aWrongCodeIsRefused()
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

void PickupStepsTest::aNameWillDoWithoutACode()
{
    m_shop->tell(kimsOrder(OrderState::Ready));
    QVERIFY(useCase<HandOver>().run(kOrder, {ProofKind::Name, u"Kim Berger"_s}));
    const auto event = Journal(m_shop->ledger->database()).at(m_shop->now());
    QVERIFY(event->payload.contains("\"proof\":\"name\""));
    QVERIFY2(!event->payload.contains("Kim"), "a person's name has no place in the journal");
}

void PickupStepsTest::anOrderWithoutACodeIsNotGivenToWhoHasNone()
{
    OrderRow row = kimsOrder(OrderState::Ready);
    row.code.clear();
    m_shop->tell(row);
    QCOMPARE(queue().find({}).error().code, Code::UnknownOrder);
    QCOMPARE(useCase<HandOver>().run(kOrder, {ProofKind::Code, {}}).error().code, Code::WrongCode);
    QVERIFY(useCase<HandOver>().run(kOrder, {ProofKind::Name, {}}));
}

void PickupStepsTest::handingOverTwiceIsRefused()
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

void PickupStepsTest::aRejectedItemDoesNotGoOut()
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

void PickupStepsTest::anItemThatIsNotThereCannotBeRejected_data()
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

void PickupStepsTest::anItemThatIsNotThereCannotBeRejected()
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

void PickupStepsTest::anOrderWithNothingLeftIsNeverReady()
{
    m_shop->tell(kimsOrder());
    QVERIFY(useCase<RejectItem>().run(kOrder, 1, Quantity::pieces(3), u"gone"_s));
    QVERIFY(useCase<RejectItem>().run(kOrder, 2, Quantity::thousandths(340), u"gone"_s));
    QCOMPARE(step(PickupStepKind::Ready).error().code, Code::WrongState);
    QVERIFY(step(PickupStepKind::Rejected)->state == PickupState::Rejected);
}

QTEST_GUILESS_MAIN(PickupStepsTest)
#include "tst_pickup_steps.moc"
