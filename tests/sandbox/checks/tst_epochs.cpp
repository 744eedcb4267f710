#include "tests/sandbox/checks/oms_fixture.h"
#include "tests/sandbox/checks/till_script.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace evertill::sandbox;

/// Journals that go on from a backup, in another epoch.
class EpochsTest : public QObject {
    Q_OBJECT

private:
    /// Four sales, all of them sent.
    static TillScript soldFour(OmsFixture &shop)
    {
        TillScript till(u"BER1T1"_s);
        for (int i = 0; i < 4; ++i)
            till.sell(u"A"_s, 1000, 1000);
        shop.push(till.till(), till.batch());
        return till;
    }
    static QStringList divergedIn(OmsFixture &shop, Position after = {}, int limit = 100)
    {
        QStringList places;
        for (const QJsonValue &event :
            shop.oms().divergedFacts(u"BER1T1"_s, after, limit).value(u"events"_s).toArray()) {
            const QJsonObject said =
                QJsonDocument::fromJson(event[u"envelope"_s].toString().toUtf8()).object();
            places.append(u"%1-%2"_s.arg(said[u"epoch"_s].toInt()).arg(said[u"seq"_s].toInt()));
        }
        return places;
    }

    /// A CA that gives every certificate another number.
    class Numbers final : public Certifier {
    public:
        Result<QString> keyHash(const QByteArray &csr) const override { return QString::fromLatin1(csr); }
        Result<Certificate> certify(const QByteArray &, const QString &) const override
        {
            return Certificate{"a certificate", QString::number(++m_last)};
        }

