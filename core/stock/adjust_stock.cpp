#include "core/stock/adjust_stock.h"

#include "core/stock/stock_adjustment.h"
#include "core/till/current_shift.h"

using namespace Qt::StringLiterals;

namespace evertill {

Result<> AdjustStock::run(const QString &sku, Quantity quantity, const QString &reason)
{
    if (sku.isEmpty())
        return refuse(Code::UnknownProduct, {{u"sku"_s, sku}});
    if (quantity.isZero())
        return refuse(Code::BadQuantity, {{u"quantity"_s, qlonglong(0)}});
    return m_ledger.transact([&](Ledger::Transaction &tx) -> Result<> {
        const StockAdjustment adjustment{sku, quantity, reason};
        const QDate date = businessDate(tx.database(), m_ledger.clock(), tx.now());
        project(tx.append(stockAdjusted(adjustment, date)), adjustment, tx.database());
        return {};
    });
}

} // namespace evertill
