#include "tests/vectors/gs1/case_file.h"

#include <QTest>

using namespace evertill;
using namespace evertill::test;
using namespace Qt::StringLiterals;

/// The cases of GS1's Barcode Syntax Dictionary for its linters (Apache-2.0).
class LinterCasesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithGs1();
};

namespace {

Input inputOf(const QJsonObject &question)
{
    Input input;
    input.linter = question.value(u"op").toString().mid(5);
    input.text = question.value(u"in").toString();
    return input;
}

/// Where GS1's tests take its list of company prefixes off line to see that this is noticed.
bool isAboutMissingPrefixList(const QJsonObject &expected)
{
    return expected.value(u"error").toString() == u"The data source for GCP lookups is offline."_s;
}

} // namespace

void LinterCasesTest::agreesWithGs1()
{
    Tally tally(u"linter_unit_tests"_s);
    for (const PublishedCase &one : publishedCases(u"linter_unit_tests.jsonl"_s, {u"op"_s, u"in"_s})) {
        const QString kind = one.question.value(u"op").toString();
        if (isAboutMissingPrefixList(one.expected)) {
            tally.notApplicable(kind, u"the till keeps no list of company prefixes that could be off line"_s);
            continue;
        }
        const auto said = askTill(inputOf(one.question));
        const bool isSame = said.has_value() == one.expected.value(u"ok").toBool();
        isSame ? tally.agreed(kind)
               : tally.disagreed(kind, one.id + u' ' + one.question.value(u"in").toString());
    }
    tally.print();
    QVERIFY(tally.cases() > 0);
    QVERIFY(tally.agreementPerTenThousand() >= 9'900);
}

QTEST_GUILESS_MAIN(LinterCasesTest)
#include "tst_linter_cases.moc"
