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

/// A counter at which the order is being picked.
struct Picking : Web {
    Picking()
    {
        openShift();
        open(room);
        openOrder(room, first);
        press(room, u"startPicking"_s);
    }
    PickupsRoom room{services, Theme::light()};
};

/// An order is picked from the shelves, at the real widgets.
class PickingTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachScanCountsOneUnit();
    void refusesGoodsThatAreNotInTheOrder();
    void goodsThatMayNotBeSoldDoNotGoIntoTheBasket();
    void refusesMoreThanWasOrdered();
    void refusesGoodsBeforePickingHasBegun();
    void refusesUnknownAndTornCodesInline_data();
    void refusesUnknownAndTornCodesInline();
    void countsByKeysAndFingersToo();
    void notAvailableNeedsAReasonAndReleasesTheRest();
    void anOrderWithNothingLeftIsRejectedAsAWhole();
    void whatIsInTheBasketStaysWhileAnotherOrderIsLookedAt();
};

void PickingTest::eachScanCountsOneUnit()
{
    Picking web;
    PickupsRoom &room = web.room;
    QVERIFY(words(room).contains(u"0 of 2"_s));
    QVERIFY(room.takeScan(web.tea.gtin));
    QVERIFY2(words(room).contains(u"1 of 2"_s), qPrintable(words(room)));
    QVERIFY(words(room).contains(u"Green tea is in the basket"_s));
    QVERIFY(room.takeScan(web.tea.gtin));
    QVERIFY(words(room).contains(u"2 of 2"_s));
    QVERIFY(words(room).contains(u"0 of 1"_s));
}

void PickingTest::refusesGoodsThatAreNotInTheOrder()
{
    Picking web;
    PickupsRoom &room = web.room;
    QVERIFY(room.takeScan(web.soap.gtin));
    QVERIFY2(words(room).contains(u"Soap is not in this order"_s), qPrintable(words(room)));
    QVERIFY(words(room).contains(u"0 of 2"_s) && words(room).contains(u"0 of 1"_s));
}

void PickingTest::goodsThatMayNotBeSoldDoNotGoIntoTheBasket()
{
    Picking web;
    PickupsRoom &room = web.room;
    QVERIFY(room.takeScan(u"]C1010400638133393117201101"_s)); // its last day was 2020-11-01
    QVERIFY2(words(room).contains(u"Green tea may not be sold any more"_s), qPrintable(words(room)));
    QVERIFY(words(room).contains(u"take another"_s));
    QVERIFY(words(room).contains(u"0 of 2"_s));
    QVERIFY(room.takeScan(u"]C1010400638133393117301101"_s));
    QVERIFY2(words(room).contains(u"1 of 2"_s), qPrintable(words(room)));
}

void PickingTest::refusesMoreThanWasOrdered()
{
    Picking web;
    PickupsRoom &room = web.room;
    QVERIFY(room.takeScan(web.honey.gtin));
    QVERIFY(room.takeScan(web.honey.gtin));
    QVERIFY2(words(room).contains(u"enough of Acacia honey"_s), qPrintable(words(room)));
    QVERIFY(words(room).contains(u"1 of 1"_s));
}

void PickingTest::refusesGoodsBeforePickingHasBegun()
{
    Web web;
    PickupsRoom room(web.services, Theme::light());
    open(room);
    openOrder(room, web.first);
    QVERIFY(room.takeScan(web.tea.gtin));
    QVERIFY2(words(room).contains(u"Picking has not begun"_s), qPrintable(words(room)));
    QVERIFY(words(room).contains(u"0 of 2"_s));
}

void PickingTest::refusesUnknownAndTornCodesInline_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("taken");
    QTest::newRow("a barcode that nobody knows") << u"96385074"_s << true;
    QTest::newRow("a wrong check digit") << u"4006381333932"_s << false;
    QTest::newRow("a torn scan") << u"40063"_s << false;
}

void PickingTest::refusesUnknownAndTornCodesInline()
{
    QFETCH(QString, code);
    QFETCH(bool, taken);
    Picking web;
    PickupsRoom &room = web.room;
    const QString before = words(room);
    QCOMPARE(room.takeScan(code), taken);
    if (!taken)
        room.refuseScan(code);
    QVERIFY(words(room) != before);
    QVERIFY(words(room).contains(u"0 of 2"_s) && words(room).contains(u"0 of 1"_s));
}

void PickingTest::countsByKeysAndFingersToo()
{
    Picking web;
    PickupsRoom &room = web.room;
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

void PickingTest::notAvailableNeedsAReasonAndReleasesTheRest()
{
    Picking web;
    PickupsRoom &room = web.room;
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

void PickingTest::anOrderWithNothingLeftIsRejectedAsAWhole()
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

void PickingTest::whatIsInTheBasketStaysWhileAnotherOrderIsLookedAt()
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

} // namespace evertill

QTEST_MAIN(evertill::PickingTest)
#include "tst_picking.moc"
