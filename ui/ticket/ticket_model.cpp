#include "ui/ticket/ticket_model.h"

#include "ui/words/figures.h"

#include <algorithm>

namespace evertill {

std::vector<TicketModel::Source> TicketModel::sourcesOf(const Cart &cart)
{
    std::vector<Source> sources;
    sources.reserve(cart.lines.size());
    for (std::size_t i = 0; i < cart.lines.size(); ++i) {
        const CartLine &goods = cart.lines[i];
        sources.push_back({int(i), false, goods, discountsOfLine(cart.discounts, int(i) + 1)});
        if (!goods.deposit)
            continue;
        CartLine deposit;
        deposit.sku = goods.deposit->sku;
        deposit.name = goods.deposit->name;
        deposit.unit = goods.unit;
        deposit.quantity = goods.quantity;
        deposit.price = goods.deposit->amount;
        deposit.discount = Money::zero(cart.currency);
        sources.push_back({int(i), true, deposit, {}});
    }
    return sources;
}

void TicketModel::setLines(const Cart &cart)
{
    const std::vector<Source> sources = sourcesOf(cart);
    const std::size_t kept = std::min(sources.size(), m_rows.size());
    if (m_rows.size() > sources.size()) {
        beginRemoveRows({}, static_cast<int>(sources.size()), static_cast<int>(m_rows.size()) - 1);
        m_rows.resize(sources.size());
        endRemoveRows();
    }
    for (std::size_t i = 0; i < kept; ++i) {
        if (m_rows[i].source == sources[i])
            continue;
        m_rows[i] = written(sources[i]);
        const QModelIndex changed = index(static_cast<int>(i));
        Q_EMIT dataChanged(changed, changed);
    }
    if (sources.size() > m_rows.size()) {
        beginInsertRows({}, static_cast<int>(m_rows.size()), static_cast<int>(sources.size()) - 1);
        for (std::size_t i = m_rows.size(); i < sources.size(); ++i)
            m_rows.push_back(written(sources[i]));
        endInsertRows();
    }
}

int TicketModel::rowOf(int line) const
{
    const auto same = std::find_if(m_rows.begin(), m_rows.end(),
        [&](const Row &row) { return row.source.of == line && !row.source.isDeposit; });
    return same == m_rows.end() ? -1 : int(same - m_rows.begin());
}

int TicketModel::lineOf(int row) const
{
    return row < 0 || row >= rowCount() ? -1 : m_rows[static_cast<std::size_t>(row)].source.of;
}

Qt::ItemFlags TicketModel::flags(const QModelIndex &index) const
{
    // A deposit goes the way of its goods.
    return index.isValid() && row(index.row()).source.isDeposit ? Qt::ItemNeverHasChildren
                                                                : QAbstractListModel::flags(index);
}

TicketModel::Row TicketModel::written(const Source &source)
{
    const CartLine &line = source.line;
    Row row;
    row.source = source;
    row.quantity = line.labelAmount ? tr("Price on the label")
                                    : tr("%1 × %2", "quantity × price")
                                          .arg(quantityText(line.quantity, line.unit), moneyText(line.price));
    Money amount = line.amount();
    QStringList why;
    if (line.change)
        why += tr("Price changed: %1, was %2").arg(line.change->reason, moneyText(line.change->was));
    if (line.list && !line.change && line.price < line.list->was)
        why += line.list->from.isZero()
            ? tr("Instead of %1").arg(moneyText(line.list->was))
            : tr("From %1 on, instead of %2")
                  .arg(quantityText(line.list->from, line.unit), moneyText(line.list->was));
    if (line.discount.isPositive())
        why += tr("Discount %1").arg(moneyText(-line.discount));
    for (const GrantedDiscount &discount : source.off) {
        amount -= discount.amount;
        why += tr("%1 %2", "promotion, amount").arg(discount.name, moneyText(-discount.amount));
    }
    row.amount = moneyText(amount);
    row.discount = why.join(QStringLiteral(", "));
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
    return tr("%1, %2, %3", "name, quantity × price, amount")
        .arg(shown.source.line.name, quantity, shown.amount);
}

} // namespace evertill
