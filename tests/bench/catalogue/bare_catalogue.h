#pragma once

#include "tests/bench/common/bare.h"
#include "tests/bench/common/goods.h"

#include <memory>
#include <span>
#include <string>

namespace evertill::bench {

/// The catalogue by hand against the SQLite C API, in a file with the product's own schema: rows into bare
/// tables, indexes and both search indexes after, as the product loads a snapshot; then look-ups and searches
/// with the same statements.
class BareCatalogue final {
public:
    /// \a path: a file that holds the replica's schema and no row.
    explicit BareCatalogue(std::string path) : m_path(std::move(path)) { }

    void beginLoad();
    void add(std::span<const Goods> goods);
    /// Durable when it returns.
    void finishLoad();

    /// For look-ups and searches, as the product's readers open it.
    void open();
    /// The price of the product with that GTIN-14; −1 where there is none.
    [[nodiscard]] std::int64_t lookUp(std::int64_t gtin);
    /// How many of the first fifty names match; \a query in FTS5's own syntax.
    [[nodiscard]] int search(const std::string &query, bool trigram);

private:
    std::string m_path;
    std::unique_ptr<BareDatabase> m_database;
    sqlite3_stmt *m_product = nullptr, *m_code = nullptr, *m_lookUp = nullptr, *m_trigram = nullptr,
                 *m_prefix = nullptr;
};

} // namespace evertill::bench
