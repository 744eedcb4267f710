#include "core/catalog/catalog.h"

#include "core/base/rounding.h"
#include "core/catalog/product_rows.h"
#include "core/catalog/product_search.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

#define FROM_PRODUCT "SELECT " EVERTILL_PRODUCT_COLUMNS " FROM product p CROSS JOIN tax t ON t.code=p.tax "
constexpr const char *kByGtin =
    "SELECT " EVERTILL_PRODUCT_COLUMNS " FROM barcode b CROSS JOIN product p ON p.id=b.product "
    "CROSS JOIN tax t ON t.code=p.tax WHERE b.gtin=?";
constexpr const char *kByItem =
    "SELECT " EVERTILL_PRODUCT_COLUMNS " FROM instore i CROSS JOIN product p ON p.id=i.product "
    "CROSS JOIN tax t ON t.code=p.tax WHERE i.code=?";
constexpr const char *kBySku = FROM_PRODUCT "WHERE p.sku=?";
constexpr const char *kInCategory =
    FROM_PRODUCT "WHERE p.category=? AND p.category<>'' ORDER BY p.name LIMIT ?";
constexpr const char *kNextCategory =
    "SELECT category FROM product WHERE category>? AND category<>'' ORDER BY category LIMIT 1";
#undef FROM_PRODUCT

std::optional<Quantity> weightIn(const QString &unit, std::int64_t thousandthsOfKilogram)
{
    if (unit == u"kg")
        return Quantity::thousandths(thousandthsOfKilogram);
    if (unit == u"g")
        return Quantity::thousandths(thousandthsOfKilogram * 1000);
    return std::nullopt;
}

/// A label that carries the price alone still hands over a measured amount: what the price buys, to the
/// nearest thousandth of the unit. Nothing for pieces, and for goods without a price.
std::optional<Quantity> boughtFor(Money labelPrice, const Product &product)
{
    if (product.unit == u"ea" || !product.price.isPositive())
        return std::nullopt;
    const std::int64_t bought =
        divideRounded(evertill_int128(labelPrice.minor()) * 1000, product.price.minor(), Rounding::HalfUp);
    return Quantity::thousandths(std::max<std::int64_t>(bought, 1));
}

} // namespace

Catalog::Catalog(ReplicaReader &replica, CodePatterns patterns, Currency currency)
    : m_replica(replica), m_patterns(std::move(patterns)), m_currency(currency)
{
}

template <typename Read> auto Catalog::orElseEmpty(Read read)
{
    return m_replica.orElseEmpty([&] { return read(m_replica.database()); });
}

Result<FoundProduct> Catalog::find(QStringView scanned)
{
    const auto code = readCode(scanned, m_patterns);
    return code ? find(*code) : tl::unexpected(code.error());
}

Result<FoundProduct> Catalog::find(const ScannedCode &code)
{
    return orElseEmpty([&](Database &replica) { return findIn(replica, code); });
}

Result<FoundProduct> Catalog::findIn(Database &replica, const ScannedCode &code) const
{
    const auto unknown = refuse(Code::UnknownBarcode, {{u"code"_s, code.text}});
    if (code.kind != ScannedCode::Product && code.kind != ScannedCode::InStore)
        return unknown;
    if (code.inStore) {
        auto row = replica.statement(kByItem);
        row.with(code.inStore->item);
        if (row.next()) {
            FoundProduct found{readProduct(row, m_currency), code, {}, {}};
            if (code.inStore->priceMinor) {
                found.labelPrice = Money::minor(*code.inStore->priceMinor, m_currency);
                found.labelWeight = boughtFor(*found.labelPrice, found.product);
            }
            if (code.inStore->weightThousandths)
                found.labelWeight = weightIn(found.product.unit, *code.inStore->weightThousandths);
            return found;
        }
    }
    auto row = replica.statement(kByGtin);
    row.with(code.gtin.number());
    if (!row.next())
        return unknown;
    return FoundProduct{readProduct(row, m_currency), code, {}, {}};
}

Result<Product> Catalog::bySku(const QString &sku)
{
    return orElseEmpty([&](Database &replica) -> Result<Product> {
        auto row = replica.statement(kBySku);
        row.with(sku);
        if (!row.next())
            return refuse(Code::UnknownProduct, {{u"sku"_s, sku}});
        return readProduct(row, m_currency);
    });
}

std::vector<Product> Catalog::search(const QString &text, int limit)
{
    const SearchQuery query = SearchQuery::parse(text);
    return orElseEmpty(
        [&](Database &replica) { return ProductSearch(replica, m_currency, limit).run(query); });
}

std::vector<Product> Catalog::inCategory(const QString &category, int limit)
{
    return orElseEmpty([&](Database &replica) {
        std::vector<Product> products;
        auto row = replica.statement(kInCategory);
        row.with(category, limit);
        while (row.next())
            products.push_back(readProduct(row, m_currency));
        return products;
    });
}

QStringList Catalog::categories()
{
    return orElseEmpty([](Database &replica) {
        QStringList categories;
        QString last = u""_s;
        for (;;) {
            auto row = replica.statement(kNextCategory);
            row.with(last);
            if (!row.next())
                return categories;
            last = row.text(0);
            categories.append(last);
        }
    });
}

} // namespace evertill
