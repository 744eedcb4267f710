#pragma once

#include "core/base/result.h"
#include "core/replica/feed_row.h"
#include "core/store/database.h"

namespace evertill {

/// The replica's products with their codes and search words: the writer's side. Reading is core/catalog's.
class ProductTable final {
public:
    explicit ProductTable(Database &replica) : m_database(replica) { }

    /// Writes what differs from the row of this sku and nothing else; search words only where the name
    /// changed. A code that another product had goes over to this one. Refuses BadInput (problem) for codes
    /// that are no numbers of their kind.
    [[nodiscard]] Result<> put(const ProductRow &product);
    void drop(const QString &sku);

    /// For a generation whose indexes are built later: just the row and its codes; a code that is taken stays
    /// where it is.
    [[nodiscard]] Result<> append(const ProductRow &product);

private:
    struct Known;
    [[nodiscard]] std::optional<Known> find(const QString &sku);
    std::int64_t insert(
        const ProductRow &product, const QString &folded, std::optional<std::int64_t> instore);
    void update(const Known &known, const ProductRow &product, std::optional<std::int64_t> instore);
    void rename(const Known &known, const ProductRow &product);
    void setCodes(std::int64_t id, const QString &old, const QStringList &gtins);
    void setDeposit(std::int64_t id, const std::optional<DepositRow> &deposit);
    void setInstore(std::int64_t id, std::optional<std::int64_t> old, std::optional<std::int64_t> instore);

    Database &m_database;
};

} // namespace evertill
