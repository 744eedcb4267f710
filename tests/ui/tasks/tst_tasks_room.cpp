#include "core/pickup/mark_ready.h"
#include "core/stock/stock_view.h"
#include "core/tasks/settle_task.h"
#include "tests/ui/tasks/clashes.h"
#include "ui/pickups/pickups_room.h"
#include "ui/shell/main_window.h"
#include "ui/tasks/tasks_room.h"
#include "ui/widgets/big_button.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace evertill {

/// What needs a person is found and settled, at the real widgets.
class TasksRoomTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whereNothingNeedsAPersonItSaysSo();
    void clashesComeBeforeLatePickupsAndThoseBeforeLowStock();
    void theBadgeCountsWhatCanNotWait();
    void aClashIsSettledByFingersAlone();
    void aClashIsSettledByKeysAlone();
    void whatIsSettledElsewhereMeanwhileIsTakenAway();
    void aNoteTypedTooLateSettlesNothingTwice();
    void aLateOrderIsOneStepAway();
    void countingTheShelfCorrectsTheStock();
    void aCountThatIsRightChangesNothing();
    void aBrokenPieceIsNoCount();
    void escGoesOneStepBackAndLosesNothing();
    void scansAreNotItsBusiness();
    void everyControlFitsAFingerAndHasAName();
};

void TasksRoomTest::whereNothingNeedsAPersonItSaysSo()
{
    Clashes shop;
    TasksRoom room(shop.services, Theme::light());
    open(room);
    room.entered();
    QCOMPARE(room.badge(), 0);
    QVERIFY(words(room).contains(u"Nothing needs you."_s));
    QVERIFY(!isSeen(room, u"taskList"_s));
    shop.cancelledOrder();
    room.dataChanged();
    QVERIFY(isSeen(room, u"taskList"_s));
    QVERIFY(!words(room).contains(u"Nothing needs you."_s));
}

void TasksRoomTest::clashesComeBeforeLatePickupsAndThoseBeforeLowStock()
{
    Clashes shop;
    const auto tea = shop.stock({u"T"_s, u"Green tea"_s, u"4006381333931"_s, 350});
    const auto soap = shop.stock({u"S"_s, u"Soap"_s, u"9780201379624"_s, 199});
    shop.level(tea, 2);
    shop.level(soap, 3);
    shop.order(u"W-1002"_s, u"Grace Hopper"_s, u"AAAA1"_s, {{soap, Quantity::pieces(1)}}, -30);
    shop.order(u"W-1003"_s, u"Mary Shelley"_s, u"AAAA2"_s, {{soap, Quantity::pieces(1)}}, 30);
    shop.cancelledOrder();
    shop.report(u"unknown_order"_s, "{}", 5, true);
    TasksRoom room(shop.services, Theme::light());
    open(room);
    room.entered();
    const QStringList expected = {u"To settle (1)"_s, u"W-1001 · Ada Lovelace, Cancelled, but handed over"_s,
        u"Late pickups (1)"_s, u"W-1002 · Grace Hopper, Late, nobody picks it"_s, u"Low stock (1)"_s,
        u"Green tea, 2 left to sell"_s};
    QCOMPARE(listed(room), expected);
    shop.clock.advance(std::chrono::minutes(31));
    room.dataChanged();
    QCOMPARE(listed(room).at(2), u"Late pickups (2)"_s);
}

void TasksRoomTest::theBadgeCountsWhatCanNotWait()
{
    Clashes shop;
    const auto tea = shop.stock({u"T"_s, u"Green tea"_s, u"4006381333931"_s, 350});
    shop.level(tea, 0);
    TasksRoom room(shop.services, Theme::light());
    QSignalSpy badge(&room, &Room::badgeChanged);
    shop.cancelledOrder();
    shop.order(u"W-1002"_s, u"Grace Hopper"_s, u"AAAA1"_s, {{tea, Quantity::pieces(1)}}, -30);
    room.dataChanged();
    QCOMPARE(room.badge(), 2);
    open(room);
    room.entered();
    QCOMPARE(room.badge(), 2);
    QCOMPARE(badge.count(), 1);
}

