#include "core/stock/adjust_stock.h"

#include "core/stock/stock_adjustment.h"
#include "core/till/current_shift.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

// A thousand million pieces: beyond it a finger slipped.
constexpr std::int64_t kMostThousandths = 1'000'000'000'000;

} // namespace

Result<> AdjustStock::run(const QString &sku, Quantity quantity, const QString &reason)
{
    if (sku.isEmpty())
        return refuse(Code::UnknownProduct, {{u"sku"_s, sku}});
    const std::int64_t thousandths = quantity.thousandths();
    if (thousandths == 0 || thousandths > kMostThousandths || thousandths < -kMostThousandths)
        return refuse(Code::BadQuantity, {{u"quantity"_s, qint64(thousandths)}});
    return m_ledger.transact([&](Ledger::Transaction &tx) -> Result<> {
        const StockAdjustment adjustment{sku, quantity, reason};
        const QDate date = businessDate(tx.database(), m_ledger.clock(), tx.now());
        project(tx.append(stockAdjusted(adjustment, date)), adjustment, tx.database());
        return {};
    });
}

} // namespace evertill
