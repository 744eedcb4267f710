#include "tests/vectors/gs1/case_file.h"

#include <QTest>

using namespace evertill;
using namespace evertill::test;
using namespace Qt::StringLiterals;

/// Raw scans of real products, and what GS1's engine made of them (Apache-2.0; the GTINs of real products
/// ODbL).
class ScanCasesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithGs1();
};

namespace {

Input inputOf(const QJsonObject &question)
{
    Input input;
    input.text = question.value(u"in").toString();
    return input;
}

/// What the symbol is, for the table: its identifier.
QString kindOf(const QJsonObject &question) { return question.value(u"in").toString().left(3); }

/// What differs; empty where \a said is what is expected.
QString difference(const QJsonObject &expected, const Result<QJsonObject> &said)
{
    if (said.has_value() != expected.value(u"ok").toBool())
        return said ? u"accepted"_s : u"refused: "_s + said.error().facts.value(u"problem"_s).toString();
    if (!said)
        return {};
    if (said->value(u"ai").toString() != expected.value(u"ai").toString())
        return u"read as "_s + said->value(u"ai").toString();
    if (said->value(u"hri").toArray() != expected.value(u"hri").toArray())
        return u"written for people otherwise"_s;
    if (said->value(u"dl").toString() != expected.value(u"dl").toString())
        return u"written as "_s + said->value(u"dl").toString();
    const bool isPlain = expected.value(u"ai").isNull();
    const bool isSame = !isPlain || said->value(u"code").toString() == expected.value(u"data").toString();
    return isSame ? QString() : u"read as "_s + said->value(u"code").toString();
}

} // namespace

void ScanCasesTest::agreesWithGs1()
{
    Tally tally(u"oracle_scans"_s);
    for (const PublishedCase &one : publishedCases(u"oracle_scans.jsonl"_s, {u"op"_s, u"in"_s})) {
        const QString kind = kindOf(one.question);
        const QString what = difference(one.expected, askTill(inputOf(one.question)));
        what.isEmpty() ? tally.agreed(kind)
                       : tally.disagreed(kind, what + u": "_s + one.question.value(u"in").toString());
    }
    tally.print();
    QVERIFY(tally.cases() > 0);
    QVERIFY(tally.agreementPerTenThousand() >= 9'900);
}

QTEST_GUILESS_MAIN(ScanCasesTest)
#include "tst_scan_cases.moc"