void TasksRoomTest::aClashIsSettledByFingersAlone()
{
    Clashes shop;
    shop.cancelledOrder();
    shop.report(u"unknown_product"_s, "{}", 1);
    TasksRoom room(shop.services, Theme::light());
    open(room);
    room.entered();
    QSignalSpy grew(&room, &Room::ledgerGrew);
    touch(room, 1);
    const QString said = words(room);
    for (const QString &fact : {u"W-1001 · Ada Lovelace"_s, u"handed over at this till, 11:35"_s,
             u"The shopper had cancelled it."_s, u"2 × Green tea"_s, u"€7.00"_s, u"Call the customer"_s})
        QVERIFY2(said.contains(fact), qPrintable(fact + u" is not in: "_s + said));
    QVERIFY(!part<BigButton>(room, u"settle"_s)->isEnabled());
    press(room, u"reason1"_s);
    press(room, u"settle"_s);
    QCOMPARE(shop.events("task.settled"), 1);
    QCOMPARE(room.badge(), 1);
    QVERIFY2(words(room).contains(u"That is settled."_s), qPrintable(words(room)));
    QCOMPARE(grew.count(), 1);
    QCOMPARE(listed(room).size(), 2);
    QCOMPARE(
        shop.ledgerTables().number("SELECT COUNT(*) FROM task_settled WHERE note='Goods brought back'"), 1);
}

void TasksRoomTest::aClashIsSettledByKeysAlone()
{
    Clashes shop;
    shop.cancelledOrder();
    shop.report(u"unknown_product"_s, R"({"till":"BER1T2","items":[{"name":"Jam","quantity":1000}]})", 1);
    TasksRoom room(shop.services, Theme::light());
    open(room);
    room.entered();
    const auto key = [](Qt::Key pressed) { QTest::keyClick(QApplication::focusWidget(), pressed); };
    key(Qt::Key_Down);
    key(Qt::Key_Up);
    key(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Note"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"she brings it tomorrow"_s);
    key(Qt::Key_Return);
    QCOMPARE(shop.events("task.settled"), 1);
    // The list has the focus, and stands at the next one.
    key(Qt::Key_Return);
    QVERIFY2(part<QLabel>(room, u"taskTitle"_s)->text() == u"Jam"_s, qPrintable(words(room)));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_2, Qt::AltModifier);
    key(Qt::Key_Return);
    QCOMPARE(shop.events("task.settled"), 2);
    QVERIFY(words(room).contains(u"Nothing needs you."_s));
}

void TasksRoomTest::whatIsSettledElsewhereMeanwhileIsTakenAway()
{
    Clashes shop;
    shop.cancelledOrder();
    TasksRoom room(shop.services, Theme::light());
    open(room);
    room.entered();
    touch(room, 1);
    shop.report(u"order_not_open"_s, Clashes::kCancelled, 0, true);
    room.dataChanged();
    QVERIFY2(words(room).contains(u"Somebody else has settled it meanwhile."_s), qPrintable(words(room)));
    QVERIFY(!isSeen(room, u"settle"_s));
    QCOMPARE(room.badge(), 0);
}

void TasksRoomTest::aNoteTypedTooLateSettlesNothingTwice()
{
    Clashes shop;
    const QString task = shop.cancelledOrder();
    TasksRoom room(shop.services, Theme::light());
    open(room);
    room.entered();
    touch(room, 1);
    press(room, u"reason2"_s);
    QVERIFY(SettleTask(*shop.ledger, shop.ledgerReplica).run(task, u"from elsewhere"_s));
    press(room, u"settle"_s);
    QCOMPARE(shop.events("task.settled"), 1);
    QVERIFY2(words(room).contains(u"Somebody else has settled this"_s), qPrintable(words(room)));
}

