#include "tests/ui/shell/listened_keyboard.h"

#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace evertill {

/// A scanner is told from a person by the key events' own timestamps: what is a scan is heard, and leaves
/// nothing behind.
class ScanListenerTest final : public ListenedKeyboard {
    Q_OBJECT
private Q_SLOTS:
    void init() { begin(); }
    void aBurstIsAScanAndLeavesNothingBehind_data();
    void aBurstIsAScanAndLeavesNothingBehind();
    void aBurstPutsASelectionBack();
    void aBurstIsHeardWhateverHasTheFocus();
    void aPlainTextEditIsPutBackToo();
    void twoScansInARowAreTwo();
    void aSlowMachineChangesNothing();
    void keysStampedLateByABusyMachineAreStillOneScan();
    void shiftWithinABurstBelongsToIt();
    void aScannersReturnPressesNoButton_data();
    void aScannersReturnPressesNoButton();
};

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
    QTest::newRow("elements of a GS1 code with their separator") << u"]d2010400638133393110AB-1\x1d"
                                                                    "21xyz/7"_s
                                                                 << kScanner << int(Qt::Key_Return);
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

void ScanListenerTest::shiftWithinABurstBelongsToIt()
{
    type(m_field, u"B"_s, kScanner);
    press(m_field, Qt::Key_Shift, {}, kScanner);
    type(m_field, u"ER1"_s, kScanner);
    pressReturn(m_field, kScanner);
    QCOMPARE(m_scans->count(), 1);
    QCOMPARE(m_scans->first().first().toString(), u"BER1"_s);
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

} // namespace evertill

QTEST_MAIN(evertill::ScanListenerTest)
#include "tst_scan_listener.moc"
