#include "core/catalog/catalog.h"

#include "core/catalog/label.h"
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
constexpr const char *kDeposit =
    "SELECT d.sku,d.name,d.amount,d.tax,t.rate,t.parts FROM product p CROSS JOIN deposit d ON "
    "d.product=p.id LEFT JOIN tax t ON t.code=d.tax WHERE p.sku=?";
constexpr const char *kNextCategory =
    "SELECT category FROM product WHERE category>? AND category<>'' ORDER BY category LIMIT 1";
#undef FROM_PRODUCT

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
    const auto unknown = [&] { return refuse(Code::UnknownBarcode, {{u"code"_s, code.text}}); };
    if (code.kind != ScannedCode::Product && code.kind != ScannedCode::InStore)
        return unknown();
    if (code.inStore) {
        auto row = replica.statement(kByItem);
        row.with(code.inStore->item);
        if (row.next())
            return withLabel(readProduct(row, m_currency), code, m_currency);
    }
    for (const std::optional<Gtin> &gtin : {std::optional(code.gtin), code.upcE}) {
        if (!gtin)
            continue;
        auto row = replica.statement(kByGtin);
        row.with(gtin->number());
        if (!row.next())
            continue;
        ScannedCode known = code;
        known.gtin = *gtin;
        known.inStore.reset(); // the whole number is the product's own
        return withLabel(readProduct(row, m_currency), known, m_currency);
    }
    return unknown();
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

Result<std::optional<ProductDeposit>> Catalog::depositOf(const QString &sku)
{
    return orElseEmpty([&](Database &replica) -> Result<std::optional<ProductDeposit>> {
        auto row = replica.statement(kDeposit);
        row.with(sku);
        if (!row.next())
            return std::optional<ProductDeposit>();
        if (row.isNull(4))
            return refuse(Code::UnknownProduct, {{u"sku"_s, row.text(0)}});
        return std::optional(
            ProductDeposit{row.text(0), row.text(1), Money::minor(row.integer(2), m_currency), row.text(3),
                Percentage::partsPerMillion(row.integer(4)), taxPartsIn(row.text(5))});
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
