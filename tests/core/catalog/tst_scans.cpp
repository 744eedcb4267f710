#include "core/catalog/scanned_code.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(evertill::Code)

/// Whatever a scanner sends: symbols with their identifiers, GS1's element strings and web addresses, UPC-E,
/// the codes of the house, and the labels of each country.
class ScansTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyWayOfWritingAGtinIsTheSameGtin_data();
    void everyWayOfWritingAGtinIsTheSameGtin();
    void aDataMatrixSaysLotSerialAndExpiry();
    void aLabelOfWeighedGoodsSaysWeightAndPrice();
    void pricesAreReadWithTheirDecimals_data();
    void pricesAreReadWithTheirDecimals();
    void poundsAndOuncesAreMadeKilograms();
    void readsUpcE_data();
    void readsUpcE();
    void knowsTheCodesOfTheHouse_data();
    void knowsTheCodesOfTheHouse();
    void aWrongCharacterInACodeOfTheHouseIsFound();
    void labelsAreReadByTheCountrysRules_data();
    void labelsAreReadByTheCountrysRules();
    void theShopsOwnPatternsCountBeforeTheCountrys();
    void refusesWhatBreaksTheRules_data();
    void refusesWhatBreaksTheRules();
};

void ScansTest::everyWayOfWritingAGtinIsTheSameGtin_data()
{
    QTest::addColumn<QString>("scanned");
    QTest::newRow("typed") << u"4006381333931"_s;
    QTest::newRow("an EAN-13") << u"]E04006381333931"_s;
    QTest::newRow("an EAN-13 with a magazine's add-on") << u"]E3400638133393112"_s;
    QTest::newRow("a GS1-128") << u"]C10104006381333931"_s;
    QTest::newRow("a GS1 DataBar") << u"]e00104006381333931"_s;
    QTest::newRow("a GS1 DataMatrix") << u"]d20104006381333931"_s;
    QTest::newRow("a plain Data Matrix of digits") << u"]d14006381333931"_s;
    QTest::newRow("a GS1 QR code") << u"]Q30104006381333931"_s;
    QTest::newRow("a QR code with a web address") << u"]Q1https://id.gs1.org/01/04006381333931"_s;
    QTest::newRow("a web address in capitals") << u"HTTPS://EXAMPLE.COM/SOME/PATH/01/04006381333931"_s;
    QTest::newRow("elements without an identifier") << u"0104006381333931"_s;
    QTest::newRow("elements behind FNC1") << u"\x1d"
                                             "0104006381333931"_s;
    QTest::newRow("FNC1 written as a caret") << u"^0104006381333931"_s;
    QTest::newRow("typed with brackets") << u"(01)04006381333931"_s;
}

void ScansTest::everyWayOfWritingAGtinIsTheSameGtin()
{
    QFETCH(QString, scanned);
    const auto code = readCode(scanned, {});
    QVERIFY(code);
    QCOMPARE(code->kind, ScannedCode::Product);
    QCOMPARE(code->gtin.gtin14(), u"04006381333931"_s);
}

void ScansTest::aDataMatrixSaysLotSerialAndExpiry()
{
    const auto code = readCode(u"]d2010400638133393117261200"
                               "10AB-1\x1d"
                               "21xyz/7",
        {});
    QVERIFY(code);
    QCOMPARE(code->item.lot, u"AB-1"_s);
    QCOMPARE(code->item.serial, u"xyz/7"_s);
    QCOMPARE(gs1::fullDate(code->item.expires, QDate(2026, 11, 21)), QDate(2026, 12, 31));
}

void ScansTest::aLabelOfWeighedGoodsSaysWeightAndPrice()
{
    const auto code = readCode(u"]e0"
                               "0194006381333934"
                               "3103001234"
                               "39221299",
        {});
    QVERIFY(code);
    QCOMPARE(code->item.measure, (gs1::Measure{gs1::Measure::Kilogram, Quantity::thousandths(1234)}));
    QCOMPARE(code->item.price, (gs1::DecimalAmount{1299, 2, {}}));
}

void ScansTest::pricesAreReadWithTheirDecimals_data()
{
    QTest::addColumn<QString>("element");
    QTest::addColumn<qint64>("digits");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("currency");
    QTest::newRow("local, two decimals") << u"39221299"_s << 1299LL << 2 << QString();
    QTest::newRow("local, none") << u"392012"_s << 12LL << 0 << QString();
    QTest::newRow("in euro") << u"3932978"
                                "1299"_s
                             << 1299LL << 2 << u"978"_s;
}

void ScansTest::pricesAreReadWithTheirDecimals()
{
    QFETCH(QString, element);
    QFETCH(qint64, digits);
    QFETCH(int, decimals);
    QFETCH(QString, currency);
    const auto code = readCode(u"^01040063813339313103001234"_s + element, {});
    QVERIFY(code);
    QCOMPARE(code->item.price, (gs1::DecimalAmount{digits, decimals, currency}));
}

