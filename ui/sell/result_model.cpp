#include "ui/sell/result_model.h"

#include "ui/words/figures.h"

namespace evertill {

void ResultModel::setProducts(std::vector<Product> products)
{
    beginResetModel();
    m_products = std::move(products);
    endResetModel();
}

int ResultModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_products.size());
}

QVariant ResultModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    const Product &found = product(index.row());
    return tr("%1, %2", "name, price").arg(found.name, moneyText(found.price));
}

} // namespace evertill
