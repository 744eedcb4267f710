#pragma once

#include "core/sale/cart.h"

#include <QAbstractListModel>

namespace evertill {

/// The lines of the ticket, their figures written out once so that painting them is cheap.
class TicketModel final : public QAbstractListModel {
    Q_OBJECT
public:
    struct Row {
        CartLine line;
        QString quantity; ///< "2 × €1.79", "0.340 kg × €2.99", "price on the label"
        QString amount; ///< less what is taken off this line alone
        QString discount; ///< "3 for 2 −€1.79"; empty where there is none
        std::vector<GrantedDiscount> off;
    };

    using QAbstractListModel::QAbstractListModel;

    /// Takes the lines of \a cart; only rows that differ are told to be new.
    void setLines(const Cart &cart);
    [[nodiscard]] const Row &row(int index) const { return m_rows[static_cast<std::size_t>(index)]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// As a screen reader says it: "Pan Bauletto, 2 × €1.79, €3.58".
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] static Row written(const CartLine &line, std::vector<GrantedDiscount> off);

    std::vector<Row> m_rows;
};

} // namespace evertill
