#include "core/pickup/mark_ready.h"
#include "tests/ui/counter/counter.h"
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
    void eachScanCountsOneUnit();
    void refusesGoodsThatAreNotInTheOrder();
    void refusesMoreThanWasOrdered();
    void refusesGoodsBeforePickingHasBegun();
    void refusesUnknownAndTornCodesInline_data();
    void refusesUnknownAndTornCodesInline();
    void countsByKeysAndFingersToo();
    void notAvailableNeedsAReasonAndReleasesTheRest();
    void anOrderWithNothingLeftIsRejectedAsAWhole();
    void aWrongCodeHandsNothingOver();
    void aNameCheckedHandsOverWithoutACode();
    void aScannedCodeOpensItsOrder();
    void aScannedCodeHandsOverWhereItIsAskedFor();
    void goodsAreNoBusinessOfTheRoomWhileNoOrderIsOpen();
    void whatIsInTheBasketStaysWhileAnotherOrderIsLookedAt();
    void anOrderCancelledMeanwhileSaysSo();
    void escGoesOneStepBackAndLosesNothing();
    void everyControlFitsAFingerAndHasAName();

private:
    static void press(QWidget &room, const QString &button)
    {
        QTest::mouseClick(part<QAbstractButton>(room, button), Qt::LeftButton);
    }
    static QStringList queue(QWidget &room)
    {
        QStringList rows;
        const auto *list = part<QListView>(room, u"pickupQueue"_s);
        for (int row = 0; row < list->model()->rowCount(); ++row)
            rows += list->model()->index(row, 0).data().toString();
        return rows;
    }
    static void openOrder(QWidget &room, const QString &order)
    {
        auto *list = part<QListView>(room, u"pickupQueue"_s);
        list->setCurrentIndex(qobject_cast<QueueModel *>(list->model())->indexOf(order));
    }
};

namespace {

/// A counter with one order: two teas and one honey.
struct Web : Counter {
    Goods tea = stock({u"T"_s, u"Green tea"_s, u"4006381333931"_s, 350});
    Goods honey = stock({u"H"_s, u"Acacia honey"_s, u"5901234123457"_s, 795});
    Goods soap = stock({u"S"_s, u"Soap"_s, u"9780201379624"_s, 199});
    QString first = order(u"W-1001"_s, u"Ada Lovelace"_s, u"K7QX9P"_s,
        {{tea, Quantity::pieces(2)}, {honey, Quantity::pieces(1)}});
};

} // namespace

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

void PickupsRoomTest::eachScanCountsOneUnit()
{
    Web web;
    web.openShift();
    PickupsRoom room(web.services, Theme::light());
    open(room);
    openOrder(room, web.first);
    press(room, u"startPicking"_s);
    QVERIFY(words(room).contains(u"0 of 2"_s));
    QVERIFY(room.takeScan(web.tea.gtin));
    QVERIFY2(words(room).contains(u"1 of 2"_s), qPrintable(words(room)));
    QVERIFY(words(room).contains(u"Green tea is in the basket"_s));
    QVERIFY(room.takeScan(web.tea.gtin));
    QVERIFY(words(room).contains(u"2 of 2"_s));
    QVERIFY(words(room).contains(u"0 of 1"_s));
}

void PickupsRoomTest::refusesGoodsThatAreNotInTheOrder()
{
    Web web;
    web.openShift();
    PickupsRoom room(web.services, Theme::light());
    open(room);
    openOrder(room, web.first);
    press(room, u"startPicking"_s);
    QVERIFY(room.takeScan(web.soap.gtin));
    QVERIFY2(words(room).contains(u"Soap is not in this order"_s), qPrintable(words(room)));
    QVERIFY(words(room).contains(u"0 of 2"_s) && words(room).contains(u"0 of 1"_s));
}

void PickupsRoomTest::refusesMoreThanWasOrdered()
{
    Web web;
    web.openShift();
    PickupsRoom room(web.services, Theme::light());
    open(room);
    openOrder(room, web.first);
    press(room, u"startPicking"_s);
    QVERIFY(room.takeScan(web.honey.gtin));
    QVERIFY(room.takeScan(web.honey.gtin));
    QVERIFY2(words(room).contains(u"enough of Acacia honey"_s), qPrintable(words(room)));
    QVERIFY(words(room).contains(u"1 of 1"_s));
}

void PickupsRoomTest::refusesGoodsBeforePickingHasBegun()
{
    Web web;
    PickupsRoom room(web.services, Theme::light());
    open(room);
    openOrder(room, web.first);
    QVERIFY(room.takeScan(web.tea.gtin));
    QVERIFY2(words(room).contains(u"Picking has not begun"_s), qPrintable(words(room)));
    QVERIFY(words(room).contains(u"0 of 2"_s));
}

void PickupsRoomTest::refusesUnknownAndTornCodesInline_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("taken");
    QTest::newRow("a barcode that nobody knows") << u"96385074"_s << true;
    QTest::newRow("a wrong check digit") << u"4006381333932"_s << false;
    QTest::newRow("a torn scan") << u"40063"_s << false;
}

