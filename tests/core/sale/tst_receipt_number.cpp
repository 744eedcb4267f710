#include "core/base/seeded_random.h"
#include "core/sale/receipt_number.h"

#include <QSet>
#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

class ReceiptNumberTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItPrints();
    void readsWhatIsTypedByHand_data();
    void readsWhatIsTypedByHand();
    void refusesWhatIsNoNumber_data();
    void refusesWhatIsNoNumber();
    void theBarcodeTellsTheSaleFromAGuess();
    void theCheckReadsTheLettersThatLookAlike();
    void refusesWhatIsNoBarcode_data();
    void refusesWhatIsNoBarcode();
};

namespace {
const Uuid kSale = *Uuid::fromText("0190163d-8694-739b-aea5-966c26f8ad91");
}

void ReceiptNumberTest::readsWhatItPrints()
{
    const ReceiptNumber number{u"BER1T1"_s, 1, 42};
    QCOMPARE(number.text(), u"BER1T1-1-42"_s);
    QCOMPARE(ReceiptNumber::parse(number.text()).value(), number);
    QCOMPARE(number.packed(), (1LL << 40) + 42);
}

void ReceiptNumberTest::readsWhatIsTypedByHand_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("as printed") << u"BER1T1-1-42"_s;
    QTest::newRow("in lower case") << u"ber1t1-1-42"_s;
    QTest::newRow("with spaces around it") << u" BER1T1-1-42\n"_s;
}

void ReceiptNumberTest::readsWhatIsTypedByHand()
{
    QFETCH(QString, typed);
    QCOMPARE(ReceiptNumber::parse(typed).value(), (ReceiptNumber{u"BER1T1"_s, 1, 42}));
}

void ReceiptNumberTest::refusesWhatIsNoNumber_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("a GTIN") << u"4006381333931"_s;
    QTest::newRow("no count") << u"BER1T1-1"_s;
    QTest::newRow("a part too many") << u"BER1T1-1-42-7-7"_s;
    QTest::newRow("the count is no number") << u"BER1T1-1-x"_s;
    QTest::newRow("the count is nothing") << u"BER1T1-1-0"_s;
    QTest::newRow("a leading zero") << u"BER1T1-1-042"_s;
    QTest::newRow("a sign") << u"BER1T1-1-+42"_s;
    QTest::newRow("a negative epoch") << u"BER1T1--1-42"_s;
    QTest::newRow("a till of other letters") << u"BÄR1T1-1-42"_s;
    QTest::newRow("digits of another script") << u"BER1T1-1-٤٢"_s;
    QTest::newRow("a count beyond 2^40") << u"BER1T1-1-1099511627776"_s;
    QTest::newRow("an epoch beyond its bits") << u"BER1T1-4194304-1"_s;
    QTest::newRow("a count that overflows") << u"BER1T1-1-99999999999999999999"_s;
}

void ReceiptNumberTest::refusesWhatIsNoNumber()
{
    QFETCH(QString, text);
    QVERIFY(!ReceiptNumber::parse(text));
}

void ReceiptNumberTest::theBarcodeTellsTheSaleFromAGuess()
{
    const ReceiptNumber number{u"BER1T1"_s, 1, 42};
    QCOMPARE(receiptCheck(kSale), u"HBCH"_s); // 0xf8ad91: the last 20 bits in fives
    const QString text = barcodeText(number, kSale);
    QCOMPARE(text, u"BER1T1-1-42-HBCH"_s);
    const auto read = ReceiptBarcode::parse(text.toLower());
    QCOMPARE(read->number, number);
    QVERIFY(read->fits(kSale));
    SeededRandom random(5);
    QSet<QString> checks;
    for (int i = 0; i < 500; ++i) {
        const Uuid other = random.uuid({1'795'258'800'000'000});
        checks << receiptCheck(other);
        QVERIFY(ReceiptBarcode::parse(barcodeText(number, other))->fits(other));
    }
    QVERIFY(checks.size() > 490); // a million of them: ids of one moment differ
}

void ReceiptNumberTest::theCheckReadsTheLettersThatLookAlike()
{
    QCOMPARE(ReceiptBarcode::parse(u"BER1T1-1-42-oIl0")->check, u"0110"_s);
}

void ReceiptNumberTest::refusesWhatIsNoBarcode_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a number alone") << u"BER1T1-1-42"_s;
    QTest::newRow("a check too short") << u"BER1T1-1-42-K7Q"_s;
    QTest::newRow("a check too long") << u"BER1T1-1-42-K7QXX"_s;
    QTest::newRow("a letter Crockford left out") << u"BER1T1-1-42-K7QU"_s;
    QTest::newRow("torn at the front") << u"-1-42-K7QX"_s;
    QTest::newRow("nothing") << QString();
}

void ReceiptNumberTest::refusesWhatIsNoBarcode()
{
    QFETCH(QString, text);
    QVERIFY(!ReceiptBarcode::parse(text));
}

QTEST_APPLESS_MAIN(ReceiptNumberTest)
#include "tst_receipt_number.moc"
