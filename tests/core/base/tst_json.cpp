#include "core/base/json_fields.h"
#include "core/base/json_writer.h"
#include "core/base/money.h"
#include "core/base/seeded_random.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace evertill;
using namespace Qt::StringLiterals;

class JsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesCanonically();
    void escapesAsShortAsItCan();
    void carriesTheLargestNumberExactly();
    void writesWhatQtReadsWhateverItsLength();
    void notesWhatIsNotTheContract_data();
    void notesWhatIsNotTheContract();
    void readsWhatItWrote();
};

void JsonTest::writesCanonically()
{
    const QByteArray json = JsonWriter()
                                .beginObject()
                                .field("a", 1)
                                .key("b")
                                .beginArray()
                                .value(true)
                                .beginObject()
                                .endObject()
                                .beginArray()
                                .endArray()
                                .endArray()
                                .field("c", u"ü"_s)
                                .endObject()
                                .take();
    QCOMPARE(json, QByteArray("{\"a\":1,\"b\":[true,{},[]],\"c\":\"ü\"}"));
    QCOMPARE(QJsonDocument::fromJson(json).toJson(QJsonDocument::Compact), json);
}

void JsonTest::escapesAsShortAsItCan()
{
    const QString hostile = u"\"\\/\b\f\n\r\t\u0001\u001f\u007f€😀"_s;
    const QByteArray json = JsonWriter().beginArray().value(hostile).endArray().take();
    QCOMPARE(json, QByteArray("[\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\u007f€😀\"]"));
    QCOMPARE(QJsonDocument::fromJson(json).array().first().toString(), hostile);
}

void JsonTest::carriesTheLargestNumberExactly()
{
    const QByteArray json =
        JsonWriter().beginArray().value(Money::kLargest).value(-Money::kLargest).endArray().take();
    const QJsonArray back = QJsonDocument::fromJson(json).array();
    QCOMPARE(exactInteger(back[0]), std::optional(Money::kLargest));
    QCOMPARE(exactInteger(back[1]), std::optional(-Money::kLargest));
}

void JsonTest::writesWhatQtReadsWhateverItsLength()
{
    SeededRandom random(17);
    constexpr QStringView kLetters = u"aZ09 \"\\\n\u0007äß€牛";
    for (int round = 0; round < 200; ++round) {
        JsonWriter writer;
        writer.beginArray();
        QJsonArray expected;
        for (auto left = random.next64() % 60; left > 0; --left) {
            QString text;
            const bool isPlain = random.next64() % 2;
            for (auto length = random.next64() % 200; length > 0; --length)
                text += kLetters[qsizetype(random.next64() % std::uint64_t(isPlain ? 5 : kLetters.size()))];
            writer.value(text).value(std::int64_t(random.next64() % 1000)).beginObject().endObject();
            expected.append(text);
        }
        const QByteArray json = writer.endArray().take();
        const QJsonDocument read = QJsonDocument::fromJson(json);
        QVERIFY(read.isArray());
        QCOMPARE(read.array().size(), 3 * expected.size());
        for (qsizetype i = 0; i < expected.size(); ++i)
            QCOMPARE(read.array().at(3 * i), expected.at(i));
    }
}

void JsonTest::notesWhatIsNotTheContract_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("missing") << QByteArray("{}");
    QTest::newRow("a text") << QByteArray("{\"n\":\"1\"}");
    QTest::newRow("a fraction") << QByteArray("{\"n\":1.5}");
    QTest::newRow("null") << QByteArray("{\"n\":null}");
    QTest::newRow("beyond 2^53") << QByteArray("{\"n\":9007199254740993}");
    QTest::newRow("beyond every integer") << QByteArray("{\"n\":1e300}");
    QTest::newRow("below the least") << QByteArray("{\"n\":-1}");
}

void JsonTest::notesWhatIsNotTheContract()
{
    QFETCH(QByteArray, json);
    JsonFields fields(QJsonDocument::fromJson(json).object(), u"page"_s);
    (void)fields.integer("n"_L1, 0);
    QVERIFY(!fields.ok());
    QVERIFY2(fields.problem().startsWith(u"page.n"_s), qPrintable(fields.problem()));
}

void JsonTest::readsWhatItWrote()
{
    const Uuid id = *Uuid::fromText("0190a0b1-c2d3-7456-89ab-cdef01234567");
    const QByteArray json =
        JsonWriter().beginObject().field("id", id).field("n", 7).field("on", true).endObject().take();
    JsonFields fields(QJsonDocument::fromJson(json).object());
    QCOMPARE(fields.uuid("id"_L1), id);
    QCOMPARE(fields.integer("n"_L1), 7);
    QCOMPARE(fields.boolean("on"_L1), true);
    QCOMPARE(fields.textOr("absent"_L1, u"else"_s), u"else"_s);
    QVERIFY(fields.ok());
}

QTEST_GUILESS_MAIN(JsonTest)
#include "tst_json.moc"
