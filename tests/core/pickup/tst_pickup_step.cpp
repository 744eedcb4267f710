#include "core/pickup/pickup_step.h"

#include <QFile>
#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

namespace {

QByteArray golden(const QString &name)
{
    QFile file(QFINDTESTDATA(u"golden/pickup_%1_1.json"_s.arg(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

Event eventOf(const QByteArray &kind, const QByteArray &payload)
{
    Event event;
    event.kind = kind;
    event.payload = payload;
    return event;
}

PickupOrder order(PickupState state)
{
    PickupOrder order;
    order.state = state;
    order.lines = {{1, u"MUG"_s, u"Mug"_s, Quantity::pieces(3), {}, {}}};
    return order;
}

} // namespace

class PickupStepTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isWrittenAndReadAsTheReleasedVersionWas_data();
    void isWrittenAndReadAsTheReleasedVersionWas();
    void whatBreaksTheContractIsRefused_data();
    void whatBreaksTheContractIsRefused();
    void aStepIsLaidOverAsTheOmsBooksIt_data();
    void aStepIsLaidOverAsTheOmsBooksIt();
    void aRejectedItemIsTakenOffItsLineOnly();
};

void PickupStepTest::isWrittenAndReadAsTheReleasedVersionWas_data()
{
    const QString id = u"019a7000-0000-7000-8000-0000000000aa"_s;
    QTest::addColumn<PickupStep>("step");
    QTest::newRow("picking") << PickupStep{PickupStepKind::Picking, id};
    QTest::newRow("ready") << PickupStep{PickupStepKind::Ready, id};
    QTest::newRow("item_rejected") << PickupStep{
        PickupStepKind::ItemRejected, id, 2, Quantity::pieces(1), u"not on the shelf"_s};
    QTest::newRow("handed_over") << PickupStep{PickupStepKind::HandedOver, id, 0, {}, {}, ProofKind::Name,
        {{1, u"MUG"_s, Quantity::pieces(2)}, {2, u"CHEESE"_s, Quantity::thousandths(340)}}};
    QTest::newRow("rejected") << PickupStep{PickupStepKind::Rejected, id, 0, {}, u"no staff"_s};
}

void PickupStepTest::isWrittenAndReadAsTheReleasedVersionWas()
{
    QFETCH(PickupStep, step);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    const Fact fact = pickupFact(step, QDate(2026, 11, 21));
    QCOMPARE(QByteArray(fact.kind), "pickup." + name.toLatin1());
    QCOMPARE(fact.subject, step.order.toLatin1());
    QVERIFY(!golden(name).isEmpty());
    QCOMPARE(fact.payload, golden(name));
    const auto read = pickupStepFrom(eventOf(fact.kind, golden(name)));
    QVERIFY(read);
    QVERIFY(*read == step);
}

void PickupStepTest::whatBreaksTheContractIsRefused_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("payload");
    const auto row = [](const char *name, const char *kind, const char *payload) {
        QTest::newRow(name) << QByteArray(kind) << QByteArray(payload);
    };
    row("a kind that nobody knows", "pickup.lost", R"({"order":"a"})");
    row("no order", "pickup.ready", "{}");
    row("no reason", "pickup.rejected", R"({"order":"a"})");
    row("a rejected item without a line", "pickup.item_rejected",
        R"({"order":"a","quantity":1,"reason":""})");
    row("nothing rejected", "pickup.item_rejected", R"({"line":1,"order":"a","quantity":0,"reason":""})");
    row("handed over on no proof", "pickup.handed_over", R"({"lines":[],"order":"a"})");
    row("handed over on an odd proof", "pickup.handed_over", R"({"lines":[],"order":"a","proof":"smile"})");
    row("handed over a line without goods", "pickup.handed_over",
        R"({"lines":[{"line":1,"quantity":1}],"order":"a","proof":"code"})");
    row("no JSON", "pickup.ready", "{");
}

void PickupStepTest::whatBreaksTheContractIsRefused()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, payload);
    const auto step = pickupStepFrom(eventOf(kind, payload));
    QVERIFY(!step);
    QCOMPARE(step.error().code, Code::BadInput);
    Event later = eventOf("pickup.ready", R"({"order":"a"})");
    QVERIFY(pickupStepFrom(later));
    later.version = 2;
    QVERIFY(!pickupStepFrom(later));
}

void PickupStepTest::aStepIsLaidOverAsTheOmsBooksIt_data()
{
    using State = PickupState;
    using Kind = PickupStepKind;
    QTest::addColumn<PickupState>("before");
    QTest::addColumn<PickupStepKind>("step");
    QTest::addColumn<PickupState>("after");
    QTest::newRow("a new order is picked") << State::New << Kind::Picking << State::Picking;
    QTest::newRow("a picked order is ready") << State::Picking << Kind::Ready << State::Ready;
    QTest::newRow("a new order is ready at once") << State::New << Kind::Ready << State::Ready;
    QTest::newRow("a ready order doesn't go back to picking")
        << State::Ready << Kind::Picking << State::Ready;
    QTest::newRow("a ready order is handed over") << State::Ready << Kind::HandedOver << State::HandedOver;
    QTest::newRow("an order is rejected") << State::Picking << Kind::Rejected << State::Rejected;
    QTest::newRow("a cancelled order stays cancelled")
        << State::Cancelled << Kind::HandedOver << State::Cancelled;
    QTest::newRow("a rejected order stays rejected") << State::Rejected << Kind::Ready << State::Rejected;
    QTest::newRow("what is handed over stays so") << State::HandedOver << Kind::Rejected << State::HandedOver;
}

void PickupStepTest::aStepIsLaidOverAsTheOmsBooksIt()
{
    QFETCH(PickupState, before);
    QFETCH(PickupStepKind, step);
    PickupOrder laid = order(before);
    layOver(laid, {step, {}});
    QTEST(laid.state, "after");
}

void PickupStepTest::aRejectedItemIsTakenOffItsLineOnly()
{
    PickupOrder laid = order(PickupState::Picking);
    laid.lines.push_back({2, u"PEN"_s, u"Pen"_s, Quantity::pieces(1), {}, {}});
    layOver(laid, {PickupStepKind::ItemRejected, {}, 1, Quantity::pieces(2), {}});
    QVERIFY(laid.lines[0].toHandOver() == Quantity::pieces(1));
    QVERIFY(laid.lines[1].toHandOver() == Quantity::pieces(1));
    QVERIFY(laid.state == PickupState::Picking);
    PickupOrder closed = order(PickupState::Cancelled);
    layOver(closed, {PickupStepKind::ItemRejected, {}, 1, Quantity::pieces(2), {}});
    QVERIFY(closed.lines[0].rejected.isZero());
}

QTEST_GUILESS_MAIN(PickupStepTest)
#include "tst_pickup_step.moc"