    private:
        mutable int m_last = 0;
    };
    static void enrol(OmsFixture &shop, const Numbers &authority, const QString &machine)
    {
        const QJsonObject wish{{u"code"_s, shop.oms().createCode(u"BER1T1"_s, OmsFixture::now).value()},
            {u"csr"_s, machine}, {u"seal_key"_s, QString(64, u'a')}};
        QVERIFY(shop.oms().enrol(wish, authority, OmsFixture::now));
    }

private Q_SLOTS:
    void whatWasUnderWayWhenTheTillWasEnrolledAnewOpensNoEpochBehindIt()
    {
        // A machine that was rebuilt is rebuilt again while its first epoch is on its way: the second one
        // chose an epoch that was lower, showed wrong stock, and was called a fork.
        OmsFixture shop;
        const Numbers authority;
        const TillScript lost = soldFour(shop);
        enrol(shop, authority, u"one machine"_s);
        const TillScript former = lost.restoredAt(5, 15'000);
        enrol(shop, authority, u"another machine"_s);
        const QJsonObject position = shop.oms().position(u"BER1T1"_s);
        const auto late = shop.oms().pushEvents(u"BER1T1"_s, u"1"_s, former.batch(5), OmsFixture::now);
        QVERIFY(!late);
        QCOMPARE(late.error().status, 403);
        QCOMPARE(late.error().error, u"wrong_till"_s);
        QCOMPARE(shop.oms().position(u"BER1T1"_s), position);
        const TillScript next = lost.restoredAt(5, 6'000);
        QVERIFY(shop.oms().pushEvents(u"BER1T1"_s, u"2"_s, next.batch(5), OmsFixture::now));
    }

    void aFactRecordedAgainIsARepeatAndBookedOnce()
    {
        OmsFixture shop;
        const TillScript lost = soldFour(shop);
        TillScript till = lost.restoredAt(3);
        till.sell(u"A"_s, 1000, 1000);
        QCOMPARE(shop.push(till.till(), till.batch(3)), u"applied applied"_s);
        QCOMPARE(divergedIn(shop), (QStringList{u"1-4"_s, u"1-5"_s}));
        till.recordAgain(lost, 3);
        till.recordAgain(lost, 4);
        const qint64 changes = shop.number(u"SELECT head FROM feed"_s);
        QCOMPARE(shop.push(till.till(), till.batch(5)), u"repeat repeat"_s);
        QCOMPARE(shop.number(u"SELECT head FROM feed"_s), changes);
        QCOMPARE(shop.number(u"SELECT on_hand FROM stock WHERE sku='A'"_s), 15'000);
        QCOMPARE(shop.number(u"SELECT count(*) FROM booked_sale"_s), 5);
        QCOMPARE(shop.number(u"SELECT count(*) FROM finding"_s), 0);
        QCOMPARE(divergedIn(shop), QStringList());
        QCOMPARE(shop.oms().journalBack(till.till(), {}, 100).value(u"events"_s).toArray(),
            till.batch().value(u"events"_s).toArray());
    }

    void anOmsThatLostAFactBooksItWhenItComesAgain()
    {
        OmsFixture shop;
        TillScript lost(u"BER1T1"_s);
        lost.sell(u"A"_s, 1000, 1000);
        shop.push(lost.till(), lost.batch());
        const auto older = shop.restoredCopy();
        lost.sell(u"A"_s, 2000, 1000);
        shop.push(lost.till(), lost.batch());
        TillScript till = lost.restoredAt(2);
        till.recordAgain(lost, 2);
        const auto answer = older->pushEvents(till.till(), till.batch(2), OmsFixture::now);
        QVERIFY(answer);
        QCOMPARE(answer->value(u"outcomes"_s)[1][u"outcome"_s].toString(), u"applied"_s);
    }

    void divergedFactsComeInPiecesWithTheHashBeforeThem()
    {
        OmsFixture shop;
        const TillScript lost = soldFour(shop);
        shop.push(lost.till(), lost.restoredAt(1).batch(1));
        QCOMPARE(divergedIn(shop), (QStringList{u"1-2"_s, u"1-3"_s, u"1-4"_s, u"1-5"_s}));
        const QJsonObject part = shop.oms().divergedFacts(lost.till(), {1, 2}, 2);
        QCOMPARE(part.value(u"events"_s).toArray().size(), 2);
        QVERIFY(part.value(u"more"_s).toBool());
        QCOMPARE(part.value(u"events"_s)[0][u"prev_hash"_s].toString(), lost.hashAt(1));
        QCOMPARE(part.value(u"events"_s)[0][u"hash"_s].toString(), lost.hashAt(2));
        QVERIFY(!shop.oms().divergedFacts(lost.till(), {1, 4}, 2).value(u"more"_s).toBool());
        QCOMPARE(divergedIn(shop, {1, 5}), QStringList());
    }

    void anotherFactUnderATakenIdIsKeptAndNotBooked()
    {
        OmsFixture shop;
        const TillScript lost = soldFour(shop);
        TillScript other(u"BER1T1"_s);
        for (int i = 0; i < 4; ++i)
            other.sell(u"B"_s, 1000, 1000); // the same ids
        TillScript till = lost.restoredAt(3);
        till.recordAgain(other, 3);
        QCOMPARE(shop.push(till.till(), till.batch(3)), u"applied not_understood"_s);
        QCOMPARE(shop.number(u"SELECT on_hand FROM stock WHERE sku='B'"_s), 20'000);
    }

    void aFactThatComesUnderAnotherTillsNameIsBookedOnce()
    {
        OmsFixture shop;
        const TillScript lost = soldFour(shop);
        TillScript other(u"BER1T2"_s);
        other.recordAgain(lost, 4);
        QCOMPARE(shop.push(other.till(), other.batch()), u"applied repeat"_s);
        QCOMPARE(shop.number(u"SELECT on_hand FROM stock WHERE sku='A'"_s), 16'000);
    }

    void anOlderBackupGoesOnBehindANewerEpoch()
    {
        OmsFixture shop;
        const TillScript lost = soldFour(shop);
        TillScript first = lost.restoredAt(3);
        first.sell(u"A"_s, 1000, 1000);
        first.recordAgain(lost, 3);
        shop.push(first.till(), first.batch(3));
        // The restored disk is lost too, and all there is is the same backup; or one made since.
        TillScript second = lost.restoredAt(3, 6);
        second.sell(u"A"_s, 1000, 1000);
        QCOMPARE(shop.push(second.till(), second.batch(3)), u"applied applied"_s);
        first.sell(u"A"_s, 1000, 1000);
        QCOMPARE(shop.push(first.till(), first.batch(3)), u"fork"_s);
        QCOMPARE(divergedIn(shop), (QStringList{u"1-4"_s, u"1-5"_s, u"2-2"_s}));
        QCOMPARE(shop.oms().journalBack(second.till(), {}, 100).value(u"events"_s).toArray(),
            second.batch().value(u"events"_s).toArray());
        const TillScript third = first.restoredAt(5, 8);
        QCOMPARE(shop.push(third.till(), third.batch(5)), u"applied"_s);
        QCOMPARE(shop.oms().journalBack(third.till(), {}, 100).value(u"events"_s).toArray(),
            third.batch().value(u"events"_s).toArray());
        // first's record of 1-4 lies beyond that backup again.
        QCOMPARE(divergedIn(shop), (QStringList{u"1-4"_s, u"1-5"_s, u"7-2"_s}));
    }
};

QTEST_GUILESS_MAIN(EpochsTest)
#include "tst_epochs.moc"
