#include "ui/shell/keyboard_dock.h"
#include "ui/theme/style_sheet.h"
#include "ui/widgets/letter_keyboard.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace evertill {

/// Where the letters come up, and when they go.
class KeyboardDockTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void theyComeBelowAFieldAboveAndAboveAFieldBelow();
    void theyMakeWayWhenTheFieldMoves();
    void theyGoWithTheirField_data();
    void theyGoWithTheirField();
    void anotherFieldTakesThem();
    void whatTakesNoLettersBringsNone();
    void whatIsTypedCountsAsTyped();
    void enterIsTheFields();
    void aFieldThatIsDeletedTakesThemAlong();
    void cleanup() { m_window.reset(); }

private:
    QLineEdit *add(QVBoxLayout &column)
    {
        auto *field = new QLineEdit(m_pages);
        column.addWidget(field);
        return field;
    }
    [[nodiscard]] LetterKeyboard *keys() const
    {
        auto *found = m_window->findChild<LetterKeyboard *>();
        return found && found->isVisible() ? found : nullptr;
    }
    static void touch(QLineEdit *field) { QTest::mouseClick(field, Qt::LeftButton); }
    void tap(const QString &text)
    {
        for (QPushButton *key : keys()->findChildren<QPushButton *>())
            if (key->text() == text)
                return QTest::mouseClick(key, Qt::LeftButton);
        QFAIL("no such key");
    }
    [[nodiscard]] bool isHidden(QLineEdit *field) const
    {
        const QRect place(field->mapTo(m_window.get(), QPoint()), field->size());
        return keys()->geometry().intersects(place);
    }

    std::unique_ptr<QWidget> m_window;
    QWidget *m_pages = nullptr;
    QWidget *m_room = nullptr; ///< what pushes the lower field down
    QLineEdit *m_upper = nullptr;
    QLineEdit *m_lower = nullptr;
};

void KeyboardDockTest::init()
{
    applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), Theme::light());
    m_window = std::make_unique<QWidget>();
    m_pages = new QWidget;
    auto *around = new QVBoxLayout(m_window.get());
    around->addWidget(m_pages);
    auto *column = new QVBoxLayout(m_pages);
    m_upper = add(*column);
    m_room = new QWidget;
    column->addWidget(m_room);
    m_room->setFixedHeight(500);
    m_lower = add(*column);
    column->addStretch(1);
    new KeyboardDock(m_pages);
    m_window->resize(1024, 768);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void KeyboardDockTest::theyComeBelowAFieldAboveAndAboveAFieldBelow()
{
    QVERIFY(!keys());
    touch(m_upper);
    QVERIFY(keys());
    QCOMPARE(keys()->geometry().bottom(), m_pages->geometry().bottom());
    touch(m_lower);
    QVERIFY(keys());
    QCOMPARE(keys()->geometry().top(), m_pages->geometry().top());
    QVERIFY(!isHidden(m_lower));
    QCOMPARE(QApplication::focusWidget(), m_lower);
}

void KeyboardDockTest::theyMakeWayWhenTheFieldMoves()
{
    m_room->setFixedHeight(100);
    QTRY_VERIFY(m_lower->y() < 300);
    touch(m_lower);
    QCOMPARE(keys()->geometry().bottom(), m_pages->geometry().bottom());
    m_room->setFixedHeight(500);
    QTRY_VERIFY(m_lower->y() > 500);
    QTRY_VERIFY(!isHidden(m_lower));
    QCOMPARE(keys()->geometry().top(), m_pages->geometry().top());
}

void KeyboardDockTest::theyGoWithTheirField_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("hidden") << 0;
    QTest::newRow("disabled") << 1;
    QTest::newRow("left") << 2;
    QTest::newRow("its page is hidden") << 3;
}

void KeyboardDockTest::theyGoWithTheirField()
{
    QFETCH(int, how);
    touch(m_upper);
    QVERIFY(keys());
    if (how == 0)
        m_upper->hide();
    else if (how == 1)
        m_upper->setEnabled(false);
    else if (how == 2)
        m_lower->setFocus();
    else
        m_pages->hide();
    QVERIFY(!keys());
}

void KeyboardDockTest::anotherFieldTakesThem()
{
    touch(m_upper);
    tap(u"A"_s);
    touch(m_lower);
    tap(u"B"_s);
    QCOMPARE(m_upper->text(), u"A"_s);
    QCOMPARE(m_lower->text(), u"B"_s);
}

void KeyboardDockTest::whatTakesNoLettersBringsNone()
{
    m_upper->setReadOnly(true);
    touch(m_upper);
    QVERIFY(!keys());
    m_lower->setInputMethodHints(Qt::ImhFormattedNumbersOnly);
    touch(m_lower);
    QVERIFY(!keys());
}

void KeyboardDockTest::whatIsTypedCountsAsTyped()
{
    const QSignalSpy edited(m_upper, &QLineEdit::textEdited);
    m_upper->setMaxLength(2);
    touch(m_upper);
    tap(u"A"_s);
    tap(u"b"_s);
    tap(u"c"_s);
    QCOMPARE(m_upper->text(), u"Ab"_s);
    QCOMPARE(edited.size(), 2);
}

void KeyboardDockTest::enterIsTheFields()
{
    const QSignalSpy entered(m_upper, &QLineEdit::returnPressed);
    touch(m_upper);
    tap(u"Enter"_s);
    QCOMPARE(entered.size(), 1);
    QVERIFY(!keys());
}

void KeyboardDockTest::aFieldThatIsDeletedTakesThemAlong()
{
    touch(m_upper);
    delete m_upper;
    QVERIFY(!keys());
    touch(m_lower);
    QVERIFY(keys());
}

} // namespace evertill

QTEST_MAIN(evertill::KeyboardDockTest)
#include "tst_keyboard_dock.moc"
