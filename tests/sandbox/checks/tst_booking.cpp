#include "tests/sandbox/checks/mirror.h"
#include "tests/sandbox/checks/oms_fixture.h"
#include "tests/sandbox/checks/till_script.h"

#include <QTest>
#include <openssl/evp.h>

using namespace Qt::StringLiterals;
using namespace evertill::sandbox;

class BookingTest : public QObject {
    Q_OBJECT

private:
    static QJsonObject sealPayload(const QByteArray &hash, EVP_PKEY *key)
    {
        const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(
            EVP_MD_CTX_new(), &EVP_MD_CTX_free);
        QByteArray signature(64, '\0');
        QByteArray publicKey(32, '\0');
        std::size_t size = 64;
        EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key);
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size,
            reinterpret_cast<const unsigned char *>(hash.constData()), 32);
        size = 32;
        EVP_PKEY_get_raw_public_key(key, reinterpret_cast<unsigned char *>(publicKey.data()), &size);
        return {{u"epoch"_s, 1}, {u"seq"_s, 1}, {u"hash"_s, QString::fromLatin1(hash.toHex())},
            {u"key"_s, QString::fromLatin1(publicKey.toHex())},
            {u"signature"_s, QString::fromLatin1(signature.toHex())}};
    }

private Q_SLOTS:
    void aSaleIsBookedToTheCent()
    {
        OmsFixture shop;
        TillScript till(u"BER1T1"_s);
        till.sell(u"A"_s, 3000, 333);
        QCOMPARE(shop.push(till.till(), till.batch()), u"applied applied"_s);
        QCOMPARE(shop.number(u"SELECT total FROM booked_sale"_s), 999);
        QCOMPARE(shop.number(u"SELECT net+tax FROM booked_sale_line"_s), 999);
        QCOMPARE(
            shop.number(
                u"SELECT t.amount-s.change FROM booked_tender t JOIN booked_sale s USING(till,epoch,seq)"_s),
            999);
        QCOMPARE(shop.number(u"SELECT net+tax FROM booked_tax"_s), 999);
        QCOMPARE(shop.number(u"SELECT on_hand FROM stock WHERE sku='A'"_s), 17'000);
        QCOMPARE(shop.number(u"SELECT sum(on_hand) FROM stock_movement WHERE sku='A'"_s), 17'000);
        QCOMPARE(shop.table(u"finding"_s), QJsonArray());
    }

    void sumsThatDoNotHoldAreFoundAndBookedAllTheSame()
    {
        OmsFixture shop;
        TillScript till(u"BER1T1"_s);
        till.sell(u"A"_s, 1000, 1000);
        QJsonObject line{{u"line"_s, 1}, {u"sku"_s, u"A"_s}, {u"name"_s, u"A"_s}, {u"unit"_s, u"ea"_s},
            {u"quantity"_s, 2000}, {u"price"_s, 1000}, {u"discount"_s, 100}, {u"net"_s, 1600},
            {u"tax"_s, 300}, {u"gross"_s, 1901}, {u"tax_code"_s, u"standard"_s}, {u"tax_rate"_s, 190'000}};
        till.add(u"sale.completed"_s,
            {{u"sale"_s, u"s"_s}, {u"receipt"_s, till.lastReceipt()}, {u"shift"_s, u"h"_s},
                {u"currency"_s, u"EUR"_s}, {u"tax_mode"_s, u"inclusive"_s}, {u"lines"_s, QJsonArray{line}},
                {u"taxes"_s, QJsonArray()}, {u"total"_s, 1900}, {u"tenders"_s, QJsonArray()}});
        QCOMPARE(shop.push(till.till(), till.batch()), u"applied applied applied"_s);
        QStringList findings;
        for (const QJsonValue &row : shop.table(u"finding"_s))
            findings.append(row.toObject().value(u"finding"_s).toString());
        QCOMPARE(findings,
            (QStringList{u"line 1: net and tax give 1900, gross says 1901"_s,
                u"lines give 1901, total says 1900"_s, u"tenders less change give 0, 1900 was due"_s,
                u"receipt number %1 was given out before"_s.arg(till.lastReceipt())}));
        QCOMPARE(shop.number(u"SELECT on_hand FROM stock WHERE sku='A'"_s), 17'000);
    }

    void goodsComeBackOnceAndDamagedOnesNotToTheShelf()
    {
        OmsFixture shop;
        TillScript till(u"BER1T1"_s);
        till.sell(u"A"_s, 3000, 1000);
        const QString receipt = till.lastReceipt();
        till.takeBack(receipt, u"A"_s, 1000, 1000);
        till.takeBack(receipt, u"A"_s, 1000, 1000, u"damaged"_s);
        till.takeBack({}, u"B"_s, 1000, 1000);
        QCOMPARE(shop.push(till.till(), till.batch()), u"applied applied applied applied applied"_s);
        QCOMPARE(shop.number(u"SELECT on_hand FROM stock WHERE sku='A'"_s), 18'000);
        QCOMPARE(shop.number(u"SELECT on_hand FROM stock WHERE sku='B'"_s), 21'000);
        QCOMPARE(shop.number(u"SELECT sum(total) FROM booked_return"_s), 3000);
        Mirror mirror;
        mirror.takeAll(shop.oms(), till.till());
        const QJsonObject line =
            mirror.row(u"receipt"_s, receipt).value(u"lines"_s).toArray().at(0).toObject();
        QCOMPARE(line.value(u"returned"_s).toInt(), 2000);
        QCOMPARE(line.value(u"refunded"_s).toInt(), 2000);
        QCOMPARE(shop.tasks(), QStringList());
    }

    void moreMoneyThanWasPaidIsAnExcessToo()
    {
        OmsFixture shop;
        TillScript till(u"BER1T1"_s);
        till.sell(u"A"_s, 3000, 1000);
        till.takeBack(till.lastReceipt(), u"A"_s, 1000, 3001);
        QCOMPARE(shop.push(till.till(), till.batch()), u"applied applied task"_s);
        QCOMPARE(shop.tasks(), QStringList{u"BER1T1:1:3:over_refunded open"_s});
    }

    void aReturnThatOvertookItsSaleStillCounts()
    {
        OmsFixture shop;
        TillScript one(u"BER1T1"_s);
        TillScript two(u"BER1T2"_s);
        one.sell(u"A"_s, 1000, 1000);
        two.takeBack(one.lastReceipt(), u"A"_s, 1000, 1000);
        QCOMPARE(shop.push(two.till(), two.batch()), u"applied task"_s);
        QCOMPARE(shop.tasks(), QStringList{u"BER1T2:1:2:unknown_receipt open"_s});
        const QJsonObject facts = shop.facts(u"BER1T2:1:2:unknown_receipt"_s);
        QCOMPARE(facts.value(u"receipt"_s).toString(), one.lastReceipt());
        QCOMPARE(facts.value(u"refunded"_s).toInt(), 1000);
        QCOMPARE(shop.push(one.till(), one.batch()), u"applied applied"_s);
        // The receipt that comes now counts the return, and tells its till so.
        Mirror mirror;
        mirror.takeAll(shop.oms(), two.till());
        QCOMPARE(mirror.through(u"receipt"_s, one.lastReceipt()), two.head());
        one.takeBack(one.lastReceipt(), u"A"_s, 1000, 1000);
        QCOMPARE(shop.push(one.till(), one.batch(2)), u"task"_s);
        QCOMPARE(shop.tasks().last(), u"BER1T1:1:3:over_refunded open"_s);
    }

    void aReturnSaysHowItsPricesStand_data()
    {
        QTest::addColumn<QJsonValue>("said");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("booked");
        QTest::newRow("with their tax") << QJsonValue(u"inclusive"_s) << u"applied"_s << u"inclusive"_s;
        QTest::newRow("without it") << QJsonValue(u"exclusive"_s) << u"applied"_s << u"exclusive"_s;
        QTest::newRow("not at all, as of old") << QJsonValue() << u"applied"_s << u"inclusive"_s;
        QTest::newRow("in a way that nobody knows")
            << QJsonValue(u"net"_s) << u"not_understood"_s << QString();
    }
    void aReturnSaysHowItsPricesStand()
    {
        QFETCH(QJsonValue, said);
        QFETCH(QString, outcome);
        OmsFixture shop;
        TillScript till(u"BER1T1"_s);
        QJsonObject payload{{u"return"_s, u"r"_s}, {u"receipt"_s, u"BER1T1-1-1"_s}, {u"shift"_s, u"h"_s},
            {u"currency"_s, u"EUR"_s}, {u"lines"_s, QJsonArray()}, {u"taxes"_s, QJsonArray()},
            {u"total"_s, 0}, {u"tenders"_s, QJsonArray()}};
        if (!said.isNull())
            payload[u"tax_mode"_s] = said;
        till.add(u"return.completed"_s, payload);
        QCOMPARE(shop.push(till.till(), till.batch()), u"applied "_s + outcome);
        QTEST(shop.table(u"booked_return"_s).at(0).toObject().value(u"tax_mode"_s).toString(), "booked");
    }

    void aShiftIsCheckedAgainstTheBooks_data()
    {
        QTest::addColumn<int>("expected");
        QTest::addColumn<QJsonArray>("notes");
        QTest::addColumn<QStringList>("findings");
        const QJsonArray dollars{QJsonObject{{u"currency"_s, u"USD"_s}, {u"amount"_s, 100}}};
        // float 50.00 + sale 20.00 − return 5.00 + paid in 3.00 − dropped 10.00
        QTest::newRow("the drawer is what the books give") << 5800 << QJsonArray() << QStringList();
        QTest::newRow("notes that no sale took")
            << 5800 << dollars << QStringList{u"the books hold other foreign notes"_s};
        QTest::newRow("the drawer is a cent beside the books")
            << 5801 << QJsonArray()
            << QStringList{u"the books expect 5800 in the drawer, the shift says 5801"_s};
    }
    void aShiftIsCheckedAgainstTheBooks()
    {
        QFETCH(int, expected);
        QFETCH(QJsonArray, notes);
        QFETCH(QStringList, findings);
        OmsFixture shop;
        TillScript till(u"BER1T1"_s);
        const QJsonObject shift{{u"shift"_s, u"shift-1"_s}, {u"currency"_s, u"EUR"_s}};
        const auto with = [&](QJsonObject more) {
            for (auto field = shift.begin(); field != shift.end(); ++field)
                more[field.key()] = field.value();
            return more;
        };
        till.add(u"shift.opened"_s, with({{u"number"_s, 1}, {u"float"_s, 5000}}));
        till.sell(u"A"_s, 2000, 1000);
        till.takeBack(till.lastReceipt(), u"A"_s, 500, 500);
        till.add(u"cash.moved"_s,
            with({{u"kind"_s, u"pay_in"_s}, {u"amount"_s, 300}, {u"reason"_s, u"change"_s}}));
        till.add(
            u"cash.moved"_s, with({{u"kind"_s, u"drop"_s}, {u"amount"_s, 1000}, {u"reason"_s, u"safe"_s}}));
        till.add(u"shift.closed"_s,
            with({{u"counted"_s, 5700}, {u"expected"_s, expected}, {u"over_short"_s, 5700 - expected},
                {u"sales"_s, 1}, {u"returns"_s, 1}, {u"sales_total"_s, 2000}, {u"returns_total"_s, 500},
                {u"cash_total"_s, 1500}, {u"card_total"_s, 0}, {u"foreign_cash"_s, notes}}));
        QCOMPARE(shop.push(till.till(), till.batch()),
            u"applied applied applied applied applied applied applied"_s);
        QStringList found;
        for (const QJsonValue &row : shop.table(u"finding"_s))
            found.append(row.toObject().value(u"finding"_s).toString());
        QCOMPARE(found, findings);
        QCOMPARE(shop.number(u"SELECT counted-over_short FROM booked_shift"_s), expected);
    }

    void aCardAttemptEndsInItsLastState()
    {
        OmsFixture shop;
        TillScript till(u"BER1T1"_s);
        till.add(u"payment.attempted"_s,
            {{u"attempt"_s, u"a1"_s}, {u"kind"_s, u"card"_s}, {u"amount"_s, 500}, {u"currency"_s, u"EUR"_s},
                {u"cart"_s, u"c"_s}});
        till.add(u"payment.unknown"_s, {{u"attempt"_s, u"a1"_s}});
        till.add(u"payment.approved"_s, {{u"attempt"_s, u"a1"_s}, {u"approval"_s, u"123456"_s}});
        QCOMPARE(shop.push(till.till(), till.batch()), u"applied applied applied applied"_s);
        const QJsonObject row = shop.table(u"booked_payment"_s).at(0).toObject();
        QCOMPARE(row.value(u"state"_s).toString() + row.value(u"approval"_s).toString(), u"approved123456"_s);
        QCOMPARE(row.value(u"amount"_s).toInt(), 500);
    }

    void aSealIsVerified_data()
    {
        QTest::addColumn<bool>("ownKey");
        QTest::addColumn<bool>("valid");
        QTest::newRow("the enrolled key's signature holds") << true << true;
        QTest::newRow("another key's does not") << false << false;
    }
    void aSealIsVerified()
    {
        QFETCH(bool, ownKey);
        QFETCH(bool, valid);
        OmsFixture shop;
        TillScript till(u"BER1T1"_s);
        const auto freeKey = [](EVP_PKEY *key) { EVP_PKEY_free(key); };
        const std::unique_ptr<EVP_PKEY, decltype(freeKey)> key(
            EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"), freeKey);
        const QJsonObject payload = sealPayload(QByteArray::fromHex(till.hashAt(0).toLatin1()), key.get());
        const QString enrolled = ownKey ? payload.value(u"key"_s).toString() : QString(64, u'1');
        QVERIFY(shop.oms().tables().run(u"INSERT INTO till_seal_key VALUES('BER1T1','%1')"_s.arg(enrolled)));
        till.add(u"journal.sealed"_s, payload);
        QCOMPARE(shop.push(till.till(), till.batch()), u"applied applied"_s);
        QCOMPARE(shop.number(u"SELECT valid FROM booked_seal"_s), valid ? 1 : 0);
        QCOMPARE(shop.table(u"finding"_s).size(), valid ? 0 : 1);
    }
};

QTEST_GUILESS_MAIN(BookingTest)
#include "tst_booking.moc"
