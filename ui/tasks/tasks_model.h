#pragma once

#include "ui/tasks/task_words.h"
#include "ui/widgets/entry_delegate.h"

#include <QAbstractListModel>

namespace evertill {

/// What needs a person as a list: a heading for each kind that there is, its things under it.
class TasksModel final : public QAbstractListModel {
    Q_OBJECT
public:
    /// Beside those of EntryDelegate::Role.
    enum Role { IdRole = EntryDelegate::FirstRoleOfModel };

    explicit TasksModel(const Clock &clock, QObject *parent = nullptr);
    void setItems(const TasksView &view);
    /// Of the thing with this idOf(); invalid where it is not in the list.
    [[nodiscard]] QModelIndex indexOf(const QString &id) const;

    /// The thing at \a row or the first one behind it, else the last one before; invalid where there is none.
    [[nodiscard]] QModelIndex nearest(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row {
        QString id; ///< empty: a heading
        QString title;
        QString line;
        QString when;
        bool isPressing = false;
        friend bool operator==(const Row &, const Row &) = default;
    };

    const Clock &m_clock;
    std::vector<Row> m_rows;
};

} // namespace evertill
