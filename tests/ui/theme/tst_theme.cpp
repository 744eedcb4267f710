#include "ui/theme/style_sheet.h"

#include <QRegularExpression>
#include <QTest>

namespace evertill {

/// The tokens keep what UI.md promises of them.
class ThemeTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void textCanBeReadOnItsGround_data();
    void textCanBeReadOnItsGround();
    void contrastIsThatOfWcag();
    void typeScalesAndFingersStay();
    void theSheetNamesNoTokenThatIsMissing_data();
    void theSheetNamesNoTokenThatIsMissing();
};

namespace {

constexpr int kReadable = 450;

void addPairs(const char *mode, const Theme::Colours &c)
{
    struct Pair {
        const char *name;
        QColor text;
        QColor ground;
    };
    const Pair pairs[] = {
        {"text on the window", c.text, c.window},
        {"text on a surface", c.text, c.surface},
        {"text on a button", c.text, c.raised},
        {"text on a button under the pointer", c.text, c.hover},
        {"text on a button held down", c.text, c.pressed},
        {"text on a chosen row", c.text, c.accentSoft},
        {"text on a refusal", c.text, c.refusalSoft},
        {"text on a waiting notice", c.text, c.waitingSoft},
        {"text on a done notice", c.text, c.moneySoft},
        {"quiet text on the window", c.quiet, c.window},
        {"quiet text on a surface", c.quiet, c.surface},
        {"quiet text in a field", c.quiet, c.raised},
        {"words on what to press next", c.onAccent, c.accent},
        {"words on what is being pressed", c.onAccent, c.accentHeld},
        {"accent as text", c.accent, c.surface},
        {"money back on the window", c.money, c.window},
        {"money back on a surface", c.money, c.surface},
        {"money back on a button", c.money, c.raised},
        {"money back on its own ground", c.money, c.moneySoft},
        {"waiting on the window", c.waiting, c.window},
        {"waiting on a surface", c.waiting, c.surface},
        {"waiting on its own ground", c.waiting, c.waitingSoft},
        {"refusal on the window", c.refusal, c.window},
        {"refusal on a surface", c.refusal, c.surface},
        {"refusal on a button", c.refusal, c.raised},
        {"refusal on its own ground", c.refusal, c.refusalSoft},
        {"the rail's words", c.onRailQuiet, c.rail},
        {"the open room's name", c.onRail, c.railChosen},
        {"offline on the foot bar", Theme::dark().colour.waiting, c.rail},
        {"refused on the foot bar", Theme::dark().colour.refusal, c.rail},
        {"online on the foot bar", Theme::dark().colour.money, c.rail},
        {"a badge's number", Theme::dark().colour.window, Theme::dark().colour.waiting},
    };
    for (const Pair &pair : pairs)
        QTest::addRow("%s: %s", mode, pair.name) << pair.text << pair.ground;
}

} // namespace

void ThemeTest::textCanBeReadOnItsGround_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("ground");
    addPairs("light", Theme::light().colour);
    addPairs("dark", Theme::dark().colour);
}

void ThemeTest::textCanBeReadOnItsGround()
{
    QFETCH(QColor, text);
    QFETCH(QColor, ground);
    QVERIFY2(contrastTimes100(text, ground) >= kReadable,
        qPrintable(QString::number(contrastTimes100(text, ground))));
}

void ThemeTest::contrastIsThatOfWcag()
{
    QCOMPARE(contrastTimes100(Qt::black, Qt::white), 2100);
    QCOMPARE(contrastTimes100(Qt::white, Qt::white), 100);
    // The grey that WCAG's own examples name as just enough on white.
    QCOMPARE(contrastTimes100(QColor(0x76, 0x76, 0x76), Qt::white), 454);
}

void ThemeTest::typeScalesAndFingersStay()
{
    const Theme once = Theme::light();
    const Theme twice = Theme::light(200);
    QCOMPARE(twice.size.body, 2 * once.size.body);
    QCOMPARE(twice.size.huge, 2 * once.size.huge);
    QCOMPARE(twice.size.finger, once.size.finger);
    QVERIFY(once.size.finger >= 48);
}

void ThemeTest::theSheetNamesNoTokenThatIsMissing_data()
{
    QTest::addColumn<QString>("sheet");
    QTest::newRow("light") << styleSheet(Theme::light());
    QTest::newRow("dark") << styleSheet(Theme::dark());
}

void ThemeTest::theSheetNamesNoTokenThatIsMissing()
{
    QFETCH(QString, sheet);
    const qsizetype at = sheet.indexOf(QLatin1Char('@'));
    QVERIFY2(at < 0, qPrintable(sheet.mid(qMax(qsizetype(0), at), 30)));
    // A token that begins like a longer one would leave the longer one's end behind its colour.
    QVERIFY(!sheet.contains(QRegularExpression(QStringLiteral("#[0-9a-f]{6}[A-Za-z]"))));
}

} // namespace evertill

QTEST_MAIN(evertill::ThemeTest)
#include "tst_theme.moc"
