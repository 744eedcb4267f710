#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

class PriceCommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pricesTheExamplesOfTheSchema();
    void theExamplesSayAllThatTheSchemaKnows();
    void pricesOneBasketALineInOrder();
    void readsABasketWrittenOverManyLines();
    void saysWhatIsWrongWithABasket_data();
    void saysWhatIsWrongWithABasket();
    void aRefusedBasketLeavesTheOthersPriced();
    void aTornFirstLineLeavesTheOthersPriced();
    void bytesThatNoTextHasSpoilOnlyTheirOwnLine();
    void aHappyHourOnNoListOfDaysIsRefused();
    void bundlesAndGiftsBeyondReasonAreRefused();
};

namespace {

struct Answer {
    int exitCode = -1;
    QList<QJsonObject> said;
    QJsonObject refused;
};

Answer price(const QByteArray &input)
{
    QProcess process;
    process.start(QStringLiteral(EVERTILLCTL), {u"price"_s});
    process.write(input);
    process.closeWriteChannel();
    Answer answer;
    if (!process.waitForFinished(60'000))
        return answer;
    answer.exitCode = process.exitCode();
    for (const QByteArray &line : process.readAllStandardOutput().split('\n')) {
        if (!line.isEmpty())
            answer.said.append(QJsonDocument::fromJson(line).object());
    }
    answer.refused = QJsonDocument::fromJson(process.readAllStandardError()).object();
    return answer;
}

QJsonObject schema()
{
    QFile file(QStringLiteral(SCHEMA));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

/// The field names of every object that \a schema describes, or that \a value holds.
void collectDescribed(const QJsonValue &schema, QSet<QString> &names)
{
    for (const QJsonValue &element : schema.toArray())
        collectDescribed(element, names);
    const QJsonObject object = schema.toObject();
    for (auto field = object.begin(); field != object.end(); ++field) {
        if (field.key() == u"examples"_s)
            continue;
        if (field.key() == u"properties"_s) {
            for (const QString &name : field.value().toObject().keys())
                names.insert(name);
        }
        collectDescribed(field.value(), names);
    }
}

void collectUsed(const QJsonValue &value, QSet<QString> &names)
{
    for (const QJsonValue &element : value.toArray())
        collectUsed(element, names);
    const QJsonObject object = value.toObject();
    for (auto field = object.begin(); field != object.end(); ++field) {
        names.insert(field.key());
        collectUsed(field.value(), names);
    }
}

QByteArray line(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QJsonObject basketOf(int minor)
{
    return {{u"currency"_s, u"EUR"_s},
        {u"lines"_s, QJsonArray{QJsonObject{{u"sku"_s, u"A"_s}, {u"price"_s, minor}}}}};
}

} // namespace

void PriceCommandTest::pricesTheExamplesOfTheSchema()
{
    const QJsonArray examples = schema().value("examples"_L1).toArray();
    QVERIFY(examples.size() >= 2);
    for (const QJsonValue &example : examples) {
        const Answer answer = price(line(example.toObject()));
        QVERIFY2(answer.exitCode == 0, line(answer.refused).constData());
        QCOMPARE(answer.said.size(), 1);
        qint64 toPay = 0;
        for (const QJsonValue &one : answer.said.first().value("lines"_L1).toArray())
            toPay += one["to_pay"_L1].toInteger();
        QCOMPARE(answer.said.first()["totals"_L1]["to_pay"_L1].toInteger(), toPay);
        QVERIFY(toPay > 0);
    }
}

void PriceCommandTest::theExamplesSayAllThatTheSchemaKnows()
{
    // The reader refuses what it does not know; so with this, schema and reader name the same fields.
    QSet<QString> described;
    QSet<QString> used;
    collectDescribed(schema(), described);
    collectUsed(schema().value("examples"_L1), used);
    const QSet<QString> missing = described - used;
    QVERIFY2(missing.isEmpty(), QStringList(missing.values()).join(u' ').toUtf8().constData());
    QVERIFY(described.size() > 80);
}

void PriceCommandTest::pricesOneBasketALineInOrder()
{
    QByteArray input;
    for (int i = 1; i <= 500; ++i)
        input += line(basketOf(i));
    const Answer answer = price(input);
    QCOMPARE(answer.exitCode, 0);
    QCOMPARE(answer.said.size(), 500);
    for (int i = 0; i < 500; ++i)
        QCOMPARE(answer.said[i]["totals"_L1]["to_pay"_L1].toInt(), i + 1);
}

void PriceCommandTest::aTornFirstLineLeavesTheOthersPriced()
{
    for (const QByteArray &torn :
        {QByteArray("garbage\n"), QByteArray("{\"lines\": [{\"sk\n"), QByteArray("{}}\n")}) {
        const Answer answer = price(torn + line(basketOf(100)) + line(basketOf(200)));
        QCOMPARE(answer.exitCode, 1);
        QCOMPARE(answer.said.size(), 3);
        QCOMPARE(answer.said[0]["error"_L1].toString(), u"BadInput"_s);
        QCOMPARE(answer.said[2]["totals"_L1]["to_pay"_L1].toInt(), 200);
    }
}

void PriceCommandTest::bytesThatNoTextHasSpoilOnlyTheirOwnLine()
{
    const QByteArray good = R"({"currency":"EUR","lines":[{"sku":"A","price":5}]})";
    for (const QByteArray &spoilt :
        {QByteArray("\0\1", 2), QByteArray(1, '\0'), good + QByteArray("\0x", 2)}) {
        const Answer answer = price(spoilt + '\n' + good + '\n');
        QCOMPARE(answer.exitCode, 1);
        QCOMPARE(answer.said.size(), 2);
        QVERIFY(answer.said[0].contains(u"error"_s));
        QCOMPARE(answer.said[1].value(u"totals"_s)[u"to_pay"_s].toInt(), 5);
    }
}

void PriceCommandTest::aHappyHourOnNoListOfDaysIsRefused()
{
    QJsonObject basket = basketOf(1000);
    basket[u"promotions"_s] =
        QJsonDocument::fromJson(R"([{"id":"happy","hours":[{"weekdays":1}],)"
                                R"("benefits":[{"kind":"amount_total","amount":100}]}])")
            .array();
    const Answer answer = price(line(basket));
    QCOMPARE(answer.exitCode, 1);
    QVERIFY(answer.refused["problem"_L1].toString().contains(u"weekdays"_s));
}

void PriceCommandTest::bundlesAndGiftsBeyondReasonAreRefused()
{
    for (const QByteArray &benefit :
        {QByteArray(
             R"({"kind":"group","reduction":"price_total","amount":1,"parts":[{"units":50001},{"units":50000}]})"),
            QByteArray(R"({"kind":"gift","gift_sku":"BAG","gift_units":1000001,"parts":[{}]})")}) {
        QJsonObject basket = basketOf(1000);
        basket[u"promotions"_s] =
            QJsonDocument::fromJson(R"([{"id":"p","benefits":[)" + benefit + "]}]").array();
        const Answer answer = price(line(basket));
        QCOMPARE(answer.exitCode, 1);
        QVERIFY2(answer.refused["problem"_L1].toString().contains(u"far too much"_s),
            line(answer.refused).constData());
    }
}

void PriceCommandTest::readsABasketWrittenOverManyLines()
{
    const Answer answer = price(QJsonDocument(basketOf(1234)).toJson(QJsonDocument::Indented));
    QCOMPARE(answer.exitCode, 0);
    QCOMPARE(answer.said.first()["totals"_L1]["to_pay"_L1].toInt(), 1234);
}

void PriceCommandTest::saysWhatIsWrongWithABasket_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QString>("error");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *name, const char *lines, const char *rest, const char *error,
                         const char *problem) {
        QTest::newRow(name) << QByteArray("{\"currency\":\"EUR\",\"lines\":[") + lines + "]" + rest + "}\n"
                            << QString::fromLatin1(error) << QString::fromLatin1(problem);
    };
    QTest::newRow("nothing at all") << QByteArray() << u"BadInput"_s << u"no basket on standard input"_s;
    QTest::newRow("a list") << QByteArray("[]") << u"BadInput"_s << u"a basket is a JSON object"_s;
    row("a field nobody knows", R"({"sku":"A","price":1,"colour":"red"})", "", "BadInput",
        "lines[0].colour: no such field");
    row("half a cent as a number", R"({"sku":"A","price":1.5})", "", "BadInput",
        "lines[0].price: neither an integer that fits nor a decimal as text");
    row("no price", R"({"sku":"A"})", "", "BadInput", "A has no price in EUR");
    row("half a piece", R"({"sku":"A","price":1,"quantity":500})", "", "BadQuantity", "");
    row("nothing of it", R"({"sku":"A","price":1,"quantity":0})", "", "BadQuantity", "");
    row("a negative price", R"({"sku":"A","price":-1})", "", "BadAmount", "");
    row("more than there is money", R"({"sku":"A","price":900000000000,"quantity":1000000000})", "",
        "BadAmount", "");
    row("a changed price without approval",
        R"({"sku":"A","price":1,"override":{"price":0,"reason":"x","approved_by":""}})", "", "BadInput",
        "A: a changed price needs a reason and an approval");
    row("an unknown tax", R"({"sku":"A","price":1,"taxes":["vat"]})", "", "BadInput",
        "A: no tax called \"vat\"");
    row("more than a percentage off the bill", R"({"sku":"A","price":1})",
        R"(,"promotions":[{"id":"p","max_discount":5,"benefits":[{"kind":"percent_bill","ppm":100000}]}])",
        "BadInput", "promotion p: off the bill goes a percentage and nothing else");
    row("a percentage off the bill beside a coupon of its maker", R"({"sku":"A","price":1})",
        R"(,"promotions":[{"id":"p","benefits":[{"kind":"percent_bill","ppm":100000}]},)"
        R"({"id":"m","lowers_tax":false,"benefits":[{"kind":"amount_total","amount":1}]}])",
        "BadInput", "a percentage off the bill beside a promotion that leaves the tax");
    row("a promotion of 120 %", R"({"sku":"A","price":1})",
        R"(,"promotions":[{"id":"p","benefits":[{"kind":"percent","ppm":1200000}]}])", "BadInput",
        "promotion p: a rate is between 0 and 100 %");
    row("validity without a moment", R"({"sku":"A","price":1})",
        R"(,"promotions":[{"id":"p","from":"2026-01-01","benefits":[{"kind":"percent","ppm":1}]}])",
        "BadInput", "promotion p asks for the time; the basket has no moment");
    row("no such benefit", R"({"sku":"A","price":1})",
        R"(,"promotions":[{"id":"p","benefits":[{"kind":"magic"}]}])", "BadInput",
        "promotions[0].benefits[0].kind: no such choice: magic");
    row("more by card than is due", R"({"sku":"A","price":100})",
        R"(,"tenders":[{"kind":"card","amount":101}])", "OverTendered", "");
    row("taxes of 1000 %, one on another", R"({"sku":"A","price":1,"tax_category":"a"})",
        R"(,"taxes":{"rates":[{"id":"a","ppm":10000000,"raises_later":true,"categories":["a"]},{"id":"b","ppm":10000000,"raises_later":true,"categories":["a"]},{"id":"c","ppm":10000000,"raises_later":true,"categories":["a"]}]})",
        "BadInput", "taxes on one line that no shop has");
    row("a tax that eats the price", R"({"sku":"A","price":1,"tax_category":"a"})",
        R"(,"taxes":{"rates":[{"id":"a","kind":"share_of_gross","ppm":999999,"categories":["a"]}]})",
        "BadInput", "taxes on one line that no shop has");
    row("a tender of nothing", R"({"sku":"A","price":100})", R"(,"tenders":[{"kind":"cash","amount":0}])",
        "NegativeTender", "");
    row("more back than was sold", R"({"sku":"A","price":100})",
        R"(,"returns":[{"lines":[{"line":0,"quantity":2000}]}])", "MoreThanLeft", "");
}

void PriceCommandTest::saysWhatIsWrongWithABasket()
{
    QFETCH(QByteArray, input);
    QFETCH(QString, error);
    QFETCH(QString, problem);
    const Answer answer = price(input);
    QCOMPARE(answer.exitCode, 1);
    QCOMPARE(answer.refused["error"_L1].toString(), error);
    QCOMPARE(answer.refused["problem"_L1].toString(), problem);
}

void PriceCommandTest::aRefusedBasketLeavesTheOthersPriced()
{
    const Answer answer = price(line(basketOf(1)) + line(basketOf(-1)) + "no json\n" + line(basketOf(3)));
    QCOMPARE(answer.exitCode, 1);
    QCOMPARE(answer.said.size(), 4);
    QCOMPARE(answer.said[1]["error"_L1].toString(), u"BadAmount"_s);
    QCOMPARE(answer.said[2]["error"_L1].toString(), u"BadInput"_s);
    QCOMPARE(answer.said[3]["totals"_L1]["to_pay"_L1].toInt(), 3);
}

QTEST_GUILESS_MAIN(PriceCommandTest)
#include "tst_price.moc"