void PickupsRoomTest::refusesUnknownAndTornCodesInline()
{
    QFETCH(QString, code);
    QFETCH(bool, taken);
    Web web;
    web.openShift();
    PickupsRoom room(web.services, Theme::light());
    open(room);
    openOrder(room, web.first);
    press(room, u"startPicking"_s);
    const QString before = words(room);
    QCOMPARE(room.takeScan(code), taken);
    if (!taken)
        room.refuseScan(code);
    QVERIFY(words(room) != before);
    QVERIFY(words(room).contains(u"0 of 2"_s) && words(room).contains(u"0 of 1"_s));
}

void PickupsRoomTest::countsByKeysAndFingersToo()
{
    Web web;
    web.openShift();
    PickupsRoom room(web.services, Theme::light());
    open(room);
    openOrder(room, web.first);
    press(room, u"startPicking"_s);
    auto *lines = part<QWidget>(room, u"orderLines"_s);
    lines->setFocus();
    QTest::keyClick(lines, Qt::Key_Plus);
    QVERIFY(words(room).contains(u"1 of 2"_s));
    QTest::keyClick(lines, Qt::Key_Minus);
    QVERIFY(words(room).contains(u"0 of 2"_s));
    QTest::keyClick(lines, Qt::Key_Minus);
    QVERIFY(words(room).contains(u"0 of 2"_s));
    QTest::keyClick(lines, Qt::Key_Down);
    QTest::keyClick(lines, Qt::Key_Plus);
    QVERIFY(words(room).contains(u"1 of 1"_s));
    press(room, u"more"_s);
    QVERIFY(words(room).contains(u"1 of 2"_s));
}

void PickupsRoomTest::notAvailableNeedsAReasonAndReleasesTheRest()
{
    Web web;
    web.openShift();
    PickupsRoom room(web.services, Theme::light());
    open(room);
    openOrder(room, web.first);
    press(room, u"startPicking"_s);
    QVERIFY(room.takeScan(web.tea.gtin));
    QVERIFY(room.takeScan(web.honey.gtin));
    auto *lines = part<QWidget>(room, u"orderLines"_s);
    QTest::keyClick(lines, Qt::Key_Up);
    QTest::keyClick(lines, Qt::Key_N, Qt::ControlModifier);
    QVERIFY(!part<BigButton>(room, u"confirmReject"_s)->isEnabled());
    QVERIFY(words(room).contains(u"Why is Green tea not available?"_s));
    QTest::keyClick(part<QLineEdit>(room, u"reason"_s), Qt::Key_1, Qt::AltModifier);
    QTest::keyClick(part<QLineEdit>(room, u"reason"_s), Qt::Key_Return);
    QCOMPARE(web.events("pickup.item_rejected"), 1);
    QVERIFY2(words(room).contains(u"1 not available"_s), qPrintable(words(room)));
    QVERIFY(part<BigButton>(room, u"ready"_s)->isEnabled());
}

void PickupsRoomTest::anOrderWithNothingLeftIsRejectedAsAWhole()
{
    Web web;
    web.openShift();
    PickupsRoom room(web.services, Theme::light());
    open(room);
    openOrder(room, web.first);
    press(room, u"rejectOrder"_s);
    QTest::keyClicks(part<QLineEdit>(room, u"reason"_s), u"the shelf is empty"_s);
    press(room, u"confirmReject"_s);
    QCOMPARE(web.events("pickup.rejected"), 1);
    QVERIFY(part<QLabel>(room, u"orderState"_s)->text().startsWith(u"Rejected"_s));
    QVERIFY(!isSeen(room, u"startPicking"_s));
    QCOMPARE(room.badge(), 0);
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

void PickupsRoomTest::whatIsInTheBasketStaysWhileAnotherOrderIsLookedAt()
{
    Web web;
    web.openShift();
    const QString other =
        web.order(u"W-1002"_s, u"Grace Hopper"_s, u"AAAA1"_s, {{web.tea, Quantity::pieces(3)}});
    PickupsRoom room(web.services, Theme::light());
    open(room);
    openOrder(room, web.first);
    press(room, u"startPicking"_s);
    QVERIFY(room.takeScan(web.tea.gtin));
    openOrder(room, other);
    QVERIFY(words(room).contains(u"0 of 3"_s));
    openOrder(room, web.first);
    QVERIFY2(words(room).contains(u"1 of 2"_s), qPrintable(words(room)));
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
    QCOMPARE(unfitControls(room), QStringList());
    press(room, u"startPicking"_s);
    QCOMPARE(unfitControls(room), QStringList());
    press(room, u"notAvailable"_s);
    QCOMPARE(unfitControls(room), QStringList());
    QVERIFY(room.goBack());
    for (const QString &gtin : {web.tea.gtin, web.honey.gtin, web.tea.gtin})
        QVERIFY(room.takeScan(gtin));
    press(room, u"ready"_s);
    press(room, u"handOver"_s);
    QCOMPARE(unfitControls(room), QStringList());
}

} // namespace evertill

QTEST_MAIN(evertill::PickupsRoomTest)
#include "tst_pickups_room.moc"
