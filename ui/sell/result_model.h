#pragma once

#include "core/catalog/product.h"

#include <QAbstractListModel>

#include <vector>

namespace evertill {

/// What a search found.
class ResultModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setProducts(std::vector<Product> products);
    [[nodiscard]] const Product &product(int row) const { return m_products[static_cast<std::size_t>(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// As a screen reader says it: name and price.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<Product> m_products;
};

} // namespace evertill
