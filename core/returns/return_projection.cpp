#include "core/returns/return_projection.h"

#include "core/returns/return_event.h"
#include "core/returns/return_table.h"
#include "core/sale/receipt_book.h"
#include "core/sale/sale_table.h"
#include "core/stock/movements.h"

namespace evertill {

void project(const Event &event, const Return &done, Database &database)
{
    const ReceiptHead head{done.receipt, ReceiptKind::Return, done.id.uuid(), event.position, done.shift,
        event.businessDate, event.at, event.utcOffsetMin, event.actor, done.taxMode, done.total,
        done.rounding, Money::zero(done.total.currency()), done.customer};
    ReceiptBook(database).insert(head, done.tenders, done.taxes);
    ReturnTable(database).insert(event.position, done);
    for (const ReturnLine &line : done.lines) {
        if (done.of && line.ofLine)
            SaleTable(database).forgetSerial(done.of->sale, *line.ofLine);
        if (line.disposition == Disposition::Restock && !line.isDeposit)
            moveStock(database, event.position, line.line, line.sku, line.quantity, "return");
    }
}

Result<> replayReturn(const Event &event, Database &database)
{
    const auto done = returnFrom(event);
    if (!done)
        return tl::unexpected(done.error());
    project(event, *done, database);
    return {};
}

} // namespace evertill
