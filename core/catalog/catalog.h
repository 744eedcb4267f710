#pragma once

#include "core/base/result.h"
#include "core/catalog/product.h"
#include "core/replica/replica_reader.h"

#include <vector>

namespace evertill {

/// The shop's products as this till knows them. One thread, with its ReplicaReader; the cost of a look-up
/// does not grow with the catalogue. Needs no network. A product whose
/// tax rate the till does not know can't be sold and counts as unknown; so does everything in a replica that
/// turns out damaged, until it was fetched again.
class Catalog final {
public:
    static constexpr int kSearchLimit = 50;

    Catalog(ReplicaReader &replica, CodePatterns patterns, Currency currency);

    /// The product that a scanned code names: by its in-store item where a pattern fits, else by the exact
    /// code. Refuses what readCode() does, and UnknownBarcode (code), for codes of receipts and pickups too.
    [[nodiscard]] Result<FoundProduct> find(QStringView scanned);
    /// The same for a code that was read already.
    [[nodiscard]] Result<FoundProduct> find(const ScannedCode &code);
    /// Refuses UnknownProduct (sku).
    [[nodiscard]] Result<Product> bySku(const QString &sku);

    /// The deposit of \a sku; nothing where it has none. Refuses UnknownProduct (sku: the deposit's) where
    /// the till does not know its tax rate.
    [[nodiscard]] Result<std::optional<ProductDeposit>> depositOf(const QString &sku);

    /// Products whose sku or GTIN begins with \a text, then those in whose names every word of it stands:
    /// anywhere in the name from three letters, at the beginning of a word below that. Accents and capitals
    /// don't matter. No order but that; any text is harmless. Short words beside long ones are looked for in
    /// the first 2,000 names that hold the long ones.
    [[nodiscard]] std::vector<Product> search(const QString &text, int limit = kSearchLimit);
    /// Up to \a limit products of \a category by name: a page of quick keys.
    [[nodiscard]] std::vector<Product> inCategory(const QString &category, int limit);
    /// The categories that have products, in order.
    [[nodiscard]] QStringList categories();

    [[nodiscard]] const CodePatterns &patterns() const { return m_patterns; }

private:
    template <typename Read> auto orElseEmpty(Read read);
    Result<FoundProduct> findIn(Database &replica, const ScannedCode &code) const;

    ReplicaReader &m_replica;
    CodePatterns m_patterns;
    Currency m_currency;
};

} // namespace evertill
