#include "ui/shell/scan_listener.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace evertill {

/// A scanner and a person at one keyboard, told apart by the key events' own timestamps.
class ScanListenerTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aBurstIsAScanAndLeavesNothingBehind_data();
    void aBurstIsAScanAndLeavesNothingBehind();
    void typingStaysTyping_data();
    void typingStaysTyping();
    void aBurstPutsASelectionBack();
    void aBurstIsHeardWhateverHasTheFocus();
    void aPlainTextEditIsPutBackToo();
    void rollingTwoKeysLosesNone();
    void typingRightBeforeAScanStays();
    void twoScansInARowAreTwo();
    void aSlowMachineChangesNothing();
    void keysStampedLateByABusyMachineAreStillOneScan();
    void aPersonAfterAQuickStartIsStillAPerson();
    void aHeldKeyIsNoScan();
    void aShortBurstWithReturnIsTyping();
    void shiftWithinABurstBelongsToIt();
    void functionKeysEndABurst();
    void aShortcutFindsAllThatWasTyped();
    void aScannersReturnPressesNoButton_data();
    void aScannersReturnPressesNoButton();

private:
    /// A key as the window system would deliver it, \a gapMs after the one before.
    void press(QWidget *to, int key, const QString &text, quint64 gapMs, bool repeated = false)
    {
        m_now += gapMs;
        QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier, text, repeated);
        event.setTimestamp(m_now);
        QCoreApplication::sendEvent(to, &event);
    }
    void type(QWidget *to, const QString &text, quint64 gapMs)
    {
        for (const QChar character : text)
            press(to, character.toUpper().unicode(), QString(character), gapMs);
    }
    void pressReturn(QWidget *to, quint64 gapMs) { press(to, Qt::Key_Return, u"\r"_s, gapMs); }

    static constexpr quint64 kScanner = 8;
    static constexpr quint64 kPerson = 120;
    static constexpr int kPatience = 120;

    quint64 m_now = 0;
    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_field = nullptr;
    QPlainTextEdit *m_notes = nullptr;
    QPushButton *m_button = nullptr;
    std::unique_ptr<ScanListener> m_listener;
    std::unique_ptr<QSignalSpy> m_scans;
};

void ScanListenerTest::init()
{
    m_listener.reset();
    m_window = std::make_unique<QWidget>();
    auto *column = new QVBoxLayout(m_window.get());
    m_field = new QLineEdit;
    m_notes = new QPlainTextEdit;
    m_button = new QPushButton(u"Pay"_s);
    for (QWidget *widget :
        {static_cast<QWidget *>(m_field), static_cast<QWidget *>(m_notes), static_cast<QWidget *>(m_button)})
        column->addWidget(widget);
    m_window->show();
    m_field->setFocus();
    m_now += 10'000;
    m_listener = std::make_unique<ScanListener>(nullptr);
    m_scans = std::make_unique<QSignalSpy>(m_listener.get(), &ScanListener::scanned);
}

void ScanListenerTest::aBurstIsAScanAndLeavesNothingBehind_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<quint64>("gapMs");
    QTest::addColumn<int>("end");
    QTest::newRow("an EAN-13 from a quick scanner")
        << u"4006381333931"_s << quint64(0) << int(Qt::Key_Return);
    QTest::newRow("an EAN-8 from a slow one") << u"96385074"_s << quint64(55) << int(Qt::Key_Return);
    QTest::newRow("a receipt's barcode") << u"BER1T1-1-42-K7QX"_s << kScanner << int(Qt::Key_Return);
    QTest::newRow("ended by Tab") << u"4006381333931"_s << kScanner << int(Qt::Key_Tab);
    QTest::newRow("ended by the pad's Enter") << u"4006381333931"_s << kScanner << int(Qt::Key_Enter);
    QTest::newRow("the shortest") << u"1234"_s << kScanner << int(Qt::Key_Return);
}

