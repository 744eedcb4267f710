#pragma once

#include <QObject>
#include <QPointer>

class QLineEdit;
class QWidget;

namespace evertill {

class LetterKeyboard;

/// Letters for a till without a keyboard: a finger on a field that takes letters brings the keys up over the
/// lower part of the pages, or over the upper part where they would hide the field. They go again by Hide, by
/// Enter, with the field, and when somebody types on keys of their own. Who never touches a field never sees
/// them. A field that takes numbers only says so by its input method hints.
class KeyboardDock final : public QObject {
    Q_OBJECT
public:
    /// Over \a pages, a part of its window that outlives this.
    explicit KeyboardDock(QWidget *pages);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(QWidget *focus);
    void leave();
    void show();
    void hide();
    void place();

    QWidget *m_pages;
    LetterKeyboard *m_keyboard = nullptr; ///< made when it is first asked for
    QPointer<QLineEdit> m_field; ///< the one with the focus
};

} // namespace evertill
