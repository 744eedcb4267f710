#include "core/catalog/import/record_reader.h"

#include <QTemporaryDir>
#include <QTest>

#include <zstd.h>

using namespace evertill;
using namespace Qt::StringLiterals;

using Rows = QList<QByteArrayList>;

class RecordReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTables_data();
    void readsTables();
    void namesTheLineThatARowBeginsOn();
    void refusesWhatIsNoTable_data();
    void refusesWhatIsNoTable();
    void unpacksOnTheWay();
    void refusesAPackedFileThatIsCutShort();
    void refusesAPackedFileThatIsDamaged();
    void refusesAFileThatIsNotThere();

private:
    [[nodiscard]] RecordReader readerOf(const QByteArray &bytes, RecordReader::Format format);
    [[nodiscard]] static Result<Rows> readAll(RecordReader reader);

    QTemporaryDir m_folder;
};

RecordReader RecordReaderTest::readerOf(const QByteArray &bytes, RecordReader::Format format)
{
    QFile file(m_folder.filePath(u"table"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("no disk");
    file.close();
    return RecordReader(std::move(*ByteSource::open(file.fileName())), format);
}

Result<Rows> RecordReaderTest::readAll(RecordReader reader)
{
    Rows rows;
    Record record;
    for (;;) {
        const auto got = reader.next(record);
        if (!got)
            return tl::unexpected(got.error());
        if (!*got)
            return rows;
        rows.append(record.fields);
    }
}

void RecordReaderTest::readsTables_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isCsv");
    QTest::addColumn<Rows>("rows");
    QTest::newRow("tabs part the fields")
        << QByteArray("a\tb\n1\t\n") << false << Rows{{"a", "b"}, {"1", ""}};
    QTest::newRow("quotes in TSV are letters")
        << QByteArray("2\" Worms\t\"x\"\n") << false << Rows{{"2\" Worms", "\"x\""}};
    QTest::newRow("the last line needs no end") << QByteArray("a\tb") << false << Rows{{"a", "b"}};
    QTest::newRow("lines of Windows") << QByteArray("\xEF\xBB\xBF"
                                                    "a,b\r\n1,2\r\n")
                                      << true << Rows{{"a", "b"}, {"1", "2"}};
    QTest::newRow("comments before the header, empty lines anywhere")
        << QByteArray("# free\n\na\tb\n\n#1\t2\n") << false << Rows{{"a", "b"}, {"#1", "2"}};
    QTest::newRow("quotes round a comma") << QByteArray("\"a,b\",c\n") << true << Rows{{"a,b", "c"}};
    QTest::newRow("doubled quotes") << QByteArray("\"5\"\" Cake\",\"\"\"\"\n") << true
                                    << Rows{{"5\" Cake", "\""}};
    QTest::newRow("a line break inside quotes")
        << QByteArray("\"a\r\nb\",c\n1,2\n") << true << Rows{{"a\nb", "c"}, {"1", "2"}};
    QTest::newRow("empty quoted fields") << QByteArray("\"\",\"\",\n") << true << Rows{{"", "", ""}};
    QTest::newRow("a quote within a bare field is a letter")
        << QByteArray("5\" Cake,x\n") << true << Rows{{"5\" Cake", "x"}};
    QTest::newRow("an empty file") << QByteArray() << false << Rows{};
}

void RecordReaderTest::readsTables()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isCsv);
    const auto rows = readAll(readerOf(text, isCsv ? RecordReader::Format::Csv : RecordReader::Format::Tsv));
    QVERIFY(rows);
    QTEST(*rows, "rows");
}

void RecordReaderTest::namesTheLineThatARowBeginsOn()
{
    auto reader = readerOf("# note\nh\n\"a\nb\"\nc\n", RecordReader::Format::Csv);
    QList<qint64> lines;
    Record record;
    while (reader.next(record).value_or(false))
        lines.append(record.line);
    QCOMPARE(lines, (QList<qint64>{2, 3, 5}));
}

void RecordReaderTest::refusesWhatIsNoTable_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("a quote that is never closed") << QByteArray("a\n\"b\nc\n");
    QTest::newRow("text behind a closing quote") << QByteArray("a\n\"b\"c\n");
    QTest::newRow("a line without an end in sight") << QByteArray(3 << 20, 'x');
    QTest::newRow("a row of quoted line breaks without an end in sight")
        << QByteArray("\"\n\",").repeated(300'000);
    QTest::newRow("a quoted field without an end in sight")
        << QByteArray("\"") + QByteArray("xxxxxxx\n").repeated(400'000) + "\"";
}

void RecordReaderTest::refusesWhatIsNoTable()
{
    QFETCH(QByteArray, text);
    const auto rows = readAll(readerOf(text, RecordReader::Format::Csv));
    QVERIFY(!rows);
    QCOMPARE(rows.error().code, Code::BadInput);
}

namespace {

QByteArray packed(const QByteArray &plain)
{
    QByteArray out(qsizetype(ZSTD_compressBound(std::size_t(plain.size()))), 0);
    out.truncate(qsizetype(
        ZSTD_compress(out.data(), std::size_t(out.size()), plain.data(), std::size_t(plain.size()), 3)));
    return out;
}

QByteArray manyRows()
{
    QByteArray text;
    for (int i = 0; i < 200'000; ++i)
        text += QByteArray::number(i) + '\t' + QByteArray::number(i * 7919) + '\n';
    return text;
}

} // namespace

void RecordReaderTest::unpacksOnTheWay()
{
    // Two frames, one after the other, are one file: so zstd(1) and cat(1) make them.
    const auto rows = readAll(readerOf(packed(manyRows()) + packed("x\ty\n"), RecordReader::Format::Tsv));
    QVERIFY(rows);
    QCOMPARE(rows->size(), 200'001);
    QCOMPARE(rows->at(199'999), (QByteArrayList{"199999", QByteArray::number(199'999 * 7919)}));
    QCOMPARE(rows->last(), (QByteArrayList{"x", "y"}));
}

void RecordReaderTest::refusesAPackedFileThatIsCutShort()
{
    const auto rows = readAll(readerOf(packed(manyRows()).chopped(100), RecordReader::Format::Tsv));
    QVERIFY(!rows);
    QCOMPARE(rows.error().code, Code::BadInput);
}

void RecordReaderTest::refusesAPackedFileThatIsDamaged()
{
    QByteArray bytes = packed(manyRows());
    bytes.replace(bytes.size() / 2, 64, QByteArray(64, '\xff'));
    const auto rows = readAll(readerOf(bytes, RecordReader::Format::Tsv));
    QVERIFY(!rows);
    QCOMPARE(rows.error().code, Code::BadInput);
}

void RecordReaderTest::refusesAFileThatIsNotThere()
{
    const auto source = ByteSource::open(m_folder.filePath(u"nowhere.tsv"_s));
    QVERIFY(!source);
    QCOMPARE(source.error().code, Code::BadInput);
}

QTEST_GUILESS_MAIN(RecordReaderTest)
#include "tst_record_reader.moc"
