#pragma once

#include "ui/shell/room.h"
#include "ui/tasks/tasks_presenter.h"
#include "ui/theme/theme.h"

class QListView;
class QModelIndex;

namespace evertill {

class TaskPane;
class TasksModel;

/// F8: what needs a person, the list beside what is open. The badge counts card payments whose ticket is
/// gone, clashes and late pickups.
class TasksRoom final : public Room {
    Q_OBJECT
public:
    /// \a services outlives it.
    TasksRoom(const TillServices &services, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] static RailEntry railEntry();

    /// No scan is this room's business.
    [[nodiscard]] bool takeScan(const QString &text) override;
    void refuseScan(const QString &text) override;
    [[nodiscard]] bool goBack() override;
    void entered() override;
    void dataChanged() override;

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void render();
    void openAt(const QModelIndex &index);

    TasksPresenter m_presenter;
    TasksModel *m_model;
    QListView *m_list;
    TaskPane *m_task;
    bool m_wasOpen = false;
};

} // namespace evertill
