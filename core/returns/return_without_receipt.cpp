#include "core/returns/return_without_receipt.h"

#include "core/returns/refund_tenders.h"
#include "core/returns/return_booking.h"

using namespace Qt::StringLiterals;

namespace evertill {
namespace {

// More than any shop gives for what has no receipt, and so small that no sum of lines overflows.
constexpr std::int64_t kLargestAmount = 10'000'000'000'000;

/// What is taxed of \a line. Refuses BadQuantity, BadAmount.
Result<TaxableLine> taxable(const UnreceiptedLine &line, Currency currency)
{
    if (auto checked = checkReturnedQuantity(line.quantity, line.unit); !checked)
        return tl::unexpected(checked.error());
    const evertill_int128 worth = evertill_int128(line.price.minor()) * line.quantity.thousandths() / 1000;
    if (line.price.isNegative() || worth > kLargestAmount || line.price.currency() != currency)
        return refuse(Code::BadAmount, {{u"minor"_s, qint64(line.price.minor())}});
    if (auto checked = checkTaxParts(line.taxParts); !checked)
        return tl::unexpected(checked.error());
    return TaxableLine{line.price.times(line.quantity, Rounding::HalfUp),
        {line.taxCode, line.taxRate, line.taxParts}, line.quantity};
}

} // namespace

Result<Return> ReturnWithoutReceipt::run(
    ReturnId id, const std::vector<UnreceiptedLine> &lines, const RefundTo &refundTo, const QString &approval)
{
    if (lines.empty())
        return refuse(Code::NothingToReturn);
    if (auto checked = checkRefund(refundTo); !checked)
        return tl::unexpected(checked.error());
    return m_ledger.transact([&](Ledger::Transaction &tx) -> Result<Return> {
        const auto shift = shiftFor(id, tx.database());
        if (!shift)
            return tl::unexpected(shift.error());
        std::vector<TaxableLine> amounts;
        for (const UnreceiptedLine &line : lines) {
            const auto amount = taxable(line, shift->currency);
            if (!amount)
                return tl::unexpected(amount.error());
            amounts.push_back(*amount);
        }
        const Taxes taxes = computeTaxes(amounts, shift->currency, m_config.tax);
        Return draft;
        draft.id = id;
        draft.shift = shift->id;
        draft.businessDate = shift->businessDate;
        draft.taxMode = m_config.tax.mode;
        draft.taxes = taxes.totals;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const UnreceiptedLine &line = lines[i];
            const LineTax &tax = taxes.lines[i];
            draft.lines.push_back(
                {int(i) + 1, std::nullopt, line.sku, line.name, line.unit, line.quantity, tax.net, tax.tax,
                    tax.gross, line.taxCode, line.taxRate, line.reason, line.disposition, false, tax.parts});
        }
        draft.total = totalOf(draft.lines, shift->currency);
        draft.tenders = refundBy(refundTo, draft.total, m_config.country);
        return bookReturn(tx, draft, m_config, approval);
    });
}

} // namespace evertill
