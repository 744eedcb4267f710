#include "core/stock/low_stock.h"

#include "core/replica/replica_reader.h"

#include <algorithm>

namespace evertill {
namespace {

// Stock without a product (delisted goods) is passed over, so a few more rows are read than are shown.
constexpr char kLow[] =
    "SELECT low.sku,product.name,product.unit FROM (SELECT sku,on_hand-reserved AS left FROM stock "
    "WHERE on_hand-reserved<3000 ORDER BY on_hand-reserved,sku LIMIT 200) AS low "
    "JOIN product ON product.sku=low.sku ORDER BY low.left,low.sku LIMIT ?";
constexpr char kProduct[] = "SELECT name,unit FROM product WHERE sku=?";
// The tables of core/sale, newest number first.
constexpr char kSales[] = "SELECT number,position FROM receipt WHERE kind=1 ORDER BY number DESC LIMIT ?";
constexpr char kSold[] = "SELECT sku FROM sale_line WHERE receipt=?";

} // namespace

std::vector<LowStockItem> LowStock::items()
{
    std::vector<LowStockItem> low;
    StockView stock(m_replica, m_ledger);
    for (LowStockItem &item : candidates()) {
        item.level = stock.level(item.sku);
        if (item.level.known && item.level.available() < kLeast)
            low.push_back(item);
    }
    std::stable_sort(low.begin(), low.end(), [](const LowStockItem &a, const LowStockItem &b) {
        return a.level.available() < b.level.available();
    });
    if (low.size() > std::size_t(kMost))
        low.resize(std::size_t(kMost));
    return low;
}

std::vector<LowStockItem> LowStock::candidates()
{
    return m_replica.orElseEmpty([&] {
        std::vector<LowStockItem> found;
        std::set<QString> known;
        const Position included = m_replica.included();
        {
            auto rows = m_replica.database().statement(kLow);
            rows.with(kMost);
            while (rows.next()) {
                found.push_back({rows.text(0), rows.text(1), rows.text(2), {}});
                known.insert(rows.text(0));
            }
        }
        for (const QString &sku : justSold(included)) {
            auto product = m_replica.database().statement(kProduct);
            product.with(sku);
            if (!known.contains(sku) && product.next())
                found.push_back({sku, product.text(0), product.text(1), {}});
        }
        return found;
    });
}

std::set<QString> LowStock::justSold(Position included)
{
    std::set<QString> skus;
    auto sales = m_ledger.statement(kSales);
    sales.with(kNewestSales);
    while (sales.next() && Position::fromPacked(sales.integer(1)) > included) {
        auto lines = m_ledger.statement(kSold);
        lines.with(sales.integer(0));
        while (lines.next())
            skus.insert(lines.text(0));
    }
    return skus;
}

} // namespace evertill
