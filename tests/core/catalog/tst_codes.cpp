#include "core/catalog/scanned_code.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(evertill::Code)

/// What a code is by its form: GTINs, in-store numbers, and what is refused.
class CodesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void checkDigitsAreGs1s_data();
    void checkDigitsAreGs1s();
    void gtinsOfAnyLengthAreOneNumber();
    void verifiersAreGs1s_data();
    void verifiersAreGs1s();
    void saysWhatACodeIs_data();
    void saysWhatACodeIs();
    void refusesWhatIsNoCode_data();
    void refusesWhatIsNoCode();
    void readsTheValueOutOfAnInStoreNumber_data();
    void readsTheValueOutOfAnInStoreNumber();
    void aWrongVerifierIsRefused();
    void anInStoreNumberWithoutAPatternIsJustACode();
    void refusesPatternsThatCanNotBeRead_data();
    void refusesPatternsThatCanNotBeRead();
};

void CodesTest::checkDigitsAreGs1s_data()
{
    QTest::addColumn<QString>("digits");
    QTest::addColumn<int>("expected");
    QTest::newRow("an SSCC in GS1's own example") << u"37610425002123456"_s << 9;
    QTest::newRow("a GTIN-13") << u"629104150021"_s << 3;
    QTest::newRow("a GTIN-13 that ends in 0") << u"950110153100"_s << 0;
    QTest::newRow("a GTIN-8") << u"9638507"_s << 4;
    QTest::newRow("a GTIN-12") << u"03600024145"_s << 7;
}

void CodesTest::checkDigitsAreGs1s()
{
    QFETCH(QString, digits);
    QTEST(gs1CheckDigit(digits), "expected");
}

void CodesTest::gtinsOfAnyLengthAreOneNumber()
{
    const Gtin eight = *Gtin::parse(u"96385074");
    QCOMPARE(eight.text(), u"96385074"_s);
    QCOMPARE(eight.gtin14(), u"00000096385074"_s);
    QCOMPARE(eight.number(), 96385074);
    QVERIFY(eight == *Gtin::parse(u"00000096385074"));
    QVERIFY(*Gtin::parse(u"036000241457") == *Gtin::parse(u"0036000241457"));
    QCOMPARE(Gtin::parse(u"036000241457")->text(), u"036000241457"_s);
}

void CodesTest::verifiersAreGs1s_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("expected");
    QTest::newRow("GS1's example of four digits") << u"2875"_s << 9;
    QTest::newRow("GS1's example of five digits") << u"14685"_s << 6;
    QTest::newRow("nothing") << u"00000"_s << 0;
}

void CodesTest::verifiersAreGs1s()
{
    QFETCH(QString, value);
    QTEST(gs1ValueVerifier(value), "expected");
}

void CodesTest::saysWhatACodeIs_data()
{
    QTest::addColumn<QString>("scanned");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");
    QTest::newRow("a maker's GTIN-13")
        << u"4006381333931"_s << int(ScannedCode::Product) << u"4006381333931"_s;
    QTest::newRow("blanks and a line end round it")
        << u" 4006381333931\r\n"_s << int(ScannedCode::Product) << u"4006381333931"_s;
    QTest::newRow("a case's GTIN-14")
        << u"14006381333938"_s << int(ScannedCode::Product) << u"14006381333938"_s;
    QTest::newRow("prefix 29 is the shop's own")
        << u"2900000000001"_s << int(ScannedCode::InStore) << u"2900000000001"_s;
    QTest::newRow("prefix 02 is the shop's own")
        << u"0200000000004"_s << int(ScannedCode::InStore) << u"0200000000004"_s;
    QTest::newRow("so is a GTIN-12 that begins with 2")
        << u"200000000004"_s << int(ScannedCode::InStore) << u"200000000004"_s;
    QTest::newRow("prefix 30 is not")
        << u"3000000000007"_s << int(ScannedCode::Product) << u"3000000000007"_s;
    QTest::newRow("a receipt's barcode")
        << u"BER1T1-1-42-K7QX"_s << int(ScannedCode::Receipt) << u"BER1T1-1-42-K7QX"_s;
    QTest::newRow("a receipt's number typed small")
        << u"ber1t1-1-42"_s << int(ScannedCode::Receipt) << u"BER1T1-1-42"_s;
    QTest::newRow("a receipt's check characters typed as they look")
        << u"BER1T1-1-42-OIL5"_s << int(ScannedCode::Receipt) << u"BER1T1-1-42-OIL5"_s;
    QTest::newRow("a receipt of a late epoch")
        << u"BER1T1-4194303-42-K7QX"_s << int(ScannedCode::Receipt) << u"BER1T1-4194303-42-K7QX"_s;
    QTest::newRow("a pickup code") << u"K7QX42"_s << int(ScannedCode::Pickup) << u"K7QX42"_s;
}

void CodesTest::saysWhatACodeIs()
{
    QFETCH(QString, scanned);
    const auto code = readCode(scanned, {});
    QVERIFY(code);
    QTEST(int(code->kind), "kind");
    QTEST(code->text, "text");
}

