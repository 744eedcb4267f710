#include "tests/sandbox/booking/gift_card_book.h"
#include "tests/sandbox/checks/mirror.h"
#include "tests/sandbox/checks/oms_fixture.h"
#include "tests/sandbox/checks/till_script.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace evertill::sandbox;

namespace {

const QString kNumber = u"EVG-700012345678K7"_s;
const QString kCart = u"0190163d-0000-7000-8000-000000000009"_s;

QString holdId(int n) { return u"0190163d-0000-7000-8000-00000000010%1"_s.arg(n); }

} // namespace

/// Gift cards in the OMS's books: holds, what sales take and returns give, and what was overdrawn.
class GiftCardsTest : public QObject {
    Q_OBJECT

private:
    static QString card() { return GiftCardBook::referenceOf(kNumber); }
    static QJsonObject wish(int hold, qint64 amount)
    {
        return {
            {u"hold"_s, holdId(hold)}, {u"cart"_s, kCart}, {u"amount"_s, amount}, {u"currency"_s, u"EUR"_s}};
    }
    static QJsonObject paid(qint64 amount, const QString &hold = {})
    {
        QJsonObject tender{{u"kind"_s, u"giftcard"_s}, {u"amount"_s, amount}, {u"card"_s, card()},
            {u"last_four"_s, u"78K7"_s}};
        if (!hold.isEmpty())
            tender[u"hold"_s] = hold;
        return tender;
    }
    /// A sale of one piece of A, or its return, by \a tenders; \a more stands in its line.
    static void add(TillScript &till, const QString &kind, qint64 gross, const QJsonArray &tenders,
        const QJsonObject &more = {})
    {
        QJsonObject line{{u"line"_s, 1}, {u"sku"_s, u"A"_s}, {u"name"_s, u"A"_s}, {u"unit"_s, u"ea"_s},
            {u"quantity"_s, 1000}, {u"net"_s, gross}, {u"tax"_s, 0}, {u"gross"_s, gross},
            {u"tax_code"_s, u"none"_s}, {u"tax_rate"_s, 0}};
        QJsonObject payload{{u"shift"_s, u"h"_s}, {u"currency"_s, u"EUR"_s}, {u"tax_mode"_s, u"inclusive"_s},
            {u"taxes"_s, QJsonArray()}, {u"total"_s, gross}, {u"tenders"_s, tenders},
            {u"receipt"_s, u"%1-1-%2"_s.arg(till.till()).arg(till.size())}};
        for (auto field = more.begin(); field != more.end(); ++field)
            line[field.key()] = *field;
        const bool isSale = kind == u"sale.completed"_s;
        line[isSale ? u"price"_s : u"disposition"_s] = isSale ? QJsonValue(gross) : QJsonValue(u"restock"_s);
        payload[isSale ? u"sale"_s : u"return"_s] = u"%1-%2"_s.arg(till.till()).arg(till.size());
        payload[u"lines"_s] = QJsonArray{line};
        till.add(kind, payload);
    }
    static qint64 balance(OmsFixture &shop)
    {
        return shop.oms().giftCard(card(), shop.now).value().value(u"balance"_s).toInteger();
    }

private Q_SLOTS:
    void aHoldKeepsMoneyForOneCartAndEndsByItself()
    {
        OmsFixture shop;
        QCOMPARE(shop.oms().putGiftCard(kNumber, 5000, shop.now)->value(u"balance"_s).toInteger(), 5000);
        const auto first = shop.oms().holdGiftCard(u"BER1T1"_s, card(), wish(1, 3000), shop.now);
        QCOMPARE(first->value(u"amount"_s).toInteger(), 3000);
        QCOMPARE(first->value(u"left"_s).toInteger(), 2000);
        // Asked again, the same answer; another till gets the rest, then nothing.
        QCOMPARE(*shop.oms().holdGiftCard(u"BER1T1"_s, card(), wish(1, 3000), shop.now), *first);
        QCOMPARE(
            shop.oms().holdGiftCard(u"BER1T2"_s, card(), wish(2, 3000), shop.now)->value(u"amount"_s), 2000);
        QCOMPARE(shop.oms().holdGiftCard(u"BER1T3"_s, card(), wish(3, 1), shop.now).error().error,
            u"card_empty"_s);
        const qint64 later = shop.now + GiftCardBook::holdLength;
        QCOMPARE(
            shop.oms().holdGiftCard(u"BER1T3"_s, card(), wish(3, 9000), later)->value(u"amount"_s), 5000);
        shop.oms().releaseGiftCard(card(), holdId(3), later);
        QCOMPARE(shop.oms().giftCard(card(), later)->value(u"balance"_s), 5000);
    }

