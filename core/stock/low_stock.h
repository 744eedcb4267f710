#pragma once

#include "core/journal/position.h"
#include "core/stock/stock_view.h"

#include <set>
#include <vector>

namespace evertill {

/// A product of which too little can be sold.
struct LowStockItem {
    QString sku;
    QString name;
    QString unit;
    StockLevel level;
    friend bool operator==(const LowStockItem &, const LowStockItem &) = default;
};

/// Products of which the store has less than kLeast to sell: on hand less what web orders wait for. Those
/// that the OMS said to be low, and those that this till's newest sales took from, each as it stands now. Its
/// cost grows neither with the catalogue nor with the stock: at most kMost products and kNewestSales sales
/// are looked at. A product that the catalogue doesn't have, or whose stock the OMS never told, is nobody's
/// business here. On one thread, with its own connections.
class LowStock final {
public:
    /// Three pieces, kilos, metres: a shelf that looks empty. The index of resources/schema/replica says the
    /// same.
    static constexpr Quantity kLeast = Quantity::thousandths(3000);
    static constexpr int kMost = 50;
    static constexpr int kNewestSales = 50;

    /// Both outlive it. \a ledger is any connection to the ledger file.
    LowStock(ReplicaReader &replica, Database &ledger) : m_replica(replica), m_ledger(ledger) { }

    /// The emptiest first, at most kMost.
    [[nodiscard]] std::vector<LowStockItem> items();

private:
    /// What of the catalogue may be low.
    [[nodiscard]] std::vector<LowStockItem> candidates();
    /// Products of this till's newest sales that the OMS does not count yet.
    [[nodiscard]] std::set<QString> justSold(Position included);

    ReplicaReader &m_replica;
    Database &m_ledger;
};

} // namespace evertill
