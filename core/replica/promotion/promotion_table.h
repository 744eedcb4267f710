#pragma once

#include "core/journal/position.h"
#include "core/replica/promotion/promotion_row.h"
#include "core/store/database.h"

#include <vector>

namespace evertill {

struct StoredPromotion {
    PromotionRow promotion;
    Position through;
    friend bool operator==(const StoredPromotion &, const StoredPromotion &) = default;
};

/// The replica's promotions. Reading is for any connection to a replica; put() and drop() are the writer's.
class PromotionTable final {
public:
    explicit PromotionTable(Database &replica) : m_database(replica) { }

    /// By id.
    [[nodiscard]] std::vector<StoredPromotion> all();

    void put(const PromotionRow &promotion, Position through);
    void drop(const QString &id);

private:
    Database &m_database;
};

} // namespace evertill
