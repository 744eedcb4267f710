#pragma once

#include "ui/tasks/tasks_view.h"

#include <QFrame>

class QLabel;
class QLineEdit;

namespace evertill {

class BigButton;

/// Settles a card payment whose ticket is gone: what does the terminal's slip say? Once it says that the card
/// was charged, the goods are rung up again or the payment is voided.
class CardPane final : public QFrame {
    Q_OBJECT
public:
    explicit CardPane(QWidget *parent = nullptr);
    void render(const TasksView &view);

Q_SIGNALS:
    void approvalTyped(const QString &approval);
    void approved();
    void notTaken();
    void voided();
    void saleRequested();

private:
    [[nodiscard]] QWidget *makeAnswer();
    [[nodiscard]] QWidget *makeMoney();
    BigButton *add(const QString &text, const QKeySequence &key, const QString &name);

    QLabel *m_question;
    QLineEdit *m_approval;
    BigButton *m_approve;
    BigButton *m_notTaken;
    BigButton *m_sale;
    BigButton *m_voided;
    QWidget *m_answer;
    QWidget *m_money;
};

} // namespace evertill
