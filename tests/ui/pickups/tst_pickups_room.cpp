#include "core/pickup/mark_ready.h"
#include "tests/ui/pickups/web_order.h"
#include "ui/pickups/pickups_room.h"
#include "ui/pickups/queue_model.h"
#include "ui/widgets/big_button.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace evertill {

/// A web order from its arrival to the shopper's hands, at the real widgets.
class PickupsRoomTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ordersStandInTheirGroupByPromiseTime();
    void anArrivingOrderIsAnnouncedOnceAndCounted();
    void anOrderGoesFromNewToHandedOver();
    void aWrongCodeHandsNothingOver();
    void aNameCheckedHandsOverWithoutACode();
    void aScannedCodeOpensItsOrder();
    void aScannedCodeHandsOverWhereItIsAskedFor();
    void goodsAreNoBusinessOfTheRoomWhileNoOrderIsOpen();
    void anOrderCancelledMeanwhileSaysSo();
    void escGoesOneStepBackAndLosesNothing();
    void everyControlFitsAFingerAndHasAName();
};

void PickupsRoomTest::ordersStandInTheirGroupByPromiseTime()
{
    Web web;
    web.openShift();
    web.order(u"W-1002"_s, u"Grace Hopper"_s, u"AAAA1"_s, {{web.soap, Quantity::pieces(1)}}, 30);
    const QString ready =
        web.order(u"W-1003"_s, u"Mary Shelley"_s, u"AAAA2"_s, {{web.soap, Quantity::pieces(1)}}, -10);
    QVERIFY(MarkReady(*web.ledger, web.ledgerReplica).run(ready));
    PickupsRoom room(web.services, Theme::light());
    open(room);
    const QStringList expected = {u"New (2)"_s, u"W-1002, Grace Hopper, New, by 12:30"_s,
        u"W-1001, Ada Lovelace, New, by 13:00"_s, u"Picking (0)"_s, u"Ready (1)"_s,
        u"W-1003, Mary Shelley, Ready, by 11:50"_s, u"Handed over (0)"_s};
    QCOMPARE(queue(room), expected);
    QCOMPARE(room.badge(), 2);
    web.clock.advance(std::chrono::minutes(45));
    room.entered();
    QCOMPARE(queue(room).at(1), u"W-1002, Grace Hopper, New, late: 12:30"_s);
}

void PickupsRoomTest::anArrivingOrderIsAnnouncedOnceAndCounted()
{
    Web web;
    PickupsRoom room(web.services, Theme::light());
    QSignalSpy badge(&room, &Room::badgeChanged);
    open(room);
    QCOMPARE(room.badge(), 1);
    QVERIFY(!words(room).contains(u"has arrived"_s));
    web.order(u"W-1002"_s, u"Grace Hopper"_s, u"AAAA1"_s, {{web.soap, Quantity::pieces(1)}});
    room.dataChanged();
    QCOMPARE(room.badge(), 2);
    QCOMPARE(badge.count(), 1);
    QVERIFY2(words(room).contains(u"W-1002 has arrived"_s), qPrintable(words(room)));
    openOrder(room, web.first);
    room.dataChanged();
    QVERIFY(!words(room).contains(u"has arrived"_s));
}

void PickupsRoomTest::anOrderGoesFromNewToHandedOver()
{
    Web web;
    web.openShift();
    PickupsRoom room(web.services, Theme::light());
    open(room);
    QSignalSpy grew(&room, &Room::ledgerGrew);
    openOrder(room, web.first);
    QTest::keyClick(&room, Qt::Key_F12);
    QCOMPARE(web.events("pickup.picking"), 1);
    QCOMPARE(room.badge(), 0);
    QVERIFY(!part<BigButton>(room, u"ready"_s)->isEnabled());
    for (const QString &gtin : {web.tea.gtin, web.honey.gtin, web.tea.gtin})
        QVERIFY(room.takeScan(gtin));
    QVERIFY(part<BigButton>(room, u"ready"_s)->isEnabled());
    QTest::keyClick(&room, Qt::Key_F12);
    QCOMPARE(web.events("pickup.ready"), 1);
    QTest::keyClick(&room, Qt::Key_F12);
    QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Pickup code"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"k7qx9p"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(web.events("pickup.handed_over"), 1);
    QCOMPARE(queue(room).last(), u"W-1001, Ada Lovelace, Handed over, by 13:00"_s);
    QVERIFY2(words(room).contains(u"handed over to Ada Lovelace"_s), qPrintable(words(room)));
    QCOMPARE(grew.count(), 3);
}

void PickupsRoomTest::aWrongCodeHandsNothingOver()
{
    Web web;
    web.openShift();
    QVERIFY(MarkReady(*web.ledger, web.ledgerReplica).run(web.first));
    PickupsRoom room(web.services, Theme::light());
    open(room);
    openOrder(room, web.first);
    press(room, u"handOver"_s);
    QTest::keyClicks(part<QLineEdit>(room, u"pickupCode"_s), u"K7QX9X"_s);
    press(room, u"handOverByCode"_s);
    QCOMPARE(web.events("pickup.handed_over"), 0);
    QVERIFY2(words(room).contains(u"not this order's pickup code"_s), qPrintable(words(room)));
    QVERIFY(isSeen(room, u"pickupCode"_s));
}

