#include "tests/ui/shell/listened_keyboard.h"

#include <QKeyEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace evertill {

void ListenedKeyboard::begin()
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

void ListenedKeyboard::press(QWidget *to, int key, const QString &text, quint64 gapMs, bool repeated)
{
    m_now += gapMs;
    QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier, text, repeated);
    event.setTimestamp(m_now);
    QCoreApplication::sendEvent(to, &event);
}

void ListenedKeyboard::type(QWidget *to, const QString &text, quint64 gapMs)
{
    for (const QChar character : text)
        press(to, character.toUpper().unicode(), QString(character), gapMs);
}

} // namespace evertill
