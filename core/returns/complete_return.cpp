#include "core/returns/complete_return.h"

#include "core/payment/points.h"
#include "core/returns/receipt_lookup.h"
#include "core/returns/refund_tenders.h"
#include "core/returns/return_booking.h"
#include "core/returns/return_deposits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

/// Takes what \a asked wants off \a receipt, so that a second part of the same line finds what is left then.
Result<ReturnLine> take(ReturnableReceipt &receipt, const ReturnRequestLine &asked)
{
    const auto line = std::find_if(receipt.lines.begin(), receipt.lines.end(),
        [&](const ReturnableLine &known) { return known.line == asked.line; });
    if (line == receipt.lines.end())
        return refuse(Code::BadInput,
            {{u"problem"_s, u"receipt %1 has no line %2"_s.arg(receipt.number.text()).arg(asked.line)}});
    if (auto checked = checkReturnedQuantity(asked.quantity, line->unit); !checked)
        return tl::unexpected(checked.error());
    if (asked.quantity > line->left)
        return refuse(
            Code::MoreThanLeft, {{u"line"_s, asked.line}, {u"left"_s, qint64(line->left.thousandths())}});
    const Refund refund = refundFor(*line, asked.quantity);
    line->left -= asked.quantity;
    line->leftGross -= refund.gross;
    line->leftTax -= refund.tax;
    return ReturnLine{0, asked.line, line->sku, line->name, line->unit, asked.quantity, refund.net,
        refund.tax, refund.gross, line->taxCode, line->taxRate, asked.reason, asked.disposition,
        line->depositOf.has_value(), refund.parts};
}

Result<> takeAll(
    ReturnableReceipt &receipt, const std::vector<ReturnRequestLine> &asked, std::vector<ReturnLine> &lines)
{
    for (const ReturnRequestLine &one : asked) {
        auto line = take(receipt, one);
        if (!line)
            return tl::unexpected(line.error());
        line->line = int(lines.size()) + 1;
        lines.push_back(*line);
    }
    return {};
}

/// The taxes inside \a lines, by code and rate in the order in which they first appear.
std::vector<TaxTotal> taxesOf(const std::vector<ReturnLine> &lines)
{
    std::vector<TaxTotal> totals;
    for (const ReturnLine &line : lines) {
        if (line.parts.empty())
            addTo(totals, {line.taxCode, line.taxRate, line.net, line.tax});
        for (const TaxTotal &part : line.parts)
            addTo(totals, part);
    }
    return totals;
}

/// What a voucher paid becomes no money in a pocket, unless the shop says so.
Result<> checkVouchersBack(const ReturnableReceipt &receipt, const ReturnRequest &request,
    const std::vector<Tender> &tenders, const VoucherRules &rules)
{
    const bool isCredit = paidSums(receipt).voucher.isPositive() && !rules.backAsCash;
    if (isCredit && request.refundTo && request.refundTo->kind != TenderKind::GiftCard)
        return refuse(Code::BadInput, {{u"problem"_s, u"what a voucher paid goes back as a credit"_s}});
    if (lacksGiftCard(tenders) || (!request.credit.isNull() && !isGiftCard(request.credit)))
        return refuse(Code::BadInput, {{u"problem"_s, u"a credit names its gift card"_s}});
    return {};
}

/// Whose the goods were, with the points that go with what comes back for \a total.
std::optional<SaleCustomer> takenBackFrom(const ReturnableReceipt &receipt, Money total)
{
    if (!receipt.customer)
        return std::nullopt;
    Money worth = Money::zero(receipt.currency);
    Money before = worth;
    for (const ReturnableLine &line : receipt.lines) {
        worth += line.gross;
        if (!line.isLoad)
            before += line.gross - line.leftGross;
    }
    SaleCustomer customer = *receipt.customer;
    customer.points = pointsTakenBack(customer.points, worth, before, total);
    return customer;
}

} // namespace

Result<Return> CompleteReturn::run(const ReturnRequest &request)
{
    if (request.lines.empty())
        return refuse(Code::NothingToReturn);
    if (auto checked = checkRefund(request.refundTo.value_or(RefundTo())); !checked)
        return tl::unexpected(checked.error());
    return m_ledger.transact([&](Ledger::Transaction &tx) -> Result<Return> {
        const auto shift = shiftFor(request.id, tx.database());
        if (!shift)
            return tl::unexpected(shift.error());
        auto receipt = ReceiptLookup(m_replica, tx.database(), m_config).find(request.of);
        if (!receipt)
            return tl::unexpected(receipt.error());
        if (receipt->currency != shift->currency)
            return refuse(
                Code::BadInput, {{u"problem"_s, u"the receipt is in %1"_s.arg(receipt->currency.code())}});
        const ReturnableReceipt before = *receipt;
        Return draft;
        draft.id = request.id;
        draft.of = {receipt->number, receipt->sale};
        draft.shift = shift->id;
        draft.businessDate = shift->businessDate;
        draft.taxMode = m_config.tax.mode;
        if (auto taken = takeAll(*receipt, request.lines, draft.lines); !taken)
            return tl::unexpected(taken.error());
        if (auto taken = takeAll(*receipt, depositsWith(before, request.lines), draft.lines); !taken)
            return tl::unexpected(taken.error());
        draft.taxes = taxesOf(draft.lines);
        draft.total = totalOf(draft.lines, shift->currency);
        draft.tenders = refund(before, draft.total, request.refundTo, m_config.refundOrder, m_config.country,
            {m_config.vouchers.backAsCash, request.credit});
        if (auto checked = checkVouchersBack(before, request, draft.tenders, m_config.vouchers); !checked)
            return tl::unexpected(checked.error());
        draft.customer = takenBackFrom(before, draft.total);
        return bookReturn(tx, draft, m_config, request.approval);
    });
}

} // namespace evertill
