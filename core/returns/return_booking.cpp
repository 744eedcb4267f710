#include "core/returns/return_booking.h"

#include "core/returns/return_event.h"
#include "core/returns/return_projection.h"
#include "core/sale/receipt_book.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

// A million pieces: beyond it a finger slipped.
constexpr std::int64_t kMostThousandths = 1'000'000'000;

} // namespace

Result<CurrentShift> shiftFor(ReturnId id, Database &ledger)
{
    if (const auto stored = ReceiptBook(ledger).numberOf(id.uuid()))
        return refuse(Code::AlreadyCompleted, {{u"receipt"_s, stored->text()}});
    const auto shift = currentShift(ledger);
    if (!shift)
        return refuse(Code::ShiftClosed);
    return *shift;
}

Result<> checkRefund(const RefundTo &to)
{
    if ((to.kind == TenderKind::GiftCard) != isGiftCard(to.giftCard))
        return refuse(Code::BadInput, {{u"problem"_s, u"a refund to a gift card names its card"_s}});
    if (to.kind == TenderKind::Voucher || to.kind == TenderKind::ForeignCash)
        return refuse(
            Code::BadInput, {{u"problem"_s, u"money goes back by no voucher and in no foreign cash"_s}});
    if (to.kind == TenderKind::Points || to.kind == TenderKind::OnAccount)
        return refuse(Code::BadInput, {{u"problem"_s, u"the customer's own money goes back by itself"_s}});
    return {};
}

Result<> checkReturnedQuantity(Quantity quantity, const QString &unit)
{
    const bool isBroken = unit == "ea"_L1 && !quantity.isWhole();
    if (quantity <= Quantity() || quantity.thousandths() > kMostThousandths || isBroken)
        return refuse(Code::BadQuantity, {{u"quantity"_s, qint64(quantity.thousandths())}});
    return {};
}

Money totalOf(const std::vector<ReturnLine> &lines, Currency currency)
{
    Money total = Money::zero(currency);
    for (const ReturnLine &line : lines)
        total += line.gross;
    return total;
}

Return bookReturn(Ledger::Transaction &tx, Return draft, const TillConfig &config, const QString &approval)
{
    draft.receipt = ReceiptBook(tx.database()).next(tx.epoch(), config.till);
    draft.rounding = Money::zero(draft.total.currency()) - draft.total;
    for (Tender &tender : draft.tenders) {
        draft.rounding += tender.amount;
        if (tender.kind == TenderKind::Card)
            tender.approval = approval;
    }
    const Event event = tx.append(returnCompleted(draft));
    draft.at = event.at;
    draft.utcOffsetMin = event.utcOffsetMin;
    draft.cashier = event.actor;
    project(event, draft, tx.database());
    return draft;
}

} // namespace evertill
