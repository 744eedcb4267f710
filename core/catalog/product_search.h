#pragma once

#include "core/catalog/product.h"
#include "core/catalog/search_query.h"
#include "core/store/database.h"

#include <vector>

namespace evertill {

/// One search in a replica: codes first, names after, each product once, until the limit is reached.
class ProductSearch final {
public:
    ProductSearch(Database &replica, Currency currency, int limit)
        : m_replica(replica), m_currency(currency), m_limit(limit)
    {
    }

    [[nodiscard]] std::vector<Product> run(const SearchQuery &query);

private:
    [[nodiscard]] bool isFull() const { return std::ssize(m_found) >= m_limit; }
    void add(const Statement &row);
    void addAll(Statement &rows);
    void bySku(const QString &prefix);
    void byGtin(SearchQuery::Range range);
    void byName(const SearchQuery &query);

    Database &m_replica;
    Currency m_currency;
    int m_limit;
    std::vector<Product> m_found;
    std::ptrdiff_t m_fromEarlierWays = 0; ///< how many of them can come again
};

} // namespace evertill
