#include "core/sale/approval/grant_approval.h"

#include "core/sale/approval.h"
#include "core/till/current_shift.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

constexpr qsizetype kLongestReason = 200;

} // namespace

Result<> GrantApproval::run(SaleId cart, Code why, const CartLine &line, const QString &reason)
{
    const QString given = reason.trimmed();
    if (given.isEmpty() || given.size() > kLongestReason)
        return refuse(Code::BadInput, {{u"problem"_s, u"a reason of up to 200 characters is needed"_s}});
    if (!canBeApproved(why))
        return refuse(Code::BadInput, {{u"problem"_s, u"%1 can't be approved"_s.arg(codeName(why))}});
    if (why == Code::PriceChanged && !line.change)
        return refuse(Code::BadInput, {{u"problem"_s, u"the price of %1 is the shop's own"_s.arg(line.sku)}});
    return m_ledger.transact([&](Ledger::Transaction &tx) -> Result<> {
        if (isApproved(tx.database(), cart, why, line))
            return {};
        Approval approval{
            tx.newId(), cart, why, line.sku, line.gtin, line.lot, line.serial, line.expires, given};
        if (why == Code::PriceChanged)
            approval.price = Approval::Price{line.price.minor(), line.change->was.minor()};
        const QDate date = businessDate(tx.database(), m_ledger.clock(), tx.now());
        project(tx.append(approvalGranted(approval, date)), approval, tx.database());
        return {};
    });
}

} // namespace evertill
