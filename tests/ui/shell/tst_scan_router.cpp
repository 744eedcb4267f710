#include "ui/shell/scan_router.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace evertill {

/// A room that takes what begins with its letter.
class LetterRoom final : public Room {
    Q_OBJECT
public:
    LetterRoom(RoomName name, const QString &letter) : Room({name, letter, {}, letter}), m_letter(letter) { }
    bool takeScan(const QString &text) override
    {
        if (!text.startsWith(m_letter))
            return false;
        taken.append(text);
        if (isBusyAfterEach)
            setBusy(true);
        return true;
    }
    void refuseScan(const QString &text) override { refused.append(text); }
    void done() { setBusy(false); }

    QStringList taken;
    QStringList refused;
    bool isBusyAfterEach = false;

private:
    QString m_letter;
};

class ScanRouterTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theOpenRoomComesFirst();
    void anotherRoomThatCanUseItIsOpened();
    void whatNobodyKnowsIsRefusedWhereTheCashierLooks();
    void scansWaitInOrderWhileSomethingIsSaved();
};

void ScanRouterTest::theOpenRoomComesFirst()
{
    LetterRoom sell(RoomName::Sell, u"a"_s);
    LetterRoom returns(RoomName::Returns, u"a"_s);
    ScanRouter router;
    router.addRoom(&sell);
    router.addRoom(&returns);
    router.setOpenRoom(&returns);
    router.take(u"a1"_s);
    QCOMPARE(returns.taken, QStringList{u"a1"_s});
    QVERIFY(sell.taken.isEmpty());
}

void ScanRouterTest::anotherRoomThatCanUseItIsOpened()
{
    LetterRoom sell(RoomName::Sell, u"a"_s);
    LetterRoom returns(RoomName::Returns, u"b"_s);
    ScanRouter router;
    router.addRoom(&sell);
    router.addRoom(&returns);
    router.setOpenRoom(&sell);
    QSignalSpy opened(&router, &ScanRouter::roomTookScan);
    router.take(u"b1"_s);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.first().first().value<Room *>(), &returns);
    QCOMPARE(returns.taken, QStringList{u"b1"_s});
}

void ScanRouterTest::whatNobodyKnowsIsRefusedWhereTheCashierLooks()
{
    LetterRoom sell(RoomName::Sell, u"a"_s);
    LetterRoom returns(RoomName::Returns, u"b"_s);
    ScanRouter router;
    router.addRoom(&sell);
    router.addRoom(&returns);
    router.setOpenRoom(&returns);
    router.take(u"x"_s);
    QCOMPARE(returns.refused, QStringList{u"x"_s});
    QVERIFY(sell.refused.isEmpty());
}

void ScanRouterTest::scansWaitInOrderWhileSomethingIsSaved()
{
    LetterRoom sell(RoomName::Sell, u"a"_s);
    sell.isBusyAfterEach = true;
    ScanRouter router;
    router.addRoom(&sell);
    router.setOpenRoom(&sell);
    for (const QString &scan : {u"a1"_s, u"a2"_s, u"a3"_s})
        router.take(scan);
    QCOMPARE(sell.taken, QStringList{u"a1"_s});
    QCOMPARE(router.waiting(), 2);
    sell.done();
    QCOMPARE(sell.taken, (QStringList{u"a1"_s, u"a2"_s}));
    sell.done();
    sell.done();
    QCOMPARE(sell.taken, (QStringList{u"a1"_s, u"a2"_s, u"a3"_s}));
    QCOMPARE(router.waiting(), 0);
}

} // namespace evertill

QTEST_MAIN(evertill::ScanRouterTest)
#include "tst_scan_router.moc"
