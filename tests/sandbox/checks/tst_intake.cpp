#include "tests/sandbox/checks/oms_fixture.h"
#include "tests/sandbox/checks/till_script.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace evertill::sandbox;

class IntakeTest : public QObject {
    Q_OBJECT

private:
    static QJsonObject spoilt(QJsonObject batch, int index, const QString &from, const QString &to)
    {
        QJsonArray events = batch.value(u"events"_s).toArray();
        QJsonObject event = events[index].toObject();
        event[u"envelope"_s] = event.value(u"envelope"_s).toString().replace(from, to);
        events[index] = event;
        batch[u"events"_s] = events;
        return batch;
    }

private Q_SLOTS:
    void takesAJournalAndSaysHowFar()
    {
        OmsFixture shop;
        TillScript till(u"BER1T1"_s);
        QCOMPARE(shop.oms().position(till.till()),
            (QJsonObject{{u"epoch"_s, 0}, {u"accepted_through"_s, 0}, {u"hash"_s, QString(64, u'0')}}));
        till.sell(u"A"_s, 1000, 1000);
        QCOMPARE(shop.push(till.till(), till.batch()), u"applied applied"_s);
        QCOMPARE(shop.oms().position(till.till()),
            (QJsonObject{{u"epoch"_s, 1}, {u"accepted_through"_s, 2}, {u"hash"_s, till.hashAt(1)}}));
    }

