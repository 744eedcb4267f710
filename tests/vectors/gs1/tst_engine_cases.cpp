#include "tests/vectors/gs1/case_file.h"

#include <QTest>

using namespace evertill;
using namespace evertill::test;
using namespace Qt::StringLiterals;

/// The cases of GS1's Barcode Syntax Engine (Apache-2.0).
class EngineCasesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithGs1();
};

namespace {

/// Every operation but two judges elements one by one: whether they may stand together is a step of its own
/// there.
Input inputOf(const QJsonObject &question)
{
    const QString op = question.value(u"op").toString();
    const QString options = question.value(u"options").toString();
    Input input;
    input.text = question.value(u"in").toString();
    input.stem = question.value(u"stem").toString(u"https://id.gs1.org"_s).toStdString();
    input.reading.checksAssociations = op == u"ai_associations" || op == u"decode_scan_data";
    input.reading.uri.takesShortGtins = options.contains(u"zeroSuppressedGTIN=1");
    if (op == u"encode_scan_data")
        input.notApplicable = u"a till reads symbols; it makes none of these"_s;
    if (options.contains(u"permitUnknownAIs=1"))
        input.notApplicable =
            u"a till has no use for an AI that GS1 does not know, and no option to let it in"_s;
    return input;
}

/// The data as GS1's engine writes them: "^" for FNC1, "|" before what a composite symbol adds.
QString writtenAsGs1Does(const QJsonObject &said, const QString &scanned)
{
    const QString elements = said.value(u"element_string").toString();
    if (said.value(u"symbology").toString().startsWith(u"EAN"))
        return said.value(u"code").toString() + (elements.isEmpty() ? QString() : u'|' + elements);
    const QString body = scanned.startsWith(u']') ? scanned.mid(3) : scanned;
    if (!elements.isEmpty() && !body.startsWith(u"http", Qt::CaseInsensitive))
        return elements;
    return said.value(u"kind").toString() == u"text" ? said.value(u"code").toString() : body;
}

/// A "^" that is no FNC1 has a backslash before it in GS1's notation.
QString withoutEscapes(QString expected)
{
    return expected.contains(u"\\^") ? expected.replace(u"\\^"_s, u"^"_s).replace(u"\\\\"_s, u"\\"_s)
                                     : expected;
}

/// What differs; empty where \a said is what is expected.
QString difference(const QJsonObject &question, const QJsonObject &expected, const Result<QJsonObject> &said)
{
    const QString op = question.value(u"op").toString();
    const QString uri = said ? said->value(u"dl").toString() : QString();
    const bool isDone = op == u"ai_to_dl_uri" ? !uri.isEmpty() : said.has_value();
    if (isDone != expected.value(u"ok").toBool())
        return isDone ? u"accepted"_s : u"refused"_s;
    if (!isDone || !expected.contains(u"expect"))
        return {};
    QString parts = said->value(u"element_string").toString();
    if (op == u"ai_to_dl_uri")
        parts = uri;
    if (op == u"decode_scan_data")
        parts = writtenAsGs1Does(*said, question.value(u"in").toString());
    const QString wanted = expected.value(u"expect").toString();
    return parts == (op == u"decode_scan_data" ? withoutEscapes(wanted) : wanted) ? QString()
                                                                                  : u"read as "_s + parts;
}

} // namespace

void EngineCasesTest::agreesWithGs1()
{
    Tally tally(u"engine_unit_tests"_s);
    const QStringList asked{u"op"_s, u"in"_s, u"options"_s, u"stem"_s};
    for (const PublishedCase &one : publishedCases(u"engine_unit_tests.jsonl"_s, asked)) {
        const QString kind = one.question.value(u"op").toString();
        const Input input = inputOf(one.question);
        if (!input.notApplicable.isEmpty()) {
            tally.notApplicable(kind, input.notApplicable);
            continue;
        }
        const QString what = difference(one.question, one.expected, askTill(input));
        what.isEmpty() ? tally.agreed(kind) : tally.disagreed(kind, what + u": "_s + input.text);
    }
    tally.print();
    QVERIFY(tally.cases() > 0);
    QVERIFY(tally.agreementPerTenThousand() >= 9'900);
}

QTEST_GUILESS_MAIN(EngineCasesTest)
#include "tst_engine_cases.moc"
