#pragma once

#include "core/replica/feed_row.h"
#include "core/store/database.h"

namespace evertill {

/// The replica's tax rates. Reading is for any connection to a replica; put() and drop() are the writer's.
class TaxTable final {
public:
    explicit TaxTable(Database &replica) : m_database(replica) { }

    [[nodiscard]] std::optional<TaxRow> find(const QString &code);
    /// By code.
    [[nodiscard]] std::vector<TaxRow> all();

    void put(const TaxRow &tax);
    void drop(const QString &code);

private:
    Database &m_database;
};

} // namespace evertill
