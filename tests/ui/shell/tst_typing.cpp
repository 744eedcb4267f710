#include "tests/ui/shell/listened_keyboard.h"

#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace evertill {

/// A person is told from a scanner: what is typed stays typed, all of it.
class TypingTest final : public ListenedKeyboard {
    Q_OBJECT
private Q_SLOTS:
    void init() { begin(); }
    void typingStaysTyping_data();
    void typingStaysTyping();
    void rollingTwoKeysLosesNone();
    void typingRightBeforeAScanStays();
    void aPersonAfterAQuickStartIsStillAPerson();
    void aHeldKeyIsNoScan();
    void aShortBurstWithReturnIsTyping();
    void functionKeysEndABurst();
    void aShortcutFindsAllThatWasTyped();
};

void TypingTest::typingStaysTyping_data()
{
    QTest::addColumn<quint64>("gapMs");
    QTest::newRow("a person") << kPerson;
    QTest::newRow("a very quick one") << quint64(75);
}

void TypingTest::typingStaysTyping()
{
    QFETCH(quint64, gapMs);
    QSignalSpy returns(m_field, &QLineEdit::returnPressed);
    type(m_field, u"milk 1234"_s, gapMs);
    QCOMPARE(m_field->text(), u"milk 1234"_s);
    pressReturn(m_field, gapMs);
    QCOMPARE(returns.count(), 1);
    QCOMPARE(m_scans->count(), 0);
}

void TypingTest::rollingTwoKeysLosesNone()
{
    type(m_field, u"m"_s, kPerson);
    type(m_field, u"ilk"_s, kScanner);
    QTest::qWait(kPatience);
    QCOMPARE(m_field->text(), u"milk"_s);
    type(m_field, u"y"_s, kPerson);
    QCOMPARE(m_field->text(), u"milky"_s);
    QCOMPARE(m_scans->count(), 0);
}

void TypingTest::typingRightBeforeAScanStays()
{
    type(m_field, u"mi"_s, kPerson);
    m_now += kPerson;
    type(m_field, u"4006381333931"_s, kScanner);
    pressReturn(m_field, kScanner);
    QCOMPARE(m_scans->count(), 1);
    QCOMPARE(m_field->text(), u"mi"_s);
}

void TypingTest::aPersonAfterAQuickStartIsStillAPerson()
{
    QSignalSpy returns(m_field, &QLineEdit::returnPressed);
    type(m_field, u"mil"_s, 20);
    type(m_field, u"k 1.5"_s, kPerson);
    pressReturn(m_field, kPerson);
    QCOMPARE(returns.count(), 1);
    QCOMPARE(m_field->text(), u"milk 1.5"_s);
    QCOMPARE(m_scans->count(), 0);
}

void TypingTest::aHeldKeyIsNoScan()
{
    type(m_field, u"0"_s, kPerson);
    for (int i = 0; i < 6; ++i)
        press(m_field, Qt::Key_0, u"0"_s, 30, true);
    pressReturn(m_field, 30);
    QCOMPARE(m_scans->count(), 0);
    QCOMPARE(m_field->text(), u"0000000"_s);
}

void TypingTest::aShortBurstWithReturnIsTyping()
{
    QSignalSpy returns(m_field, &QLineEdit::returnPressed);
    type(m_field, u"123"_s, kScanner);
    pressReturn(m_field, kScanner);
    QCOMPARE(m_scans->count(), 0);
    QCOMPARE(m_field->text(), u"123"_s);
    QCOMPARE(returns.count(), 1);
}

void TypingTest::functionKeysEndABurst()
{
    type(m_field, u"400638"_s, kScanner);
    press(m_field, Qt::Key_F5, {}, kScanner);
    pressReturn(m_field, kScanner);
    QCOMPARE(m_scans->count(), 0);
    QCOMPARE(m_field->text(), u"400638"_s);
}

/// Return may be a button's key, and "150" typed in a hurry is held as what could become a scan.
void TypingTest::aShortcutFindsAllThatWasTyped()
{
    type(m_field, u"150"_s, kScanner);
    QCOMPARE(m_field->text(), u"1"_s);
    m_now += kScanner;
    QKeyEvent shortcut(QEvent::ShortcutOverride, Qt::Key_Return, Qt::NoModifier, u"\r"_s);
    shortcut.setTimestamp(m_now);
    QCoreApplication::sendEvent(m_field, &shortcut);
    QCOMPARE(m_field->text(), u"150"_s);
    QCOMPARE(m_scans->count(), 0);
}

} // namespace evertill

QTEST_MAIN(evertill::TypingTest)
#include "tst_typing.moc"