void TasksRoomTest::aLateOrderIsOneStepAway()
{
    Clashes shop;
    const auto tea = shop.stock({u"T"_s, u"Green tea"_s, u"4006381333931"_s, 350});
    shop.order(u"W-1001"_s, u"Ada Lovelace"_s, u"K7QX9P"_s, {{tea, Quantity::pieces(2)}}, 60);
    const QString late =
        shop.order(u"W-1002"_s, u"Grace Hopper"_s, u"AAAA1"_s, {{tea, Quantity::pieces(1)}}, -30);
    MainWindow window(shop.clock, shop.config);
    window.addRoom(PickupsRoom::railEntry(), [&] { return new PickupsRoom(shop.services, Theme::light()); });
    TasksRoom *room = nullptr;
    window.addRoom(
        TasksRoom::railEntry(), [&] { return room = new TasksRoom(shop.services, Theme::light()); });
    open(window);
    QTest::keyClick(&window, Qt::Key_F8);
    QCOMPARE(window.openedRoom()->name(), RoomName::Tasks);
    touch(*room, 1);
    QVERIFY(words(*room).contains(u"promised for 11:30"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F12);
    QCOMPARE(window.openedRoom()->name(), RoomName::Pickups);
    QVERIFY(part<QLabel>(window, u"orderTitle"_s)->text().contains(u"W-1002"_s));
    QVERIFY(MarkReady(*shop.ledger, shop.ledgerReplica).run(late));
    window.dataChanged();
    QCOMPARE(room->badge(), 0);
}

void TasksRoomTest::countingTheShelfCorrectsTheStock()
{
    Clashes shop;
    const auto tea = shop.stock({u"T"_s, u"Green tea"_s, u"4006381333931"_s, 350});
    shop.level(tea, -2);
    TasksRoom room(shop.services, Theme::light());
    open(room);
    room.entered();
    touch(room, 1);
    QVERIFY(!part<BigButton>(room, u"saveCount"_s)->isEnabled());
    QTest::keyClicks(part<QLineEdit>(room, u"count"_s), u"12"_s);
    press(room, u"saveCount"_s);
    QCOMPARE(shop.events("stock.adjusted"), 1);
    QCOMPARE(StockView(shop.replica, shop.reader).level(u"T"_s).onHand, Quantity::pieces(12));
    QVERIFY2(words(room).contains(u"The stock of Green tea is corrected."_s), qPrintable(words(room)));
    QVERIFY(!isSeen(room, u"taskList"_s));
}

void TasksRoomTest::aCountThatIsRightChangesNothing()
{
    Clashes shop;
    shop.level(shop.stock({u"T"_s, u"Green tea"_s, u"4006381333931"_s, 350}), 2);
    TasksRoom room(shop.services, Theme::light());
    open(room);
    room.entered();
    touch(room, 1);
    QTest::keyClicks(part<QLineEdit>(room, u"count"_s), u"2"_s);
    QTest::keyClick(part<QLineEdit>(room, u"count"_s), Qt::Key_Return);
    QCOMPARE(shop.events("stock.adjusted"), 0);
    QVERIFY2(words(room).contains(u"The stock of Green tea is right."_s), qPrintable(words(room)));
}

void TasksRoomTest::aBrokenPieceIsNoCount()
{
    Clashes shop;
    shop.level(shop.stock({u"T"_s, u"Green tea"_s, u"4006381333931"_s, 350}), 2);
    TasksRoom room(shop.services, Theme::light());
    open(room);
    room.entered();
    touch(room, 1);
    for (const QString &typed : {u"1.5"_s, u"-1"_s, u"two"_s}) {
        part<QLineEdit>(room, u"count"_s)->setText(typed);
        QVERIFY2(!part<BigButton>(room, u"saveCount"_s)->isEnabled(), qPrintable(typed));
    }
}

void TasksRoomTest::escGoesOneStepBackAndLosesNothing()
{
    Clashes shop;
    shop.cancelledOrder();
    TasksRoom room(shop.services, Theme::light());
    open(room);
    room.entered();
    QVERIFY(!room.goBack());
    touch(room, 1);
    QVERIFY(room.goBack());
    QVERIFY(!isSeen(room, u"settle"_s));
    QVERIFY(!room.goBack());
    QCOMPARE(shop.events("task.settled"), 0);
    QCOMPARE(room.badge(), 1);
}

void TasksRoomTest::scansAreNotItsBusiness()
{
    Clashes shop;
    shop.cancelledOrder();
    TasksRoom room(shop.services, Theme::light());
    open(room);
    room.entered();
    QVERIFY(!room.takeScan(u"4006381333931"_s));
    room.refuseScan(u"96385074"_s);
    QVERIFY2(words(room).contains(u"96385074"_s), qPrintable(words(room)));
}

void TasksRoomTest::everyControlFitsAFingerAndHasAName()
{
    Clashes shop;
    const auto tea = shop.stock({u"T"_s, u"Green tea"_s, u"4006381333931"_s, 350});
    shop.level(tea, 0);
    shop.order(u"W-1002"_s, u"Grace Hopper"_s, u"AAAA1"_s, {{tea, Quantity::pieces(1)}}, -30);
    shop.cancelledOrder();
    TasksRoom room(shop.services, Theme::light());
    open(room);
    room.entered();
    for (const int row : {1, 3, 5}) {
        touch(room, row);
        QCOMPARE(unfitControls(room).join(u'\n'), QString());
    }
}

} // namespace evertill

QTEST_MAIN(evertill::TasksRoomTest)
#include "tst_tasks_room.moc"
