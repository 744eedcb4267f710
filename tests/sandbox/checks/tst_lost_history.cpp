#include "tests/sandbox/checks/mirror.h"
#include "tests/sandbox/checks/oms_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace evertill::sandbox;

/// Cursors of an OMS that was set back to a copy of its file.
class LostHistoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCursorOfALostHistoryIsGone()
    {
        OmsFixture shop;
        Mirror before;
        before.takeAll(shop.oms(), u"BER1T1"_s);
        const std::unique_ptr<Oms> restored = shop.restoredCopy();
        QVERIFY(shop.oms().catalog().setPrice(u"A"_s, 1, OmsFixture::now));
        Mirror lost;
        lost.takeAll(shop.oms(), u"BER1T1"_s);
        QCOMPARE(restored->changes(u"BER1T1"_s, lost.cursor, 10).error().error, u"cursor_gone"_s);
        // It grows past the cursor again, by another history.
        for (int price = 2; price < 9; ++price)
            QVERIFY(restored->catalog().setPrice(u"B"_s, price, OmsFixture::now));
        QCOMPARE(restored->changes(u"BER1T1"_s, lost.cursor, 10).error().error, u"cursor_gone"_s);
        QCOMPARE(restored->changes(u"BER1T1"_s, before.cursor, 10)->changes.size(), 1);
    }

    void aPageOfALostHistoryPassesNoChangeThatMovedOnThere()
    {
        // Three rows changed in one commit; in the history that is lost, the first of them changed again.
        OmsFixture shop;
        Mirror mirror;
        mirror.takeAll(shop.oms(), u"BER1T1"_s);
        shop.oms()
            .catalog()
            .putStock({QJsonObject{{u"sku"_s, u"A"_s}, {u"on_hand"_s, 1000}},
                          QJsonObject{{u"sku"_s, u"B"_s}, {u"on_hand"_s, 2000}},
                          QJsonObject{{u"sku"_s, u"C"_s}, {u"on_hand"_s, 3000}}},
                OmsFixture::now)
            .value();
        const std::unique_ptr<Oms> restored = shop.restoredCopy();
        shop.oms()
            .catalog()
            .putStock({QJsonObject{{u"sku"_s, u"A"_s}, {u"on_hand"_s, 5000}}}, OmsFixture::now)
            .value();
        // One row of three: B, for A has moved to the end.
        QVERIFY(mirror.takePage(shop.oms(), u"BER1T1"_s, 1));
        QCOMPARE(restored->changes(u"BER1T1"_s, mirror.cursor, 10).error().error, u"cursor_gone"_s);
    }
};

QTEST_GUILESS_MAIN(LostHistoryTest)
#include "tst_lost_history.moc"
