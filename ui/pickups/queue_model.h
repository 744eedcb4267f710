#pragma once

#include "ui/picking/pickups_view.h"
#include "ui/widgets/entry_delegate.h"

#include <QAbstractListModel>

namespace evertill {

/// The queue as a list: a heading for each of the four groups, its orders under it.
class QueueModel final : public QAbstractListModel {
    Q_OBJECT
public:
    /// Beside those of EntryDelegate::Role.
    enum Role { OrderRole = EntryDelegate::FirstRoleOfModel };

    explicit QueueModel(const Clock &clock, QObject *parent = nullptr);
    void setQueue(const std::vector<PickupCard> &queue);
    /// Of the order with the OMS's id \a order; invalid where it is not in the list.
    [[nodiscard]] QModelIndex indexOf(const QString &order) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row {
        std::optional<PickupCard> card; ///< nothing: a heading
        PickupState group = PickupState::New;
        int count = 0;
        friend bool operator==(const Row &, const Row &) = default;
    };

    const Clock &m_clock;
    std::vector<Row> m_rows;
};

} // namespace evertill