    void refusesWhatIsNoHold()
    {
        OmsFixture shop;
        QCOMPARE(shop.oms().holdGiftCard(u"BER1T1"_s, card(), wish(1, 1), shop.now).error().error,
            u"unknown_card"_s);
        (void)shop.oms().putGiftCard(kNumber, 5000, shop.now);
        QCOMPARE(shop.oms().holdGiftCard(u"BER1T1"_s, card(), wish(1, 0), shop.now).error().error,
            u"bad_request"_s);
        QJsonObject francs = wish(1, 100);
        francs[u"currency"_s] = u"CHF"_s;
        QCOMPARE(shop.oms().holdGiftCard(u"BER1T1"_s, card(), francs, shop.now).error().error,
            u"wrong_currency"_s);
        QVERIFY(!shop.oms().putGiftCard(kNumber, -1, shop.now));
        QCOMPARE(balance(shop), 5000);
    }

    void aSaleTakesAndEndsItsHoldAndAReturnGives()
    {
        OmsFixture shop;
        (void)shop.oms().putGiftCard(kNumber, 5000, shop.now);
        (void)shop.oms().holdGiftCard(u"BER1T1"_s, card(), wish(1, 1000), shop.now);
        TillScript till(u"BER1T1"_s);
        add(till, u"sale.completed"_s, 1000, {paid(1000, holdId(1))});
        add(till, u"return.completed"_s, 400, {paid(400)});
        QCOMPARE(shop.push(till.till(), till.batch()), u"applied applied applied"_s);
        QCOMPARE(balance(shop), 4400);
        QCOMPARE(shop.table(u"giftcard_hold"_s), QJsonArray());
        QCOMPARE(shop.table(u"finding"_s), QJsonArray());
        // The same journal again books nothing twice.
        QCOMPARE(shop.push(till.till(), till.batch()), u"repeat repeat repeat"_s);
        QCOMPARE(balance(shop), 4400);
    }

    void whatTwoTillsTookOfflineBeyondTheBalanceIsOneTaskPerExcess()
    {
        OmsFixture shop;
        (void)shop.oms().putGiftCard(kNumber, 1500, shop.now);
        TillScript one(u"BER1T1"_s);
        TillScript two(u"BER1T2"_s);
        add(one, u"sale.completed"_s, 1000, {paid(1000)});
        add(two, u"sale.completed"_s, 1000, {paid(1000)});
        QCOMPARE(shop.push(one.till(), one.batch()), u"applied applied"_s);
        QCOMPARE(shop.push(two.till(), two.batch()), u"applied task"_s);
        QCOMPARE(shop.tasks(), (QStringList{u"BER1T2:1:2:giftcard_overdrawn open"_s}));
        const QJsonObject owed =
            shop.facts(u"BER1T2:1:2:giftcard_overdrawn"_s).value(u"cards"_s).toArray().at(0).toObject();
        QCOMPARE(owed.value(u"missing"_s).toInteger(), 500);
        QCOMPARE(owed.value(u"paid"_s).toInteger(), 1000);
        QCOMPARE(balance(shop), 0);
    }

    void aLineOfASaleLoadsACardOnceAndNoStock()
    {
        OmsFixture shop;
        TillScript till(u"BER1T1"_s);
        add(till, u"sale.completed"_s, 2500, {QJsonObject{{u"kind"_s, u"cash"_s}, {u"amount"_s, 2500}}},
            {{u"sku"_s, u"GIFTCARD"_s}, {u"card"_s, card()}, {u"last_four"_s, u"78K7"_s}});
        QCOMPARE(shop.push(till.till(), till.batch()), u"applied applied"_s);
        QCOMPARE(shop.push(till.till(), till.batch()), u"repeat repeat"_s);
        QCOMPARE(balance(shop), 2500);
        QCOMPARE(shop.number(u"SELECT count(*) FROM stock_movement WHERE reason='sale'"_s), 0);
        QCOMPARE(shop.table(u"finding"_s), QJsonArray());
        QCOMPARE(shop.tasks(), QStringList());
        // It does not come back: the receipt says so.
        Mirror mirror;
        mirror.takeAll(shop.oms(), till.till());
        const QJsonObject row = mirror.row(u"receipt"_s, u"BER1T1-1-1"_s);
        const QJsonObject line = row.value(u"lines"_s).toArray().at(0).toObject();
        QCOMPARE(line.value(u"returned"_s).toInteger(), 1000);
        QCOMPARE(line.value(u"refunded"_s).toInteger(), 2500);
    }

    void aCreditMakesACardThatNobodyKnew()
    {
        OmsFixture shop;
        TillScript till(u"BER1T1"_s);
        add(till, u"return.completed"_s, 700, {paid(700)});
        QCOMPARE(shop.push(till.till(), till.batch()), u"applied applied"_s);
        QCOMPARE(balance(shop), 700);
    }
};

QTEST_GUILESS_MAIN(GiftCardsTest)
#include "tst_gift_cards.moc"
