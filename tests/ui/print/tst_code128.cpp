#include "ui/print/code128.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace evertill {

/// Bars against the widths that ISO/IEC 15417 prints for each character.
class Code128Test final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void drawsTheStandardsBars_data();
    void drawsTheStandardsBars();
    void beginsAndEndsWithABar();
    void refusesWhatIsNoCode128_data();
    void refusesWhatIsNoCode128();
};

namespace {

/// "211214" as bars and spaces.
std::vector<bool> modulesOf(const QString &widths)
{
    std::vector<bool> modules;
    bool bar = true;
    for (const QChar width : widths) {
        modules.insert(modules.end(), std::size_t(width.digitValue()), bar);
        bar = !bar;
    }
    return modules;
}

} // namespace

void Code128Test::drawsTheStandardsBars_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("widths");
    // Start B 211214, A 111323 (33), check (104 + 33) mod 103 = 34 → B 131123, stop 2331112.
    QTest::newRow("one letter") << u"A"_s << u"2112141113231311232331112"_s;
    // Start B 211214; - 122132 (13); K 112331 (43). Check (104 + 13 + 2·43) mod 103 = 100 → 114131.
    QTest::newRow("a hyphen and a letter") << u"-K"_s << u"2112141221321123311141312331112"_s;
    // Start C 211232, 12 112232, 34 131123, check (105 + 12 + 2·34) mod 103 = 82 → 121241.
    QTest::newRow("four digits go in pairs") << u"1234"_s << u"2112321122321311231212412331112"_s;
}

void Code128Test::drawsTheStandardsBars()
{
    QFETCH(QString, text);
    QFETCH(QString, widths);
    QCOMPARE(code128Modules(text), modulesOf(widths));
}

void Code128Test::beginsAndEndsWithABar()
{
    const std::vector<bool> modules = code128Modules(u"BER1T1-1-42-K7QX"_s);
    QVERIFY(modules.size() > 100);
    QVERIFY(modules.front() && modules.back());
}

void Code128Test::refusesWhatIsNoCode128_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("letters beyond Latin 1") << u"№ 1"_s;
    QTest::newRow("far too long") << QString(400, u'A');
}

void Code128Test::refusesWhatIsNoCode128()
{
    QFETCH(QString, text);
    QVERIFY(code128Modules(text).empty());
}

} // namespace evertill

QTEST_GUILESS_MAIN(evertill::Code128Test)
#include "tst_code128.moc"