void PickupsRoomTest::aNameCheckedHandsOverWithoutACode()
{
    Web web;
    web.openShift();
    QVERIFY(MarkReady(*web.ledger, web.ledgerReplica).run(web.first));
    PickupsRoom room(web.services, Theme::light());
    open(room);
    openOrder(room, web.first);
    press(room, u"handOver"_s);
    QVERIFY(!part<BigButton>(room, u"handOverByCode"_s)->isEnabled());
    QVERIFY(words(room).contains(u"Ada Lovelace"_s));
    QTest::keyClick(part<QLineEdit>(room, u"pickupCode"_s), Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(web.events("pickup.handed_over"), 1);
}

void PickupsRoomTest::aScannedCodeOpensItsOrder()
{
    Web web;
    web.openShift();
    QVERIFY(MarkReady(*web.ledger, web.ledgerReplica).run(web.first));
    PickupsRoom room(web.services, Theme::light());
    open(room);
    QVERIFY(room.takeScan(u"K7QX9P"_s));
    QVERIFY(part<QLabel>(room, u"orderTitle"_s)->text().contains(u"W-1001"_s));
    QCOMPARE(part<QLineEdit>(room, u"pickupCode"_s)->text(), u"K7QX9P"_s);
    QCOMPARE(web.events("pickup.handed_over"), 0);
    QVERIFY(!room.takeScan(u"ZZZZ99"_s) || web.events("pickup.handed_over") == 0);
}

void PickupsRoomTest::aScannedCodeHandsOverWhereItIsAskedFor()
{
    Web web;
    web.openShift();
    QVERIFY(MarkReady(*web.ledger, web.ledgerReplica).run(web.first));
    PickupsRoom room(web.services, Theme::light());
    open(room);
    openOrder(room, web.first);
    press(room, u"handOver"_s);
    QVERIFY(room.takeScan(u"WRONG1"_s));
    QCOMPARE(web.events("pickup.handed_over"), 0);
    QVERIFY(room.takeScan(u"K7QX9P"_s));
    QCOMPARE(web.events("pickup.handed_over"), 1);
}

void PickupsRoomTest::goodsAreNoBusinessOfTheRoomWhileNoOrderIsOpen()
{
    Web web;
    PickupsRoom room(web.services, Theme::light());
    open(room);
    QVERIFY(!room.takeScan(web.tea.gtin));
    QVERIFY(!room.takeScan(u"BER1T1-1-1-K7QX"_s));
    QVERIFY(!room.takeScan(u"NOBODY7"_s));
}

void PickupsRoomTest::anOrderCancelledMeanwhileSaysSo()
{
    Web web;
    web.openShift();
    PickupsRoom room(web.services, Theme::light());
    open(room);
    openOrder(room, web.first);
    OrderRow row;
    row.order = *Uuid::fromText(web.first.toLatin1());
    row.number = u"W-1001"_s;
    row.state = OrderState::Cancelled;
    row.customer = u"Ada Lovelace"_s;
    row.code = u"K7QX9P"_s;
    row.currency = web.config.currency;
    row.lines = {{1, u"T"_s, u"Green tea"_s, Quantity::pieces(2), {}, 700}};
    web.tell(web.first, Entity::Order, row);
    // The press comes before the news: the use case refuses, and the pane shows how it stands.
    press(room, u"startPicking"_s);
    QCOMPARE(web.events("pickup.picking"), 0);
    QVERIFY2(part<QLabel>(room, u"orderState"_s)->text().startsWith(u"Cancelled"_s), qPrintable(words(room)));
    QVERIFY(!isSeen(room, u"startPicking"_s));
}

void PickupsRoomTest::escGoesOneStepBackAndLosesNothing()
{
    Web web;
    web.openShift();
    PickupsRoom room(web.services, Theme::light());
    open(room);
    QVERIFY(!room.goBack());
    openOrder(room, web.first);
    press(room, u"startPicking"_s);
    QVERIFY(room.takeScan(web.tea.gtin));
    press(room, u"rejectOrder"_s);
    QVERIFY(room.goBack());
    QVERIFY(isSeen(room, u"orderLines"_s));
    QVERIFY(room.goBack());
    QVERIFY(isSeen(room, u"noOrder"_s));
    QVERIFY(!room.goBack());
    openOrder(room, web.first);
    QVERIFY(words(room).contains(u"1 of 2"_s));
    QCOMPARE(web.events("pickup.rejected"), 0);
}

void PickupsRoomTest::everyControlFitsAFingerAndHasAName()
{
    Web web;
    web.openShift();
    PickupsRoom room(web.services, Theme::light());
    open(room);
    openOrder(room, web.first);
    QCOMPARE(unfitControls(room).join(u'\n'), QString());
    press(room, u"startPicking"_s);
    QCOMPARE(unfitControls(room).join(u'\n'), QString());
    press(room, u"notAvailable"_s);
    QCOMPARE(unfitControls(room).join(u'\n'), QString());
    QVERIFY(room.goBack());
    for (const QString &gtin : {web.tea.gtin, web.honey.gtin, web.tea.gtin})
        QVERIFY(room.takeScan(gtin));
    press(room, u"ready"_s);
    press(room, u"handOver"_s);
    QCOMPARE(unfitControls(room).join(u'\n'), QString());
}

} // namespace evertill

QTEST_MAIN(evertill::PickupsRoomTest)
#include "tst_pickups_room.moc"
