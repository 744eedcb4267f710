#pragma once

#include "ui/tasks/tasks_view.h"

#include <QFrame>

namespace evertill {

class BigButton;
class ReasonField;

/// Asks what was done about a clash.
class SettlePane final : public QFrame {
    Q_OBJECT
public:
    explicit SettlePane(QWidget *parent = nullptr);
    void render(const TasksView &view, const QStringList &usualNotes);

Q_SIGNALS:
    void noteTyped(const QString &note);
    void confirmed();

private:
    ReasonField *m_note;
    BigButton *m_confirm;
};

} // namespace evertill
