#include "core/sale/sale_projection.h"

#include "core/payment/payment_projection.h"
#include "core/sale/sale_event.h"
#include "core/sale/sale_table.h"
#include "core/stock/movements.h"

namespace evertill {

void project(const Event &event, const Sale &sale, Database &database)
{
    const ReceiptHead head{sale.receipt, ReceiptKind::Sale, sale.id.uuid(), event.position, sale.shift,
        event.businessDate, event.at, event.utcOffsetMin, event.actor, sale.taxMode, sale.total,
        sale.rounding, sale.change, sale.customer, sale.exemption ? sale.exemption->certificate : QString()};
    ReceiptBook(database).insert(head, sale.tenders, sale.taxes);
    SaleTable(database).insertLines(sale);
    SaleTable(database).insertDiscounts(sale, event.position);
    for (const SaleLine &line : sale.lines) {
        if (line.giftCard.isNull() && !line.depositOf)
            moveStock(database, event.position, line.line, line.sku, -line.quantity, "sale");
    }
    for (const Tender &tender : sale.tenders)
        if (!tender.attempt.isNull())
            projectSettled(tender.attempt, database);
}

Result<> replaySale(const Event &event, Database &database)
{
    const auto sale = saleFrom(event);
    if (!sale)
        return tl::unexpected(sale.error());
    project(event, *sale, database);
    return {};
}

} // namespace evertill
