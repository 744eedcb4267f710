#pragma once

#include "ui/shell/scan_listener.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace evertill {

/// A window with a field, notes and a button, and a scanner and a person at its one keyboard.
class ListenedKeyboard : public QObject {
protected:
    static constexpr quint64 kScanner = 8;
    static constexpr quint64 kPerson = 120;
    /// Long enough for what is held to have been let go.
    static constexpr int kPatience = 120;

    void begin();
    /// A key as the window system would deliver it, \a gapMs after the one before.
    void press(QWidget *to, int key, const QString &text, quint64 gapMs, bool repeated = false);
    void type(QWidget *to, const QString &text, quint64 gapMs);
    void pressReturn(QWidget *to, quint64 gapMs) { press(to, Qt::Key_Return, QStringLiteral("\r"), gapMs); }

    quint64 m_now = 0;
    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_field = nullptr;
    QPlainTextEdit *m_notes = nullptr;
    QPushButton *m_button = nullptr;
    std::unique_ptr<ScanListener> m_listener;
    std::unique_ptr<QSignalSpy> m_scans;
};

} // namespace evertill
