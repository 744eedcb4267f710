#include "ui/ticket/ticket_model.h"

#include "ui/words/figures.h"

namespace evertill {

void TicketModel::setLines(const Cart &cart)
{
    const std::vector<CartLine> &lines = cart.lines;
    const std::size_t kept = std::min(lines.size(), m_rows.size());
    if (m_rows.size() > lines.size()) {
        beginRemoveRows({}, static_cast<int>(lines.size()), static_cast<int>(m_rows.size()) - 1);
        m_rows.resize(lines.size());
        endRemoveRows();
    }
    for (std::size_t i = 0; i < kept; ++i) {
        std::vector<GrantedDiscount> off = discountsOfLine(cart.discounts, int(i) + 1);
        if (m_rows[i].line == lines[i] && m_rows[i].off == off)
            continue;
        m_rows[i] = written(lines[i], std::move(off));
        const QModelIndex changed = index(static_cast<int>(i));
        Q_EMIT dataChanged(changed, changed);
    }
    if (lines.size() > m_rows.size()) {
        beginInsertRows({}, static_cast<int>(m_rows.size()), static_cast<int>(lines.size()) - 1);
        for (std::size_t i = m_rows.size(); i < lines.size(); ++i)
            m_rows.push_back(written(lines[i], discountsOfLine(cart.discounts, int(i) + 1)));
        endInsertRows();
    }
}

TicketModel::Row TicketModel::written(const CartLine &line, std::vector<GrantedDiscount> off)
{
    Row row;
    row.line = line;
    row.quantity = line.labelAmount ? tr("Price on the label")
                                    : tr("%1 × %2", "quantity × price")
                                          .arg(quantityText(line.quantity, line.unit), moneyText(line.price));
    Money amount = line.amount();
    QStringList why;
    if (line.change)
        why += tr("Price changed: %1, was %2").arg(line.change->reason, moneyText(line.change->was));
    if (line.discount.isPositive())
        why += tr("Discount %1").arg(moneyText(-line.discount));
    for (const GrantedDiscount &discount : off) {
        amount -= discount.amount;
        why += tr("%1 %2", "promotion, amount").arg(discount.name, moneyText(-discount.amount));
    }
    row.amount = moneyText(amount);
    row.discount = why.join(QStringLiteral(", "));
    row.off = std::move(off);
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
    const QString quantity =
        shown.discount.isEmpty() ? shown.quantity : shown.quantity + QStringLiteral(", ") + shown.discount;
    return tr("%1, %2, %3", "name, quantity × price, amount").arg(shown.line.name, quantity, shown.amount);
}

} // namespace evertill
