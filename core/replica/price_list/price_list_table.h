#pragma once

#include "core/replica/price_list/price_list_row.h"
#include "core/store/database.h"

#include <vector>

namespace evertill {

/// The replica's price lists. Reading is for any connection to a replica; put() and drop() are the writer's.
class PriceListTable final {
public:
    explicit PriceListTable(Database &replica) : m_database(replica) { }

    /// By id.
    [[nodiscard]] std::vector<PriceListRow> all();

    /// Another one after every list that came, changed or went, within one generation of the replica.
    using State = std::pair<std::int64_t, std::int64_t>;
    [[nodiscard]] State state();

    void put(const PriceListRow &list);
    void drop(const QString &id);

private:
    Database &m_database;
};

} // namespace evertill
