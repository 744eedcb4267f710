#pragma once

#include "ui/tasks/tasks_view.h"

#include <QFrame>

class QLineEdit;

namespace evertill {

class BigButton;

/// Asks what lies on the shelf.
class CountPane final : public QFrame {
    Q_OBJECT
public:
    explicit CountPane(QWidget *parent = nullptr);
    void render(const TasksView &view);

Q_SIGNALS:
    void countTyped(const QString &text);
    void confirmed();

private:
    QLineEdit *m_count;
    BigButton *m_confirm;
};

} // namespace evertill
