#pragma once

#include "core/sale/cart.h"

#include <QAbstractListModel>

namespace evertill {

/// The lines of the ticket, their figures written out once so that painting them is cheap.
class TicketModel final : public QAbstractListModel {
    Q_OBJECT
public:
    /// What a row is made of: a line of the cart, or the deposit that comes along with it.
    struct Source {
        int of = 0; ///< the line's index
        bool isDeposit = false;
        CartLine line;
        std::vector<GrantedDiscount> off;
        friend bool operator==(const Source &, const Source &) = default;
    };
    struct Row {
        Source source;
        QString quantity; ///< "2 × €1.79", "0.340 kg × €2.99", "price on the label"
        QString amount; ///< less what is taken off this line alone
        QString discount; ///< "3 for 2 −€1.79"; empty where there is none
    };

    using QAbstractListModel::QAbstractListModel;

    /// Takes the lines of \a cart, below each its deposit; only rows that differ are told to be new.
    void setLines(const Cart &cart);
    [[nodiscard]] const Row &row(int index) const { return m_rows[static_cast<std::size_t>(index)]; }

    /// The row of the cart's line \a line, and the line that \a row is of; −1 for none.
    [[nodiscard]] int rowOf(int line) const;
    [[nodiscard]] int lineOf(int row) const;

    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// As a screen reader says it: "Pan Bauletto, 2 × €1.79, €3.58".
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] static std::vector<Source> sourcesOf(const Cart &cart);
    [[nodiscard]] static Row written(const Source &source);

    std::vector<Row> m_rows;
};

} // namespace evertill
