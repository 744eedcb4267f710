#include "core/tax/tax.h"

#include "core/tax/local_tax_provider.h"
#include "core/tax/tax_chain.h"

#include <algorithm>

namespace evertill {
namespace {

/// Lets the taxes by the unit go that would leave less than nothing of the price, before any rounding.
void dropWhatNoPriceHolds(std::vector<TaxRate> &rates, const TaxableLine &line)
{
    if (line.tax.parts.empty())
        return;
    const Fraction units = Fraction::of(line.quantity.thousandths(), 1000);
    if (!reckonTaxes(Fraction::of(line.amount.minor()), units, rates, std::nullopt).net.isNegative())
        return;
    for (TaxRate &rate : rates)
        rate.amount = Fraction();
}

TaxQuestion questionOf(std::span<const TaxableLine> lines, Currency currency, const TaxPolicy &policy)
{
    TaxQuestion question;
    question.currency = currency;
    question.scope = policy.rounding == TaxRounding::Line ? TaxScope::Line : TaxScope::Document;
    question.how = policy.how;
    question.lines.reserve(lines.size());
    for (const TaxableLine &line : lines) {
        std::vector<TaxRate> rates = line.tax.rates();
        for (TaxRate &rate : rates)
            rate.isIncluded = policy.mode == TaxMode::Inclusive;
        dropWhatNoPriceHolds(rates, line);
        question.lines.push_back(
            {Fraction::of(line.amount.minor()), line.amount.minor(), line.quantity, std::move(rates)});
    }
    return question;
}

LineTax lineTax(const TaxableLine &line, const TaxAnswerLine &answer, Currency currency)
{
    const Money net = Money::minor(answer.net, currency);
    const Money gross = Money::minor(answer.gross, currency);
    LineTax taxed{net, gross - net, gross, {}};
    for (std::size_t i = 0; i < line.tax.parts.size(); ++i) {
        const TaxPart &part = line.tax.parts[i];
        const TaxOnLine &tax = answer.taxes[i];
        taxed.parts.push_back(
            {part.code, part.rate, Money::minor(std::max<std::int64_t>(tax.base, 0), currency),
                Money::minor(tax.charged, currency)});
    }
    return taxed;
}

} // namespace

Taxes computeTaxes(std::span<const TaxableLine> lines, Currency currency, const TaxPolicy &policy)
{
    // Its rates and parts have been checked: it refuses only more taxes on a line than those.
    const TaxAnswer answer = LocalTaxProvider().answer(questionOf(lines, currency, policy)).value();
    Taxes result;
    result.total = Money::zero(currency);
    result.lines.reserve(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        result.lines.push_back(lineTax(lines[i], answer.lines[i], currency));
        const LineTax &line = result.lines.back();
        if (lines[i].tax.parts.empty())
            addTo(result.totals, {lines[i].tax.code, lines[i].tax.rate, line.net, line.tax});
        for (const TaxTotal &part : line.parts)
            addTo(result.totals, part);
        result.total += line.gross;
    }
    return result;
}

Taxes withoutTax(Taxes taxes, std::span<const TaxableLine> lines, const TaxPolicy &policy)
{
    taxes.totals.clear();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        LineTax &line = taxes.lines[i];
        const Money none = Money::zero(line.tax.currency());
        taxes.exempted.push_back(policy.mode == TaxMode::Inclusive ? line.tax : none);
        taxes.total -= line.tax;
        line = {line.net, none, line.net, {}};
        addTo(taxes.totals, {lines[i].tax.code, {}, line.net, none});
    }
    return taxes;
}

} // namespace evertill
