#include "ui/words/refusal_words.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace evertill {

/// Every refusal has words that a cashier can act on.
class RefusalWordsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCodeHasASentenceAndANextStep_data();
    void everyCodeHasASentenceAndANextStep();
    void namesTheFacts();
};

void RefusalWordsTest::everyCodeHasASentenceAndANextStep_data()
{
    QTest::addColumn<int>("code");
    // BadInput is the last of them, as the table of their names makes sure.
    for (int code = 0; code <= static_cast<int>(Code::BadInput); ++code)
        QTest::newRow(qPrintable(codeName(static_cast<Code>(code)))) << code;
}

void RefusalWordsTest::everyCodeHasASentenceAndANextStep()
{
    QFETCH(int, code);
    const QVariantMap facts = {{u"code"_s, u"4006381333931"_s}, {u"sku"_s, u"E1001"_s}, {u"line"_s, 3},
        {u"problem"_s, u"it broke"_s}, {u"due"_s, 250}, {u"receipt"_s, u"BER1T1-1-42"_s}, {u"left"_s, 2000},
        {u"order"_s, u"W-1007"_s}, {u"error"_s, u"code_used"_s}};
    const RefusalWords words = wordsFor({static_cast<Code>(code), facts}, *Currency::fromCode(u"EUR"));
    QVERIFY(!words.sentence.isEmpty());
    QVERIFY(!words.nextStep.isEmpty());
    QVERIFY2(!words.sentence.contains(u'%') && !words.nextStep.contains(u'%'), qPrintable(words.sentence));
    QVERIFY2(!words.sentence.contains(codeName(static_cast<Code>(code))), "names a code of ours");
}

void RefusalWordsTest::namesTheFacts()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    const Currency euro = *Currency::fromCode(u"EUR");
    QCOMPARE(wordsFor({Code::UnknownBarcode, {{u"code"_s, u"4006381333931"_s}}}, euro).sentence,
        u"No product has the code 4006381333931."_s);
    QCOMPARE(
        wordsFor({Code::NotPaid, {{u"due"_s, qlonglong(250)}}}, euro).sentence, u"€2.50 is still to pay."_s);
    QCOMPARE(wordsFor({Code::MoreThanLeft, {{u"left"_s, qlonglong(2000)}}}, euro).sentence,
        u"Only 2 of this line can still come back."_s);
}

} // namespace evertill

QTEST_MAIN(evertill::RefusalWordsTest)
#include "tst_refusal_words.moc"
