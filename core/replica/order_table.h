#pragma once

#include "core/replica/feed_row.h"
#include "core/store/database.h"

namespace evertill {

struct StoredOrder {
    OrderRow order;
    Position through;
};

/// The replica's pickup orders. Reading is for any connection to a replica; put() and drop() are the
/// writer's.
class OrderTable final {
public:
    explicit OrderTable(Database &replica) : m_database(replica) { }

    [[nodiscard]] std::optional<StoredOrder> find(const Uuid &order);
    [[nodiscard]] std::optional<StoredOrder> findByNumber(const QString &number);
    [[nodiscard]] std::vector<StoredOrder> findByCode(const QString &code);
    /// All of them, the earliest promise first.
    [[nodiscard]] std::vector<StoredOrder> all();
    /// Those that are new or being picked and were promised for a moment before \a now, the earliest promise
    /// first, at most \a limit. Costs no look at any other.
    [[nodiscard]] std::vector<StoredOrder> unreadyBefore(Instant now, int limit);

    void put(const OrderRow &order, Position through);
    void drop(const Uuid &order);

private:
    Database &m_database;
};

} // namespace evertill
