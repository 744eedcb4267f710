#include "ui/pickups/queue_model.h"

#include "ui/picking/pickup_words.h"

#include <algorithm>

namespace evertill {

QueueModel::QueueModel(const Clock &clock, QObject *parent) : QAbstractListModel(parent), m_clock(clock) { }

void QueueModel::setQueue(const std::vector<PickupCard> &queue)
{
    std::vector<Row> rows;
    for (const PickupState group :
        {PickupState::New, PickupState::Picking, PickupState::Ready, PickupState::HandedOver}) {
        const std::size_t heading = rows.size();
        rows.push_back({{}, group});
        for (const PickupCard &card : queue)
            if (card.state == group)
                rows.push_back({card, group});
        rows[heading].count = int(rows.size() - heading - 1);
    }
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

QModelIndex QueueModel::indexOf(const QString &order) const
{
    const auto found = std::find_if(
        m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.card && row.card->order == order; });
    return found == m_rows.end() ? QModelIndex() : index(int(found - m_rows.begin()));
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    if (role == EntryDelegate::HeadingRole)
        return !row.card;
    if (!row.card) {
        if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
            return tr("%1 (%2)").arg(stateWords(row.group)).arg(row.count);
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3, %4")
            .arg(row.card->number, row.card->customer, stateWords(row.card->state),
                promiseWords(*row.card, m_clock));
    case OrderRole:
        return row.card->order;
    case EntryDelegate::LineRole:
        return row.card->number;
    case EntryDelegate::TitleRole:
        return row.card->customer;
    case EntryDelegate::WhenRole:
        return promiseWords(*row.card, m_clock);
    case EntryDelegate::WhenPressesRole:
        return row.card->late;
    default:
        return {};
    }
}

Qt::ItemFlags QueueModel::flags(const QModelIndex &index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return m_rows[std::size_t(index.row())].card ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace evertill
