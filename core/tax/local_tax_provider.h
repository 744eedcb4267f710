#pragma once

#include "core/tax/tax_provider.h"

namespace evertill {

/// The engine that always answers: exact arithmetic over the rates of each line. Rounded per piece, per line,
/// or once per rate over the document; then each line gets its exact share cut to the minor unit, and the
/// cents that are over go to the largest remainders, of equal ones to the largest tax, then to the earlier.
/// Where a price holds the tax, what is paid stays as priced and the net gives way; where the tax is added,
/// the net stays. A cent that would leave less than nothing of a price goes to another line of the same rate,
/// or to nobody. Refuses BadAmount: more than kMostRates taxes on one line.
class LocalTaxProvider final : public TaxProvider {
public:
    [[nodiscard]] Result<TaxAnswer> answer(const TaxQuestion &question) const override;
};

/// The rows of the receipt's tax summary: \a lines are the answers to \a question's.
[[nodiscard]] std::vector<TaxSummaryRow> summaryOf(
    const TaxQuestion &question, const std::vector<TaxAnswerLine> &lines);

} // namespace evertill