void ScansTest::poundsAndOuncesAreMadeKilograms()
{
    const auto pound = readCode(u"^01040063813339313202000100", {});
    QVERIFY(pound);
    QCOMPARE(pound->item.measure->quantity, Quantity::thousandths(454));
    const auto ounce = readCode(u"^01040063813339313560000001", {});
    QVERIFY(ounce);
    QCOMPARE(ounce->item.measure->quantity, Quantity::thousandths(31));
}

void ScansTest::readsUpcE_data()
{
    QTest::addColumn<QString>("upcE");
    QTest::addColumn<QString>("upcA");
    QTest::newRow("GS1's example of the first rule") << u"01278906"_s << u"012000007897"_s;
    QTest::newRow("three zeros less") << u"01234531"_s << u"012300000451"_s;
    QTest::newRow("the fourth digit is the last of the prefix") << u"01234543"_s << u"012340000053"_s;
    QTest::newRow("five digits of the prefix") << u"01234558"_s << u"012345000058"_s;
}

void ScansTest::readsUpcE()
{
    QFETCH(QString, upcE);
    QFETCH(QString, upcA);
    const QString expanded = upcA.chopped(1) + QString::number(gs1CheckDigit(QStringView(upcA).chopped(1)));
    const auto gtin = gtinFromUpcE(upcE.chopped(1) + expanded.back());
    QVERIFY(gtin);
    QCOMPARE(gtin->text(), expanded);
    const auto code = readCode(upcE.chopped(1) + expanded.back(), {});
    QVERIFY(code);
    QVERIFY(code->gtin == *gtin || code->upcE == std::optional(*gtin));
}

void ScansTest::knowsTheCodesOfTheHouse_data()
{
    QTest::addColumn<QString>("scanned");
    QTest::addColumn<int>("kind");
    QTest::newRow("a gift card") << *houseCode(ScannedCode::GiftCard, u"00042ABX"_s)
                                 << int(ScannedCode::GiftCard);
    QTest::newRow("a customer's card")
        << *houseCode(ScannedCode::Customer, u"4711000815"_s) << int(ScannedCode::Customer);
    QTest::newRow("somebody of the staff")
        << *houseCode(ScannedCode::Staff, u"ANNA07"_s) << int(ScannedCode::Staff);
    QTest::newRow("typed small") << houseCode(ScannedCode::Staff, u"ANNA07"_s)->toLower()
                                 << int(ScannedCode::Staff);
    QTest::newRow("a customer's GSRN") << u"]C18018123456789012345675"_s << int(ScannedCode::Customer);
    QTest::newRow("a receipt") << u"BER1T1-1-42-K7QX"_s << int(ScannedCode::Receipt);
    QTest::newRow("a shopper's code in a QR code") << u"]Q1K7QX42"_s << int(ScannedCode::Pickup);
    QTest::newRow("a coupon") << u"]e08110106141416543213500110000310123196000"_s << int(ScannedCode::Coupon);
    QTest::newRow("a coupon of an offer file")
        << u"]e08112001234561234560123456"_s << int(ScannedCode::Coupon);
    QTest::newRow("a pallet") << u"]C100123456789012345675"_s << int(ScannedCode::OtherGs1);
    QTest::newRow("a QR code with nothing in it") << u"]Q1"_s << int(ScannedCode::OtherText);
    QTest::newRow("somebody else's QR code") << u"]Q1Hello, world"_s << int(ScannedCode::OtherText);
}

void ScansTest::knowsTheCodesOfTheHouse()
{
    QFETCH(QString, scanned);
    const auto code = readCode(scanned, {});
    QVERIFY(code);
    QTEST(int(code->kind), "kind");
}

void ScansTest::aWrongCharacterInACodeOfTheHouseIsFound()
{
    const QString right = *houseCode(ScannedCode::GiftCard, u"00042ABX"_s);
    for (qsizetype i = 4; i < right.size(); ++i) {
        for (const QChar c : u"0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"_s) {
            QString wrong = right;
            wrong[i] = c;
            const auto code = readCode(wrong, {});
            if (wrong != right)
                QVERIFY2(!code || code->kind == ScannedCode::Pickup, qPrintable(wrong));
        }
    }
    QVERIFY(!houseCode(ScannedCode::GiftCard, u"short"_s));
    QVERIFY(!houseCode(ScannedCode::Product, u"00042ABX"_s));
}

