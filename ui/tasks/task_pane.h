#pragma once

#include "ui/tasks/tasks_presenter.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace evertill {

class BigButton;
class CardPane;
class CountPane;
class InlineNotice;
class SettlePane;

/// What is open: what happened, what it means, what to do, and the button that settles it. Where nothing is
/// open it says how to begin; where nothing needs a person, that.
class TaskPane final : public QWidget {
    Q_OBJECT
public:
    /// Both outlive it.
    TaskPane(TasksPresenter &presenter, const Clock &clock, QWidget *parent = nullptr);
    void render(const TasksView &view);

private:
    /// One paragraph under its heading; the label that holds it.
    QLabel *addParagraph(QVBoxLayout &column, const QString &heading, const QString &name);
    void renderItem(const TasksView &view);
    void renderNotice(const TasksView &view);
    void renderEmpty(const TasksView &view);
    void connectCard();
    void moveFocus(const TasksView &view);

    TasksPresenter &m_presenter;
    const Clock &m_clock;
    InlineNotice *m_notice;
    QWidget *m_empty;
    QLabel *m_done;
    QLabel *m_emptyTitle;
    QLabel *m_emptyHint;
    QWidget *m_item;
    QLabel *m_title;
    QLabel *m_line;
    QLabel *m_happened;
    QLabel *m_meaning;
    QLabel *m_toDo;
    QLabel *m_warning;
    CardPane *m_card;
    SettlePane *m_settle;
    CountPane *m_count;
    BigButton *m_goToOrder;
    QString m_shown; ///< idOf() what was open, and how far it was settled
};

} // namespace evertill