void ScanListenerTest::aBurstIsAScanAndLeavesNothingBehind()
{
    QFETCH(QString, code);
    QFETCH(quint64, gapMs);
    QFETCH(int, end);
    QSignalSpy returns(m_field, &QLineEdit::returnPressed);
    QSignalSpy edits(m_field, &QLineEdit::textEdited);
    m_field->setText(u"12.5"_s);
    type(m_field, code, gapMs);
    press(m_field, end, {}, gapMs);
    QCOMPARE(m_scans->count(), 1);
    QCOMPARE(m_scans->first().first().toString(), code);
    QTest::qWait(kPatience);
    QCOMPARE(m_field->text(), u"12.5"_s);
    QCOMPARE(edits.last().first().toString(), u"12.5"_s);
    QCOMPARE(returns.count(), 0);
    QVERIFY(m_field->hasFocus());
}

void ScanListenerTest::typingStaysTyping_data()
{
    QTest::addColumn<quint64>("gapMs");
    QTest::newRow("a person") << kPerson;
    QTest::newRow("a very quick one") << quint64(75);
}

void ScanListenerTest::typingStaysTyping()
{
    QFETCH(quint64, gapMs);
    QSignalSpy returns(m_field, &QLineEdit::returnPressed);
    type(m_field, u"milk 1234"_s, gapMs);
    QCOMPARE(m_field->text(), u"milk 1234"_s);
    pressReturn(m_field, gapMs);
    QCOMPARE(returns.count(), 1);
    QCOMPARE(m_scans->count(), 0);
}

void ScanListenerTest::aBurstPutsASelectionBack()
{
    m_field->setText(u"20.00"_s);
    m_field->selectAll();
    type(m_field, u"4006381333931"_s, kScanner);
    pressReturn(m_field, kScanner);
    QCOMPARE(m_field->text(), u"20.00"_s);
    QCOMPARE(m_field->selectedText(), u"20.00"_s);
}

void ScanListenerTest::aBurstIsHeardWhateverHasTheFocus()
{
    QSignalSpy clicks(m_button, &QPushButton::clicked);
    m_button->setFocus();
    type(m_button, u"4006381333931"_s, kScanner);
    pressReturn(m_button, kScanner);
    QCOMPARE(m_scans->count(), 1);
    QCOMPARE(clicks.count(), 0);
}

void ScanListenerTest::aPlainTextEditIsPutBackToo()
{
    m_notes->setPlainText(u"damaged lid"_s);
    type(m_notes, u"4006381333931"_s, kScanner);
    pressReturn(m_notes, kScanner);
    QCOMPARE(m_scans->count(), 1);
    QCOMPARE(m_notes->toPlainText(), u"damaged lid"_s);
}

void ScanListenerTest::rollingTwoKeysLosesNone()
{
    type(m_field, u"m"_s, kPerson);
    type(m_field, u"ilk"_s, kScanner);
    QTest::qWait(kPatience);
    QCOMPARE(m_field->text(), u"milk"_s);
    type(m_field, u"y"_s, kPerson);
    QCOMPARE(m_field->text(), u"milky"_s);
    QCOMPARE(m_scans->count(), 0);
}

void ScanListenerTest::typingRightBeforeAScanStays()
{
    type(m_field, u"mi"_s, kPerson);
    m_now += kPerson;
    type(m_field, u"4006381333931"_s, kScanner);
    pressReturn(m_field, kScanner);
    QCOMPARE(m_scans->count(), 1);
    QCOMPARE(m_field->text(), u"mi"_s);
}

void ScanListenerTest::twoScansInARowAreTwo()
{
    for (const QString &code : {u"4006381333931"_s, u"96385074"_s}) {
        type(m_field, code, kScanner);
        pressReturn(m_field, kScanner);
    }
    QCOMPARE(m_scans->count(), 2);
    QCOMPARE(m_scans->at(0).first().toString(), u"4006381333931"_s);
    QCOMPARE(m_scans->at(1).first().toString(), u"96385074"_s);
    QCOMPARE(m_field->text(), QString());
}

/// The window stood still in the middle of the burst: what counts is when the keys were pressed.
void ScanListenerTest::aSlowMachineChangesNothing()
{
    type(m_field, u"400638"_s, kScanner);
    QTest::qWait(kPatience);
    type(m_field, u"1333931"_s, kScanner);
    pressReturn(m_field, kScanner);
    QCOMPARE(m_scans->count(), 1);
    QCOMPARE(m_scans->first().first().toString(), u"4006381333931"_s);
    QCOMPARE(m_field->text(), QString());
}