void CodesTest::refusesWhatIsNoCode_data()
{
    QTest::addColumn<QString>("scanned");
    QTest::addColumn<Code>("code");
    QTest::newRow("nothing") << u"  "_s << Code::TornScan;
    QTest::newRow("cut short") << u"40063813339"_s << Code::TornScan;
    QTest::newRow("doubled") << u"40063813339314006381333931"_s << Code::TornScan;
    QTest::newRow("a letter and a stop in it") << u"4006381E.3931"_s << Code::TornScan;
    QTest::newRow("digits of another script") << u"٤٠٠٦٣٨١٣٣٣٩٣١"_s << Code::TornScan;
    QTest::newRow("a symbol that no shop has") << u"]s04006381333931"_s << Code::TornScan;
    QTest::newRow("ten thousand characters") << QString(10'000, u'A') << Code::TornScan;
    QTest::newRow("a digit misread") << u"4006381333981"_s << Code::WrongCheckDigit;
    QTest::newRow("two digits swapped") << u"4003681333931"_s << Code::WrongCheckDigit;
}

void CodesTest::refusesWhatIsNoCode()
{
    QFETCH(QString, scanned);
    const auto code = readCode(scanned, {});
    QVERIFY(!code);
    QTEST(code.error().code, "code");
    QVERIFY(code.error().facts.contains(u"code"_s));
    if (code.error().code == Code::WrongCheckDigit)
        QCOMPARE(
            code.error().facts.value(u"expected"_s).toInt(), gs1CheckDigit(QStringView(scanned).chopped(1)));
}

void CodesTest::readsTheValueOutOfAnInStoreNumber_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("code");
    QTest::addColumn<qint64>("item");
    QTest::addColumn<qint64>("price");
    QTest::addColumn<qint64>("weight");
    QTest::newRow("a weight") << u"21IIIIIWWWWWC"_s << u"2112345012346"_s << 2112345000008LL << -1LL
                              << 1234LL;
    QTest::newRow("a price") << u"2IIIIIIPPPPPC"_s << u"2112345012346"_s << 2112345000008LL << 1234LL << -1LL;
    QTest::newRow("a price with its verifier")
        << u"20IIIIVPPPPPC"_s << u"2012346146853"_s << 2012340000006LL << 14685LL << -1LL;
    QTest::newRow("a GTIN-12 stands for 02")
        << u"02IIIIIPPPPPC"_s << u"212345012346"_s << 212345000007LL << 1234LL << -1LL;
    QTest::newRow("no value at all") << u"29IIIIIIIIIIC"_s << u"2900000000001"_s << 2900000000001LL << -1LL
                                     << -1LL;
}

void CodesTest::readsTheValueOutOfAnInStoreNumber()
{
    QFETCH(QString, pattern);
    QFETCH(QString, code);
    const QString whole = code.chopped(1) + QString::number(gs1CheckDigit(QStringView(code).chopped(1)));
    const auto patterns = CodePatterns::parse({u"28IIIIIPPPPPC"_s, pattern});
    QVERIFY(patterns);
    const auto read = readCode(whole, *patterns);
    QVERIFY(read);
    QVERIFY(read->inStore.has_value());
    QTEST(qint64(read->inStore->item), "item");
    QTEST(qint64(read->inStore->priceMinor.value_or(-1)), "price");
    QTEST(qint64(read->inStore->weightThousandths.value_or(-1)), "weight");
}

void CodesTest::aWrongVerifierIsRefused()
{
    const auto patterns = CodePatterns::parse({u"20IIIIVPPPPPC"_s});
    const QString body = u"201234514685"_s;
    const auto read = readCode(body + QString::number(gs1CheckDigit(body)), *patterns);
    QVERIFY(!read);
    QCOMPARE(read.error().code, Code::WrongCheckDigit);
    QCOMPARE(read.error().facts.value(u"expected"_s).toInt(), 6);
}

void CodesTest::anInStoreNumberWithoutAPatternIsJustACode()
{
    const auto patterns = CodePatterns::parse({u"21IIIIIWWWWWC"_s});
    const auto read = readCode(u"2900000000001", *patterns);
    QVERIFY(read);
    QCOMPARE(read->kind, ScannedCode::InStore);
    QVERIFY(!read->inStore);
}

void CodesTest::refusesPatternsThatCanNotBeRead_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::newRow("too short") << u"21IIIIIWWWWC"_s;
    QTest::newRow("no check digit") << u"21IIIIIWWWWWW"_s;
    QTest::newRow("a letter that means nothing") << u"21IIIIIXXXXXC"_s;
    QTest::newRow("a price and a weight") << u"21IIIIIWWWPPC"_s;
    QTest::newRow("a price and pieces") << u"21IIIIINNNPPC"_s;
    QTest::newRow("a factor that is none") << u"21IIIIIWWWWWC*7"_s;
    QTest::newRow("a verifier of nothing") << u"21IIIIIIIIIVC"_s;
    QTest::newRow("a maker's prefix") << u"40IIIIIWWWWWC"_s;
}

void CodesTest::refusesPatternsThatCanNotBeRead()
{
    QFETCH(QString, pattern);
    const auto patterns = CodePatterns::parse({pattern});
    QVERIFY(!patterns);
    QCOMPARE(patterns.error().code, Code::BadInput);
}

QTEST_GUILESS_MAIN(CodesTest)
#include "tst_codes.moc"
