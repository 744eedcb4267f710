#include "ui/ticket/ticket_model.h"

#include "ui/words/figures.h"

namespace evertill {

void TicketModel::setLines(const std::vector<CartLine> &lines)
{
    const std::size_t kept = std::min(lines.size(), m_rows.size());
    if (m_rows.size() > lines.size()) {
        beginRemoveRows({}, static_cast<int>(lines.size()), static_cast<int>(m_rows.size()) - 1);
        m_rows.resize(lines.size());
        endRemoveRows();
    }
    for (std::size_t i = 0; i < kept; ++i) {
        if (m_rows[i].line == lines[i])
            continue;
        m_rows[i] = written(lines[i]);
        const QModelIndex changed = index(static_cast<int>(i));
        Q_EMIT dataChanged(changed, changed);
    }
    if (lines.size() > m_rows.size()) {
        beginInsertRows({}, static_cast<int>(m_rows.size()), static_cast<int>(lines.size()) - 1);
        for (std::size_t i = m_rows.size(); i < lines.size(); ++i)
            m_rows.push_back(written(lines[i]));
        endInsertRows();
    }
}

TicketModel::Row TicketModel::written(const CartLine &line)
{
    Row row;
    row.line = line;
    row.amount = moneyText(line.amount());
    row.quantity = line.labelAmount ? tr("Price on the label")
                                    : tr("%1 × %2", "quantity × price")
                                          .arg(quantityText(line.quantity, line.unit), moneyText(line.price));
    if (line.discount.isPositive())
        row.discount = tr("Discount %1").arg(moneyText(-line.discount));
    return row;
}

int TicketModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant TicketModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    const Row &shown = row(index.row());
    return tr("%1, %2, %3", "name, quantity × price, amount")
        .arg(shown.line.name, shown.quantity, shown.amount);
}

} // namespace evertill