void ScanListenerTest::keysStampedLateByABusyMachineAreStillOneScan()
{
    type(m_field, u"54490000"_s, kScanner);
    QTest::qWait(kPatience);
    m_now += 150;
    type(m_field, u"14535"_s, kScanner);
    pressReturn(m_field, 100);
    QCOMPARE(m_scans->count(), 1);
    QCOMPARE(m_scans->first().first().toString(), u"5449000014535"_s);
    QCOMPARE(m_field->text(), QString());
}

void ScanListenerTest::aPersonAfterAQuickStartIsStillAPerson()
{
    QSignalSpy returns(m_field, &QLineEdit::returnPressed);
    type(m_field, u"mil"_s, 20);
    type(m_field, u"k 1.5"_s, kPerson);
    pressReturn(m_field, kPerson);
    QCOMPARE(returns.count(), 1);
    QCOMPARE(m_field->text(), u"milk 1.5"_s);
    QCOMPARE(m_scans->count(), 0);
}

void ScanListenerTest::aHeldKeyIsNoScan()
{
    type(m_field, u"0"_s, kPerson);
    for (int i = 0; i < 6; ++i)
        press(m_field, Qt::Key_0, u"0"_s, 30, true);
    pressReturn(m_field, 30);
    QCOMPARE(m_scans->count(), 0);
    QCOMPARE(m_field->text(), u"0000000"_s);
}

void ScanListenerTest::aShortBurstWithReturnIsTyping()
{
    QSignalSpy returns(m_field, &QLineEdit::returnPressed);
    type(m_field, u"123"_s, kScanner);
    pressReturn(m_field, kScanner);
    QCOMPARE(m_scans->count(), 0);
    QCOMPARE(m_field->text(), u"123"_s);
    QCOMPARE(returns.count(), 1);
}

void ScanListenerTest::shiftWithinABurstBelongsToIt()
{
    type(m_field, u"B"_s, kScanner);
    press(m_field, Qt::Key_Shift, {}, kScanner);
    type(m_field, u"ER1"_s, kScanner);
    pressReturn(m_field, kScanner);
    QCOMPARE(m_scans->count(), 1);
    QCOMPARE(m_scans->first().first().toString(), u"BER1"_s);
}

void ScanListenerTest::functionKeysEndABurst()
{
    type(m_field, u"400638"_s, kScanner);
    press(m_field, Qt::Key_F5, {}, kScanner);
    pressReturn(m_field, kScanner);
    QCOMPARE(m_scans->count(), 0);
    QCOMPARE(m_field->text(), u"400638"_s);
}

void ScanListenerTest::aScannersReturnPressesNoButton_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<quint64>("gapMs");
    QTest::addColumn<bool>("belongsToTheScan");
    QTest::newRow("at the end of a burst") << u"BER1T1-1-1-K7QX"_s << kScanner << true;
    QTest::newRow("after typing by hand it is the button's") << u"BER1T1-1-1-K7QX"_s << kPerson << false;
    QTest::newRow("after a few quick keys it is the button's") << u"150"_s << kScanner << false;
}

void ScanListenerTest::aScannersReturnPressesNoButton()
{
    QFETCH(QString, before);
    QFETCH(quint64, gapMs);
    type(m_field, before, gapMs);
    QKeyEvent question(QEvent::ShortcutOverride, Qt::Key_Return, Qt::NoModifier, u"\r"_s);
    question.setTimestamp(m_now + gapMs);
    question.ignore();
    QCoreApplication::sendEvent(m_field, &question);
    QTEST(question.isAccepted(), "belongsToTheScan");
}

/// Return may be a button's key, and "150" typed in a hurry is held as what could become a scan.
void ScanListenerTest::aShortcutFindsAllThatWasTyped()
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

QTEST_MAIN(evertill::ScanListenerTest)
#include "tst_scan_listener.moc"
