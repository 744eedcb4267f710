#include "core/catalog/product_search.h"

#include "core/catalog/product_rows.h"

namespace evertill {
namespace {

#define TAX "CROSS JOIN tax t ON t.code=p.tax "
constexpr const char *kSkusFrom = "SELECT " EVERTILL_PRODUCT_COLUMNS " FROM product p " TAX
                                  "WHERE p.sku>=?1 AND p.sku<?2 ORDER BY p.sku LIMIT ?3";
constexpr const char *kGtinsBetween =
    "SELECT " EVERTILL_PRODUCT_COLUMNS " FROM barcode b CROSS JOIN product p ON p.id=b.product " TAX
    "WHERE b.gtin BETWEEN ? AND ? ORDER BY b.gtin LIMIT ?";
constexpr const char *kByTrigrams =
    "SELECT " EVERTILL_PRODUCT_COLUMNS " FROM product_trigram f CROSS JOIN product p ON p.id=f.rowid " TAX
    "WHERE product_trigram MATCH ? LIMIT ?";
constexpr const char *kByPrefixes =
    "SELECT " EVERTILL_PRODUCT_COLUMNS " FROM product_prefix f CROSS JOIN product p ON p.id=f.rowid " TAX
    "WHERE product_prefix MATCH ? LIMIT ?";
#undef TAX

// How many names with all the long words are looked through for the short ones: what keeps a search short
// where next to none fits.
constexpr int kMostLookedThrough = 2000;

} // namespace

std::vector<Product> ProductSearch::run(const SearchQuery &query)
{
    m_found.reserve(std::size_t(std::max(m_limit, 0)));
    if (!query.skuPrefix.isEmpty()) {
        bySku(query.skuPrefix);
        if (const QString capitals = query.skuPrefix.toUpper(); capitals != query.skuPrefix)
            bySku(capitals);
    }
    for (const SearchQuery::Range range : query.gtins)
        byGtin(range);
    byName(query);
    return std::move(m_found);
}

/// Each way of asking gives a product once; what an earlier way gave may come again.
void ProductSearch::add(const Statement &row)
{
    static const Product kNone;
    if (isFull())
        return;
    const bool isFirst = m_found.empty();
    Product &product = m_found.emplace_back(); // filled where it stays; there is room for all of them
    readProduct(row, m_currency, isFirst ? kNone : *(&product - 1), product);
    const auto isSame = [&](const Product &each) { return each.sku == product.sku; };
    if (std::any_of(m_found.begin(), m_found.begin() + m_fromEarlierWays, isSame))
        m_found.pop_back();
}

/// Every row of one way of asking.
void ProductSearch::addAll(Statement &rows)
{
    m_fromEarlierWays = std::ssize(m_found);
    while (!isFull() && rows.next())
        add(rows);
}

void ProductSearch::bySku(const QString &prefix)
{
    if (isFull())
        return;
    auto row = m_replica.statement(kSkusFrom);
    row.with(prefix, prefix + QStringLiteral("\U0010FFFF"), m_limit);
    addAll(row);
}

void ProductSearch::byGtin(SearchQuery::Range range)
{
    if (isFull())
        return;
    auto row = m_replica.statement(kGtinsBetween);
    row.with(range.first, range.last, m_limit);
    addAll(row);
}

void ProductSearch::byName(const SearchQuery &query)
{
    const bool hasLongWord = !query.trigrams.isEmpty();
    if (isFull() || (!hasLongWord && query.prefixes.isEmpty()))
        return;
    const bool isFiltered = hasLongWord && !query.shortWords.isEmpty();
    auto row = m_replica.statement(hasLongWord ? kByTrigrams : kByPrefixes);
    row.with(hasLongWord ? query.trigrams : query.prefixes, isFiltered ? kMostLookedThrough : 2 * m_limit);
    if (!isFiltered)
        return addAll(row);
    m_fromEarlierWays = std::ssize(m_found);
    while (!isFull() && row.next()) {
        if (query.shortWordsFit(row.text(1)))
            add(row);
    }
}

} // namespace evertill
