#include "ui/tasks/tasks_model.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill {

TasksModel::TasksModel(const Clock &clock, QObject *parent) : QAbstractListModel(parent), m_clock(clock) { }

void TasksModel::setItems(const TasksView &view)
{
    std::vector<Row> rows;
    std::size_t at = 0;
    while (at < view.items.size()) {
        const std::size_t kind = view.items[at].index();
        const std::size_t heading = rows.size();
        rows.push_back({});
        for (; at < view.items.size() && view.items[at].index() == kind; ++at) {
            const TaskWords words = wordsFor(view.items[at], view.till, view.currency, m_clock);
            rows.push_back({idOf(view.items[at]), words.title, words.line, words.when,
                !std::holds_alternative<LowStockItem>(view.items[at])});
        }
        rows[heading].title =
            tr("%1 (%2)").arg(groupWords(view.items[at - 1])).arg(rows.size() - heading - 1);
    }
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

QModelIndex TasksModel::indexOf(const QString &id) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.id == id; });
    return id.isEmpty() || found == m_rows.end() ? QModelIndex() : index(int(found - m_rows.begin()));
}

QModelIndex TasksModel::nearest(int row) const
{
    const auto isThing = [this](int at) { return !m_rows[std::size_t(at)].id.isEmpty(); };
    const int rows = int(m_rows.size());
    for (int at = std::max(row, 0); at < rows; ++at) {
        if (isThing(at))
            return index(at);
    }
    for (int at = std::min(row, rows) - 1; at >= 0; --at) {
        if (isThing(at))
            return index(at);
    }
    return {};
}

int TasksModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant TasksModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return row.id.isEmpty() ? row.title : tr("%1, %2").arg(row.title, row.line);
    case EntryDelegate::HeadingRole:
        return row.id.isEmpty();
    case IdRole:
        return row.id;
    case EntryDelegate::TitleRole:
        return row.title;
    case EntryDelegate::LineRole:
        return row.line;
    case EntryDelegate::WhenRole:
        return row.when;
    case EntryDelegate::LinePressesRole:
        return row.isPressing;
    default:
        return {};
    }
}

Qt::ItemFlags TasksModel::flags(const QModelIndex &index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return m_rows[std::size_t(index.row())].id.isEmpty() ? Qt::NoItemFlags
                                                         : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace evertill