    void aRepeatChangesNothing()
    {
        OmsFixture shop;
        TillScript till(u"BER1T1"_s);
        till.sell(u"A"_s, 1000, 1000);
        shop.push(till.till(), till.batch());
        const qint64 changes = shop.number(u"SELECT head FROM feed"_s);
        QCOMPARE(shop.push(till.till(), till.batch()), u"repeat repeat"_s);
        QCOMPARE(shop.number(u"SELECT head FROM feed"_s), changes);
        QCOMPARE(shop.number(u"SELECT on_hand FROM stock WHERE sku='A'"_s), 19'000);
        till.sell(u"A"_s, 1000, 1000);
        QCOMPARE(shop.push(till.till(), till.batch(1)), u"repeat applied"_s);
        QCOMPARE(shop.number(u"SELECT on_hand FROM stock WHERE sku='A'"_s), 18'000);
    }

    void refusesABatchAsAWhole_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("a changed amount does not hash") << u"\"total\":1000"_s << u"\"total\":9000"_s;
        QTest::newRow("a space that canonical JSON has not") << u"\"total\":"_s << u"\"total\": "_s;
    }
    void refusesABatchAsAWhole()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        OmsFixture shop;
        TillScript till(u"BER1T1"_s);
        till.sell(u"A"_s, 1000, 1000);
        till.sell(u"A"_s, 1000, 1000);
        QCOMPARE(shop.push(till.till(), spoilt(till.batch(), 2, from, to)), u"bad_hash"_s);
        QCOMPARE(shop.number(u"SELECT count(*) FROM event"_s), 0);
        QCOMPARE(shop.number(u"SELECT on_hand FROM stock WHERE sku='A'"_s), 20'000);
    }

    void refusesWhatIsNotTheContractsShape()
    {
        OmsFixture shop;
        TillScript till(u"BER1T1"_s);
        for (int i = 0; i < 500; ++i)
            till.sell(u"A"_s, 1000, 1000);
        QCOMPARE(shop.push(till.till(), till.batch()), u"too_large"_s);
        QCOMPARE(shop.push(till.till(), {}), u"bad_request"_s);
        QCOMPARE(shop.push(till.till(), {{u"prev_hash"_s, u"12"_s}, {u"events"_s, QJsonArray()}}),
            u"bad_request"_s);
        QJsonObject holed = till.batch(0, 3);
        QJsonArray events = holed.value(u"events"_s).toArray();
        events.removeAt(1);
        holed[u"events"_s] = events;
        QCOMPARE(shop.push(till.till(), holed), u"bad_hash"_s);
        QCOMPARE(shop.number(u"SELECT count(*) FROM event"_s), 0);
    }

    void tellsAGapFromAFork()
    {
        OmsFixture shop;
        TillScript till(u"BER1T1"_s);
        till.sell(u"A"_s, 1000, 1000);
        till.sell(u"A"_s, 2000, 1000);
        TillScript clone(u"BER1T1"_s);
        clone.sell(u"B"_s, 1000, 1000);
        QCOMPARE(shop.push(till.till(), till.batch(1)), u"gap"_s);
        QCOMPARE(shop.push(till.till(), till.batch(0, 2)), u"applied applied"_s);
        QCOMPARE(shop.push(till.till(), clone.batch()), u"fork"_s);
        clone.sell(u"B"_s, 1000, 1000);
        QCOMPARE(shop.push(till.till(), clone.batch(2)), u"fork"_s);
        QCOMPARE(shop.number(u"SELECT on_hand FROM stock WHERE sku='B'"_s), 20'000);
        QCOMPARE(shop.push(till.till(), till.batch(2)), u"applied"_s);
    }

    void aConflictSaysHowFarTheOmsIs()
    {
        OmsFixture shop;
        TillScript till(u"BER1T1"_s);
        till.sell(u"A"_s, 1000, 1000);
        till.sell(u"A"_s, 1000, 1000);
        shop.push(till.till(), till.batch(0, 1));
        const Result<QJsonObject> answer = shop.oms().pushEvents(till.till(), till.batch(2), OmsFixture::now);
        QVERIFY(!answer);
        QCOMPARE(answer.error().status, 409);
        QCOMPARE(answer.error().fields, shop.oms().position(till.till()));
        QCOMPARE(answer.error().fields.value(u"accepted_through"_s).toInt(), 1);
    }

    void aRestoredBackupOpensANewEpochAndClosesTheOld()
    {
        OmsFixture shop;
        TillScript till(u"BER1T1"_s);
        for (int i = 0; i < 4; ++i)
            till.sell(u"A"_s, 1000, 1000);
        shop.push(till.till(), till.batch());
        TillScript restored = till.restoredAt(3);
        restored.sell(u"A"_s, 1000, 1000);
        QCOMPARE(shop.push(till.till(), restored.batch(3)), u"applied applied"_s);
        // All five sales left the store: four before the disk died, one after it, and none twice.
        QCOMPARE(shop.number(u"SELECT on_hand FROM stock WHERE sku='A'"_s), 15'000);
        QCOMPARE(shop.push(till.till(), restored.batch()), u"repeat repeat repeat repeat repeat"_s);
        QCOMPARE(shop.push(till.till(), till.batch(3)), u"fork"_s);
        till.sell(u"A"_s, 1000, 1000);
        QCOMPARE(shop.push(till.till(), till.batch(5)), u"fork"_s);
        QCOMPARE(shop.oms().position(till.till()).value(u"epoch"_s).toInt(), 2);
    }

    void anEpochMustContinueWhatIsHere()
    {
        OmsFixture shop;
        TillScript till(u"BER1T1"_s);
        for (int i = 0; i < 4; ++i)
            till.sell(u"A"_s, 1000, 1000);
        const TillScript restored = till.restoredAt(4);
        QCOMPARE(shop.push(till.till(), restored.batch(4)), u"gap"_s);
        shop.push(till.till(), till.batch(0, 2));
        QCOMPARE(shop.push(till.till(), restored.batch(4)), u"gap"_s);
        QCOMPARE(shop.push(till.till(), restored.batch(2)), u"applied applied applied"_s);
        // Clones of the disk that open a second epoch of their own; and a till that begins anew.
        QCOMPARE(shop.push(till.till(), till.restoredAt(3).batch(3)), u"fork"_s);
        QCOMPARE(
            shop.push(till.till(), TillScript(u"BER1T1"_s).restoredAt(1).restoredAt(2).batch(2)), u"fork"_s);
    }

    void anEpochContinuesItsPredecessorsHashAndNotJustItsName()
    {
        OmsFixture shop;
        TillScript till(u"BER1T1"_s);
        till.sell(u"A"_s, 1000, 1000);
        shop.push(till.till(), till.batch());
        const TillScript restored = till.restoredAt(2);
        QJsonObject event = restored.batch(2).value(u"events"_s).toArray().at(0).toObject();
        const QByteArray envelope = event.value(u"envelope"_s).toString().toUtf8();
        event[u"hash"_s] = QString::fromLatin1(Sha256::of(QByteArray(32, '\0'), envelope).toHex());
        const QJsonObject torn{{u"prev_hash"_s, QString(64, u'0')}, {u"events"_s, QJsonArray{event}}};
        QCOMPARE(shop.push(till.till(), torn), u"fork"_s);
        QCOMPARE(shop.push(till.till(), restored.batch(2)), u"applied"_s);
    }

    void theJournalComesBackAsOneChain()
    {
        OmsFixture shop;
        TillScript till(u"BER1T1"_s);
        for (int i = 0; i < 4; ++i)
            till.sell(u"A"_s, 1000, 1000);
        shop.push(till.till(), till.batch());
        TillScript restored = till.restoredAt(3);
        restored.sell(u"B"_s, 1000, 1000);
        shop.push(till.till(), restored.batch(3));
        QJsonArray back;
        Position after;
        bool more = true;
        while (more) {
            const QJsonObject part = shop.oms().journalBack(till.till(), after, 2);
            more = part.value(u"more"_s).toBool();
            for (const QJsonValue &event : part.value(u"events"_s).toArray())
                back.append(event);
            after = back.size() <= 3 ? Position{1, back.size()} : Position{2, back.size() - 3};
        }
        QCOMPARE(back, restored.batch().value(u"events"_s).toArray());
    }

    void whatItDoesNotUnderstandIsKept()
    {
        OmsFixture shop;
        TillScript till(u"BER1T1"_s);
        till.add(u"drone.dispatched"_s, {{u"sku"_s, u"A"_s}});
        till.add(u"stock.adjusted"_s, {{u"sku"_s, u"A"_s}, {u"quantity"_s, 5000}}, u"A"_s, 2);
        till.add(u"stock.adjusted"_s, {{u"sku"_s, u"A"_s}, {u"quantity"_s, u"five"_s}});
        till.add(u"sale.completed"_s, {{u"sale"_s, u"x"_s}});
        till.sell(u"A"_s, 1000, 1000);
        QCOMPARE(shop.push(till.till(), till.batch()),
            u"applied not_understood not_understood not_understood not_understood applied"_s);
        QCOMPARE(shop.number(u"SELECT count(*) FROM event WHERE outcome='not_understood'"_s), 4);
        QCOMPARE(shop.number(u"SELECT count(*) FROM booked_sale"_s), 1);
        QCOMPARE(shop.number(u"SELECT on_hand FROM stock WHERE sku='A'"_s), 19'000);
    }

    void aFactThatCanNotBeBookedHoldsNothingUp()
    {
        OmsFixture shop;
        TillScript till(u"BER1T1"_s);
        const QJsonObject line{{u"line"_s, 1}, {u"sku"_s, u"A"_s}, {u"name"_s, u"A"_s}, {u"unit"_s, u"ea"_s},
            {u"quantity"_s, 1000}, {u"price"_s, 100}, {u"net"_s, 84}, {u"tax"_s, 16}, {u"gross"_s, 100},
            {u"tax_code"_s, u"standard"_s}, {u"tax_rate"_s, 190'000}};
        till.add(u"sale.completed"_s,
            {{u"sale"_s, u"s"_s}, {u"receipt"_s, u"r"_s}, {u"shift"_s, u"h"_s}, {u"currency"_s, u"EUR"_s},
                {u"tax_mode"_s, u"inclusive"_s}, {u"lines"_s, QJsonArray{line, line}},
                {u"taxes"_s, QJsonArray()}, {u"total"_s, 200}, {u"tenders"_s, QJsonArray()}});
        till.sell(u"A"_s, 1000, 1000);
        QCOMPARE(shop.push(till.till(), till.batch()), u"applied not_understood applied"_s);
        QCOMPARE(shop.number(u"SELECT on_hand FROM stock WHERE sku='A'"_s), 19'000);
        QCOMPARE(shop.number(u"SELECT count(*) FROM booked_sale_line"_s), 1);
    }
};

QTEST_GUILESS_MAIN(IntakeTest)
#include "tst_intake.moc"