void ScansTest::labelsAreReadByTheCountrysRules_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("body");
    QTest::addColumn<qint64>("price");
    QTest::addColumn<qint64>("weight");
    QTest::addColumn<qint64>("count");
    QTest::newRow("a price in Germany") << u"DE"_s
                                        << u"221234"
                                           "6"
                                           "14685"_s
                                        << 14685LL << -1LL << -1LL;
    QTest::newRow("a weight in Germany") << u"DE"_s
                                         << u"281234"
                                            "6"
                                            "14685"_s
                                         << -1LL << 14685LL << -1LL;
    QTest::newRow("pieces in Germany") << u"DE"_s
                                       << u"251234"
                                          "6"
                                          "14685"_s
                                       << -1LL << -1LL << 14685LL;
    QTest::newRow("a price in Britain") << u"GB"_s
                                        << u"2012345"
                                           "9"
                                           "2875"_s
                                        << 2875LL << -1LL << -1LL;
    QTest::newRow("a price in the United States") << u"US"_s
                                                  << u"0212345"
                                                     "9"
                                                     "2875"_s
                                                  << 2875LL << -1LL << -1LL;
    QTest::newRow("a weight in Denmark") << u"DK"_s
                                         << u"26123400"
                                            "1234"_s
                                         << -1LL << 1234LL << -1LL;
    QTest::newRow("kronor and a tenth") << u"SE"_s
                                        << u"21123456"
                                           "0124"_s
                                        << 1240LL << -1LL << -1LL;
    QTest::newRow("whole kronor") << u"SE"_s
                                  << u"22123456"
                                     "1234"_s
                                  << 123400LL << -1LL << -1LL;
    QTest::newRow("a weight with two decimals") << u"LV"_s
                                                << u"24123456"
                                                   "1234"_s
                                                << -1LL << 12340LL << -1LL;
}

void ScansTest::labelsAreReadByTheCountrysRules()
{
    QFETCH(QString, country);
    QFETCH(QString, body);
    const auto patterns = CodePatterns::forShop({}, country);
    const auto code = readCode(body + QString::number(gs1CheckDigit(body)), patterns);
    QVERIFY(code);
    QVERIFY(code->inStore.has_value());
    QTEST(qint64(code->inStore->priceMinor.value_or(-1)), "price");
    QTEST(qint64(code->inStore->weightThousandths.value_or(-1)), "weight");
    QTEST(qint64(code->inStore->count.value_or(-1)), "count");
}

void ScansTest::theShopsOwnPatternsCountBeforeTheCountrys()
{
    const QString body = u"221234614685"_s;
    const QString code = body + QString::number(gs1CheckDigit(body));
    const auto own = CodePatterns::forShop({u"22IIIIIIIIIIC"_s}, u"DE"_s);
    QVERIFY(!readCode(code, own)->inStore->priceMinor);
    QVERIFY(readCode(code, CodePatterns::forShop({}, u"DE"_s))->inStore->priceMinor);
    QVERIFY(!readCode(code, CodePatterns::forShop({}, u"XX"_s))->inStore);
}

void ScansTest::refusesWhatBreaksTheRules_data()
{
    QTest::addColumn<QString>("scanned");
    QTest::addColumn<Code>("code");
    QTest::addColumn<QString>("ai");
    QTest::newRow("an EAN-13 misread") << u"]E04006381333930"_s << Code::WrongCheckDigit << QString();
    QTest::newRow("an EAN-13 cut short") << u"]E0400638133393"_s << Code::MalformedCode << u""_s;
    QTest::newRow("a GTIN misread") << u"]d20104006381333930"_s << Code::MalformedCode << u"01"_s;
    QTest::newRow("a month that is none")
        << u"]d2010400638133393117261300"_s << Code::MalformedCode << u"17"_s;
    QTest::newRow("a count beside a GTIN") << u"]d201040063813339313712"_s << Code::MalformedCode << u"01"_s;
    QTest::newRow("a serial number of nothing") << u"]d221ABC"_s << Code::MalformedCode << u"21"_s;
    QTest::newRow("a web address of somebody else")
        << u"https://example.com/menu"_s << Code::MalformedCode << u""_s;
    QTest::newRow("a coupon cut short") << u"]e081100614141"_s << Code::MalformedCode << u"8110"_s;
    QTest::newRow("a gift card misread") << u"EVG-00042ABXZZ"_s << Code::WrongCheckDigit << QString();
    QTest::newRow("a GTIN twice in one scan")
        << u"01040063813339310104006381333931"_s << Code::TornScan << QString();
}

void ScansTest::refusesWhatBreaksTheRules()
{
    QFETCH(QString, scanned);
    const auto code = readCode(scanned, {});
    QVERIFY(!code);
    QTEST(code.error().code, "code");
    QTEST(code.error().facts.value(u"ai"_s).toString(), "ai");
    QVERIFY(code.error().facts.contains(u"code"_s));
}

QTEST_GUILESS_MAIN(ScansTest)
#include "tst_scans.moc"
