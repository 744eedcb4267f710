#include "ui/words/figures.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace evertill {

/// Amounts and quantities as people write and read them.
class FiguresTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void writesAmountsInTheLocalesForm_data();
    void writesAmountsInTheLocalesForm();
    void readsTypedAmounts_data();
    void readsTypedAmounts();
    void readsBackWhatItWrote_data();
    void readsBackWhatItWrote();
    void writesQuantities_data();
    void writesQuantities();
    void writesRates();
    void cleanup() { QLocale::setDefault(QLocale::c()); }
};

namespace {

Currency currency(const char *code) { return *Currency::fromCode(QString::fromLatin1(code)); }
QString spaced(QString text) { return text.replace(QChar::Nbsp, u' ').replace(QChar(0x202f), u' '); }

} // namespace

void FiguresTest::writesAmountsInTheLocalesForm_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<QString>("text");
    QTest::newRow("cents keep their zero") << u"en_US"_s << QByteArray("EUR") << qint64(705) << u"€7.05"_s;
    QTest::newRow("thousands are grouped")
        << u"en_US"_s << QByteArray("USD") << qint64(123456789) << u"$1,234,567.89"_s;
    QTest::newRow("money back has a minus")
        << u"en_US"_s << QByteArray("GBP") << qint64(-300) << u"\u2212£3.00"_s;
    QTest::newRow("German has the symbol behind")
        << u"de_DE"_s << QByteArray("EUR") << qint64(123450) << u"1.234,50 €"_s;
    QTest::newRow("French groups by a space")
        << u"fr_FR"_s << QByteArray("EUR") << qint64(123450) << u"1 234,50 €"_s;
    QTest::newRow("yen has no decimals") << u"en_US"_s << QByteArray("JPY") << qint64(1250) << u"¥1,250"_s;
    QTest::newRow("Bahrain's dinar has three")
        << u"en_US"_s << QByteArray("BHD") << qint64(1250) << u"BHD 1.250"_s;
    QTest::newRow("less than one") << u"en_US"_s << QByteArray("EUR") << qint64(-1) << u"\u2212€0.01"_s;
    QTest::newRow("beyond what a double holds")
        << u"en_US"_s << QByteArray("EUR") << qint64(9007199254740991) << u"€90,071,992,547,409.91"_s;
}

void FiguresTest::writesAmountsInTheLocalesForm()
{
    QFETCH(QString, locale);
    QFETCH(QByteArray, code);
    QFETCH(qint64, minor);
    QFETCH(QString, text);
    QLocale::setDefault(QLocale(locale));
    QCOMPARE(spaced(moneyText(Money::minor(minor, currency(code.constData())))), text);
}

void FiguresTest::readsTypedAmounts_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<qint64>("minor"); // −1: refused
    QTest::newRow("whole") << u"20"_s << qint64(2000);
    QTest::newRow("with cents") << u"12.50"_s << qint64(1250);
    QTest::newRow("one decimal") << u"12.5"_s << qint64(1250);
    QTest::newRow("a comma for the point") << u"12,5"_s << qint64(1250);
    QTest::newRow("grouped") << u"1,234.50"_s << qint64(123450);
    QTest::newRow("cents alone") << u".05"_s << qint64(5);
    QTest::newRow("a point at the end") << u"7."_s << qint64(700);
    QTest::newRow("spaces around") << u" 7 "_s << qint64(700);
    QTest::newRow("nothing") << u""_s << qint64(-1);
    QTest::newRow("a point alone") << u"."_s << qint64(-1);
    QTest::newRow("below zero") << u"-5"_s << qint64(-1);
    QTest::newRow("a tenth of a cent") << u"1.005"_s << qint64(-1);
    QTest::newRow("two points") << u"1.2.3"_s << qint64(-1);
    QTest::newRow("letters") << u"12a"_s << qint64(-1);
    QTest::newRow("beyond all money") << u"99999999999999999999"_s << qint64(-1);
}

void FiguresTest::readsTypedAmounts()
{
    QFETCH(QString, typed);
    QFETCH(qint64, minor);
    QLocale::setDefault(QLocale(u"en_US"_s));
    const auto read = parseMoney(typed, currency("EUR"));
    QCOMPARE(read ? read->minor() : -1, minor);
}

void FiguresTest::readsBackWhatItWrote_data()
{
    QTest::addColumn<QString>("locale");
    for (const char *name : {"en_US", "de_DE", "fr_FR", "es_ES", "de_CH", "ar_EG"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void FiguresTest::readsBackWhatItWrote()
{
    QFETCH(QString, locale);
    QLocale::setDefault(QLocale(locale));
    for (const qint64 minor : {0, 5, 99, 100, 99999, 100000, 123456789}) {
        const Money amount = Money::minor(minor, currency("EUR"));
        const auto read = parseMoney(plainMoneyText(amount), currency("EUR"));
        QVERIFY2(read, qPrintable(plainMoneyText(amount)));
        QCOMPARE(read->minor(), minor);
    }
}

void FiguresTest::writesQuantities_data()
{
    QTest::addColumn<qint64>("thousandths");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("text");
    QTest::newRow("pieces carry no unit") << qint64(3000) << u"ea"_s << u"3"_s;
    QTest::newRow("weights have three decimals") << qint64(340) << u"kg"_s << u"0.340 kg"_s;
    QTest::newRow("back") << qint64(-2000) << u"ea"_s << u"\u22122"_s;
}

void FiguresTest::writesQuantities()
{
    QFETCH(qint64, thousandths);
    QFETCH(QString, unit);
    QFETCH(QString, text);
    QLocale::setDefault(QLocale(u"en_US"_s));
    QCOMPARE(spaced(quantityText(Quantity::thousandths(thousandths), unit)), text);
}

void FiguresTest::writesRates()
{
    QLocale::setDefault(QLocale(u"en_US"_s));
    QCOMPARE(spaced(percentageText(Percentage::partsPerMillion(190000))), u"19 %"_s);
    QCOMPARE(spaced(percentageText(Percentage::partsPerMillion(88750))), u"8.875 %"_s);
    QCOMPARE(spaced(percentageText(Percentage())), u"0 %"_s);
}

} // namespace evertill

QTEST_MAIN(evertill::FiguresTest)
#include "tst_figures.moc"
