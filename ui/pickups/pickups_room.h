#pragma once

#include "ui/pickups/pickups_presenter.h"
#include "ui/shell/room.h"
#include "ui/theme/theme.h"

class QListView;
class QModelIndex;

namespace evertill {

class OrderPane;
class QueueModel;

/// F2: web orders, the queue beside the order that is open. The badge counts new orders; one that arrives is
/// heard.
class PickupsRoom final : public Room {
    Q_OBJECT
public:
    [[nodiscard]] static RailEntry railEntry();
    /// \a services outlives it.
    PickupsRoom(const TillServices &services, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] bool takeScan(const QString &text) override;
    void refuseScan(const QString &text) override;
    [[nodiscard]] bool goBack() override;
    void entered() override;
    void dataChanged() override;
    /// \a thing is an order's id.
    void showThing(const QString &thing) override;

private:
    void render();
    void openOrderAt(const QModelIndex &index);
    void announce();

    PickupsPresenter m_presenter;
    QueueModel *m_model;
    QListView *m_queue;
    OrderPane *m_order;
    bool m_rendering = false;
};

} // namespace evertill
