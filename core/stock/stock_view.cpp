#include "core/stock/stock_view.h"

#include "core/replica/replica_reader.h"
#include "core/replica/stock_table.h"
#include "core/stock/reservations.h"

namespace evertill {
namespace {

constexpr char kMoved[] = "SELECT sum(quantity) FROM stock_movement WHERE sku=? AND position>?";

} // namespace

StockLevel StockView::level(const QString &sku)
{
    return m_replica.orElseEmpty([&] { return levelNow(sku); });
}

StockLevel StockView::levelNow(const QString &sku)
{
    StockLevel level;
    ReplicaReader::Snapshot snapshot(m_replica);
    Position counted = snapshot.included();
    if (const auto stored = StockTable(snapshot.database()).find(sku)) {
        level = {stored->stock.onHand, stored->stock.reserved, true};
        counted = std::max(counted, stored->through);
    }
    {
        auto query = m_ledger.statement(kMoved);
        query.with(sku, counted.packed());
        if (query.next())
            level.onHand += Quantity::thousandths(query.integer(0));
    }
    if (level.known)
        level.reserved -= releasedAfter(counted, sku, snapshot, m_ledger);
    return level;
}

} // namespace evertill
