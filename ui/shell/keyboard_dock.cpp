#include "ui/shell/keyboard_dock.h"

#include "ui/widgets/letter_keyboard.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>

namespace evertill {
namespace {

bool takesLetters(const QLineEdit &field)
{
    constexpr Qt::InputMethodHints kNumbers =
        Qt::ImhDigitsOnly | Qt::ImhFormattedNumbersOnly | Qt::ImhDialableCharactersOnly;
    return !field.isReadOnly() && !(field.inputMethodHints() & kNumbers);
}

} // namespace

KeyboardDock::KeyboardDock(QWidget *pages) : QObject(pages), m_pages(pages)
{
    pages->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
}

void KeyboardDock::follow(QWidget *focus)
{
    auto *field = qobject_cast<QLineEdit *>(focus);
    if (field == m_field)
        return;
    leave();
    if (!field || !m_pages->isAncestorOf(field))
        return;
    m_field = field;
    // Whatever it stands in may move it, or take it away.
    for (QWidget *one = field; one != m_pages; one = one->parentWidget())
        one->installEventFilter(this);
}

void KeyboardDock::leave()
{
    hide();
    for (QWidget *one = m_field; one && one != m_pages; one = one->parentWidget())
        one->removeEventFilter(this);
    m_field = nullptr;
}

bool KeyboardDock::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonRelease:
        if (watched == m_field && static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton)
            show();
        break;
    case QEvent::KeyPress:
        if (watched == m_field && !static_cast<QKeyEvent *>(event)->text().isEmpty())
            hide();
        break;
    case QEvent::Hide:
        if (watched == m_field)
            hide();
        break;
    case QEvent::Move:
    case QEvent::Resize:
        place();
        break;
    default:
        break;
    }
    return false;
}

void KeyboardDock::show()
{
    if (!takesLetters(*m_field))
        return;
    if (!m_keyboard) {
        m_keyboard = new LetterKeyboard(m_pages->parentWidget());
        connect(m_keyboard, &LetterKeyboard::hideRequested, this, &KeyboardDock::hide);
        connect(m_keyboard, &LetterKeyboard::entered, this, &KeyboardDock::hide);
    }
    if (m_keyboard->isVisible())
        return;
    m_keyboard->setTarget(m_field);
    m_keyboard->show();
    m_keyboard->raise();
    place();
}

void KeyboardDock::hide()
{
    if (!m_keyboard || !m_keyboard->isVisible())
        return;
    m_keyboard->hide();
    m_keyboard->setTarget(nullptr);
}

void KeyboardDock::place()
{
    if (!m_keyboard || !m_keyboard->isVisible() || !m_field)
        return;
    const QRect pages = m_pages->geometry();
    QRect keys(pages.topLeft(), QSize(pages.width(), m_keyboard->sizeHint().height()));
    keys.moveBottom(pages.bottom());
    const QRect field(m_field->mapTo(m_pages->parentWidget(), QPoint()), m_field->size());
    if (keys.intersects(field))
        keys.moveTop(pages.top());
    m_keyboard->setGeometry(keys);
}

} // namespace evertill
