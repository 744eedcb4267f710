#include "ui/shell/scan_listener.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextCursor>
#include <QWidget>

namespace evertill {

namespace {

/// GS, which parts the elements of a GS1 code: scanners that pose as keyboards send it as Ctrl+].
bool isGroupSeparator(const QKeyEvent &event) { return event.text() == u"\x1d"; }

bool isCharacter(const QKeyEvent &event)
{
    if (isGroupSeparator(event))
        return true;
    constexpr Qt::KeyboardModifiers kCommand = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
    return event.text().size() == 1 && event.text().at(0).isPrint() && !(event.modifiers() & kCommand);
}

bool isEnd(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter || event.key() == Qt::Key_Tab;
}

bool isModifier(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Shift:
    case Qt::Key_CapsLock:
    case Qt::Key_AltGr:
    case Qt::Key_Control:
    case Qt::Key_Alt:
    case Qt::Key_Meta:
        return true;
    default:
        return false;
    }
}

} // namespace

ScanListener::ScanListener(QObject *parent) : QObject(parent)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(static_cast<int>(kGapMs) + 10);
    connect(&m_patience, &QTimer::timeout, this, &ScanListener::letGo);
    QCoreApplication::instance()->installEventFilter(this);
}

ScanListener::~ScanListener()
{
    if (QCoreApplication::instance())
        QCoreApplication::instance()->removeEventFilter(this);
}

bool ScanListener::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride)
        return hearShortcut(static_cast<QKeyEvent &>(*event));
    // The window sees each key before the widget does; only the widget's turn counts.
    if (event->type() != QEvent::KeyPress || m_replaying || !watched->isWidgetType())
        return false;
    const auto &key = static_cast<const QKeyEvent &>(*event);
    if (isRepeatedDelivery(watched, key))
        return false;
    return hear(static_cast<QWidget *>(watched), key);
}

/// Shortcuts act before the key itself is delivered.
bool ScanListener::hearShortcut(QKeyEvent &event)
{
    if (endsBurst(event)) {
        event.accept(); // where Return is a button's key, a scanner's Return must still not press it
        return true;
    }
    if (!isCharacter(event) && !isModifier(event))
        letGo(); // what the shortcut does may be about what was typed: all of it must be there
    return false;
}

bool ScanListener::endsBurst(const QKeyEvent &event) const
{
    return isEnd(event) && m_burst.size() >= kLeastCharacters && event.timestamp() - m_lastMs <= kStallMs;
}

/// A key that a widget ignores is offered to its parents: the same event again.
bool ScanListener::isRepeatedDelivery(QObject *watched, const QKeyEvent &event)
{
    bool repeated = false;
    if (&event == m_lastEvent && event.timestamp() == m_lastMs && m_lastReceiver) {
        for (const QObject *above = m_lastReceiver->parent(); above && !repeated; above = above->parent())
            repeated = above == watched;
    }
    m_lastEvent = &event;
    m_lastReceiver = watched;
    return repeated;
}

bool ScanListener::isInTime(quint64 timestampMs)
{
    const quint64 gapMs = timestampMs - m_lastMs;
    if (m_burst.isEmpty() || gapMs > kStallMs)
        return false;
    if (gapMs <= kGapMs)
        return true;
    return m_burst.size() >= kLeastCharacters - 1 && ++m_stalls <= kMostStalls;
}

bool ScanListener::hear(QWidget *target, const QKeyEvent &event)
{
    if (isModifier(event))
        return false; // scanners hold Shift for capitals
    const bool afterStall = event.timestamp() - m_lastMs > kGapMs;
    const bool inTime = isInTime(event.timestamp());
    m_lastMs = event.timestamp();
    if (isEnd(event) && inTime)
        return end(event);
    // A key held down repeats as quickly as some scanners type.
    if (!isCharacter(event) || event.isAutoRepeat()) {
        letGo();
        forget();
        return false;
    }
    if (!inTime) {
        letGo();
        begin(target, event);
        return false;
    }
    m_burst += event.text();
    if (afterStall) {
        letGo(); // it may be a person after all: the field gets it now, and is put back if it was a scan
        return false;
    }
    m_held += event.text();
    m_target = target;
    m_patience.start();
    return true;
}

bool ScanListener::end(const QKeyEvent &)
{
    if (m_burst.size() < kLeastCharacters) {
        letGo();
        forget();
        return false;
    }
    const QString scan = m_burst.left(kMostCharacters);
    putBack(m_before);
    forget();
    Q_EMIT scanned(scan);
    return true;
}

void ScanListener::begin(QWidget *target, const QKeyEvent &event)
{
    m_before = look(target);
    m_target = target;
    m_burst = event.text();
    m_stalls = 0;
}

/// It seems to be typing: the field gets what was held back. The burst is not forgotten: where the keys that
/// follow were in time after all, and only the machine was slow, it still becomes a scan.
void ScanListener::letGo()
{
    m_patience.stop();
    const QString held = std::exchange(m_held, {});
    if (held.isEmpty() || !m_target)
        return;
    m_replaying = true;
    for (const QChar character : held) {
        QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(character));
        QCoreApplication::sendEvent(m_target, &press);
    }
    m_replaying = false;
}

void ScanListener::forget()
{
    m_patience.stop();
    m_burst.clear();
    m_stalls = 0;
    m_held.clear();
    m_before = {};
}

ScanListener::Before ScanListener::look(QWidget *target)
{
    Before before;
    if (const auto *line = qobject_cast<QLineEdit *>(target)) {
        before.text = line->text();
        before.cursor = line->cursorPosition();
        before.selectionStart = line->selectionStart();
        before.selectionLength = line->selectionLength();
    } else if (const auto *plain = qobject_cast<QPlainTextEdit *>(target)) {
        before.text = plain->toPlainText();
        before.cursor = plain->textCursor().position();
    } else {
        return before;
    }
    before.field = target;
    return before;
}

void ScanListener::putBack(const Before &before)
{
    if (auto *line = qobject_cast<QLineEdit *>(before.field.data())) {
        if (line->text() != before.text) {
            line->selectAll();
            line->insert(
                before.text); // as an edit, so that whoever heard of the scan's first digit hears of its end
        }
        line->setCursorPosition(before.cursor);
        if (before.selectionStart >= 0)
            line->setSelection(before.selectionStart, before.selectionLength);
    } else if (auto *plain = qobject_cast<QPlainTextEdit *>(before.field.data())) {
        plain->setPlainText(before.text);
        QTextCursor cursor = plain->textCursor();
        cursor.setPosition(before.cursor);
        plain->setTextCursor(cursor);
    }
}

} // namespace evertill
