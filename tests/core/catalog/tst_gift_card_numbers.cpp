#include "core/catalog/scanned_code.h"

#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

/// What a cashier may type for a gift card.
class GiftCardNumbersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aGiftCardsNumberIsTypedWholeOrByItsDigits();
};

void GiftCardNumbersTest::aGiftCardsNumberIsTypedWholeOrByItsDigits()
{
    const QString number = *houseCode(ScannedCode::GiftCard, u"7000123456"_s);
    for (const QString &typed : {number, u' ' + number.toLower(), number.mid(4), u"7000123456"_s})
        QCOMPARE(giftCardNumber(typed).value(), number);
    const QChar last = number.back();
    const QString wrong = number.chopped(1) + (last == u'2' ? u'3' : u'2');
    QCOMPARE(giftCardNumber(wrong).error().code, Code::WrongCheckDigit);
    for (const QString &typed : {u""_s, u"12345"_s, u"EVC-4711000815"_s, u"]C18018123456789012345675"_s})
        QCOMPARE(giftCardNumber(typed).error().code, Code::UnknownBarcode);
}

QTEST_GUILESS_MAIN(GiftCardNumbersTest)
#include "tst_gift_card_numbers.moc"
