#include "tests/ui/sell/sell_window.h"

using namespace Qt::StringLiterals;

namespace evertill {

/// What a cashier sees of a disk that has no room left.
class FullDiskTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void payRefusesAndSaysToTakeNoMoney();
    void afterThereIsRoomPayGoesOn();
};

void FullDiskTest::payRefusesAndSaysToTakeNoMoney()
{
    SellWindow shop;
    shop.scan(shop.milk.gtin);
    shop.counter->isDiskFull = true;
    shop.press(u"pay"_s);
    const QString said = words(*shop.window);
    QVERIFY2(said.contains(u"The disk is full"_s), qPrintable(said));
    QVERIFY2(said.contains(u"Take no money"_s), qPrintable(said));
    QVERIFY(!isSeen(*shop.window, u"payCash"_s));
    QCOMPARE(shop.sales(), 0);
    QCOMPARE(shop.lines(), 1);
}

void FullDiskTest::afterThereIsRoomPayGoesOn()
{
    SellWindow shop;
    shop.scan(shop.milk.gtin);
    shop.counter->isDiskFull = true;
    shop.press(u"pay"_s);
    shop.counter->isDiskFull = false;
    shop.press(u"pay"_s);
    shop.giveCash(u"5"_s);
    QCOMPARE(shop.sales(), 1);
    QVERIFY(!words(*shop.window).contains(u"The disk is full"_s));
}

} // namespace evertill

QTEST_MAIN(evertill::FullDiskTest)
#include "tst_full_disk.moc"
