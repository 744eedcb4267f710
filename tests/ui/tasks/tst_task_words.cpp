#include "tests/ui/tasks/clashes.h"

using namespace Qt::StringLiterals;

namespace evertill {

/// Every clash is told in words that a cashier can act on, whatever of its facts arrives.
class TaskWordsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void eachClashIsToldFromItsFacts_data();
    void eachClashIsToldFromItsFacts();
    void factsOfAnyShapeAreToldWithout_data();
    void factsOfAnyShapeAreToldWithout();

private:
    [[nodiscard]] TaskWords told(const QString &code, const QByteArray &facts)
    {
        const OpenTask task{
            u"BER1T1:1:2:"_s + code, code, m_clock.now(), QJsonDocument::fromJson(facts).object()};
        return wordsFor(task, u"BER1T1"_s, *Currency::fromCode(u"EUR"), m_clock);
    }

    ManualClock m_clock{{1'795'258'800'000'000}, 60};
};

void TaskWordsTest::eachClashIsToldFromItsFacts_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QByteArray>("facts");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QStringList>("said");
    QTest::newRow("cancelled, and handed over")
        << u"order_not_open"_s << QByteArray(Clashes::kCancelled) << u"W-1001 · Ada Lovelace"_s
        << QStringList{u"Cancelled, but handed over"_s, u"2 × Green tea"_s, u"€7.00"_s};
    QTest::newRow("handed over twice")
        << u"order_not_open"_s
        << QByteArray(Clashes::kCancelled)
               .replace("\"cancelled\"", "\"handed_over\",\"closed_by\":\"BER1T2\"")
        << u"W-1001 · Ada Lovelace"_s
        << QStringList{u"Handed over twice"_s, u"handed over already, at till BER1T2"_s};
    QTest::newRow("cancelled while somebody picked")
        << u"order_not_open"_s
        << QByteArray(
               R"({"number":"W-7","state":"cancelled","steps":[{"kind":"pickup.picking"}],"till":"BER1T2"})")
        << u"W-7"_s
        << QStringList{u"Cancelled while it was picked"_s, u"at till BER1T2"_s, u"back on the shelf"_s};
    QTest::newRow("an order that nobody knows")
        << u"unknown_order"_s
        << QByteArray(
               R"({"till":"BER1T1","steps":[{"kind":"pickup.handed_over","lines":[{"name":"Tea","quantity":1000}]}]})")
        << u"An order nobody knows"_s << QStringList{u"1 × Tea"_s, u"this till"_s};
    QTest::newRow("goods that nobody knows")
        << u"unknown_product"_s
        << QByteArray(
               R"({"till":"BER1T1","receipt":"BER1T1-1-4","items":[{"sku":"Z","name":"Jam","quantity":2000},{"sku":"Y","quantity":340}]})")
        << u"Jam and 1 more"_s << QStringList{u"2 × Jam, 0.340 × Y"_s, u"BER1T1-1-4"_s};
    QTest::newRow("paid back twice")
        << u"over_refunded"_s
        << QByteArray(
               R"({"till":"BER1T2","receipt":"BER1T1-1-42","return_receipt":"BER1T2-1-3","refunded":1000,"currency":"EUR",)"
               R"("excess":[{"line":1,"name":"Mug","quantity":1000,"refunded":1000}],"others":[{"till":"BER1T1","receipt":"BER1T1-1-50"}]})")
        << u"BER1T1-1-42"_s
        << QStringList{
               u"€10.00 too much paid back"_s, u"BER1T2-1-3"_s, u"1 × Mug"_s, u"BER1T1-1-50 at this till"_s};
    QTest::newRow("a receipt that nobody knows")
        << u"unknown_receipt"_s
        << QByteArray(
               R"({"till":"BER1T2","receipt":"BER1T9-1-1","return_receipt":"BER1T2-1-3","refunded":500})")
        << u"BER1T9-1-1"_s << QStringList{u"€5.00"_s, u"Keep the paper"_s};
    QTest::newRow("less than nothing on the shelf")
        << u"stock_negative"_s
        << QByteArray(R"({"till":"BER1T1","items":[{"sku":"T","name":"Green tea","on_hand":-3000}]})")
        << u"Green tea"_s << QStringList{u"Green tea: \u22123"_s, u"Count the shelf"_s};
    QTest::newRow("a gift card that two tills spent")
        << u"giftcard_overdrawn"_s
        << QByteArray(
               R"({"till":"BER1T2","receipt":"BER1T2-1-3","missing":500,"currency":"EUR","cards":[{"last_four":"78K7","paid":1000,"missing":500}]})")
        << u"BER1T2-1-3"_s << QStringList{u"€5.00 more than it had"_s, u"till BER1T2"_s, u"write it off"_s};
    QTest::newRow("points that two tills spent")
        << u"points_overdrawn"_s
        << QByteArray(
               R"({"till":"BER1T2","receipt":"BER1T2-1-3","missing":120,"currency":"EUR","cards":[{"last_four":"78K7","paid":200,"missing":120}]})")
        << u"BER1T2-1-3"_s
        << QStringList{u"than the customer had: 120."_s, u"till BER1T2"_s, u"write it off"_s};
    QTest::newRow("an account beyond its limit")
        << u"account_overdrawn"_s
        << QByteArray(
               R"({"till":"BER1T2","receipt":"BER1T2-1-3","missing":500,"currency":"EUR","cards":[{"last_four":"78K7","paid":1000,"missing":500}]})")
        << u"BER1T2-1-3"_s
        << QStringList{u"€5.00 more than the customer may owe"_s, u"till BER1T2"_s, u"allow it"_s};
    QTest::newRow("a clash of a newer OMS")
        << u"loyalty_overdrawn"_s << QByteArray(R"({"till":"BER1T2"})") << u"Something to look into"_s
        << QStringList{u"till BER1T2"_s, u"Ask the head office"_s};
}

void TaskWordsTest::eachClashIsToldFromItsFacts()
{
    QFETCH(QString, code);
    QFETCH(QByteArray, facts);
    QFETCH(QStringList, said);
    QVERIFY(!QJsonDocument::fromJson(facts).object().isEmpty());
    const TaskWords words = told(code, facts);
    QTEST(words.title, "title");
    const QString all = QStringList{words.line, words.happened, words.meaning, words.toDo}.join(u'\n');
    for (const QString &part : said)
        QVERIFY2(all.contains(part), qPrintable(part + u" is not in:\n"_s + all));
    QVERIFY2(!all.contains(u"%"_s) && !all.contains(code), qPrintable(all));
    QVERIFY(!words.usualNotes.isEmpty());
}

void TaskWordsTest::factsOfAnyShapeAreToldWithout_data()
{
    QTest::addColumn<QByteArray>("facts");
    QTest::newRow("none at all") << QByteArray("{}");
    QTest::newRow("numbers for texts") << QByteArray(R"({"till":1,"receipt":2,"number":3,"at":"now"})");
    QTest::newRow("texts for lists") << QByteArray(R"({"items":"a","steps":"b","excess":"c","others":"d"})");
    QTest::newRow("names alone") << QByteArray(R"({"receipt":"R","number":"W-1","items":[{"name":"Jam"}]})");
    QTest::newRow("absurd numbers") << QByteArray(
        R"({"total":1e300,"refunded":0.5,"at":1.5,"items":[{"quantity":1e99}]})");
}

void TaskWordsTest::factsOfAnyShapeAreToldWithout()
{
    QFETCH(QByteArray, facts);
    for (const QString &code :
        {u"order_not_open"_s, u"unknown_order"_s, u"unknown_product"_s, u"over_refunded"_s,
            u"unknown_receipt"_s, u"stock_negative"_s, u"giftcard_overdrawn"_s, u"x"_s}) {
        const TaskWords words = told(code, facts);
        for (const QString &part : {words.title, words.line, words.happened, words.meaning, words.toDo})
            QVERIFY2(!part.isEmpty() && !part.contains(u"%"_s) && !part.contains(u"e+"_s), qPrintable(code));
        // What is left out leaves no hole in the sentence.
        const QString all = QStringList{words.line, words.happened, words.meaning}.join(u'\n');
        for (const QString &hole : {u"  "_s, u": ."_s, u", ,"_s, u"()"_s, u" ,"_s})
            QVERIFY2(!all.contains(hole), qPrintable(code + u":\n"_s + all));
    }
}

} // namespace evertill

QTEST_MAIN(evertill::TaskWordsTest)
#include "tst_task_words.moc"
