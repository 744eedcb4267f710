#pragma once

#include "core/replica/feed_row.h"
#include "core/store/database.h"

namespace evertill {

struct StoredStock {
    StockRow stock;
    Position through;
};

/// The replica's stock levels. Reading is for any connection to a replica; put() and drop() are the writer's.
class StockTable final {
public:
    explicit StockTable(Database &replica) : m_database(replica) { }

    [[nodiscard]] std::optional<StoredStock> find(const QString &sku);

    void put(const StockRow &stock, Position through);
    void drop(const QString &sku);

private:
    Database &m_database;
};

} // namespace evertill
