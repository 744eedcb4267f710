#include "core/tax/tax.h"

#include "core/tax/local_tax_provider.h"

#include <algorithm>

namespace evertill {
namespace {

/// One rate a line; a code that changed its rate counts as two.
TaxQuestion questionOf(std::span<const TaxableLine> lines, Currency currency, const TaxPolicy &policy)
{
    TaxQuestion question;
    question.currency = currency;
    question.scope = policy.rounding == TaxRounding::Line ? TaxScope::Line : TaxScope::Document;
    question.how = policy.how;
    question.lines.reserve(lines.size());
    for (const TaxableLine &line : lines) {
        TaxRate rate;
        rate.id = line.code;
        rate.rate = line.rate;
        rate.isIncluded = policy.mode == TaxMode::Inclusive;
        question.lines.push_back(
            {Fraction::of(line.amount.minor()), line.amount.minor(), Quantity::pieces(1), {std::move(rate)}});
    }
    return question;
}

TaxTotal &totalOf(Taxes &taxes, const TaxableLine &line, Currency currency)
{
    auto total = std::find_if(taxes.totals.begin(), taxes.totals.end(),
        [&](const TaxTotal &known) { return known.rate == line.rate && known.code == line.code; });
    if (total == taxes.totals.end())
        total =
            taxes.totals.insert(total, {line.code, line.rate, Money::zero(currency), Money::zero(currency)});
    return *total;
}

} // namespace

Taxes computeTaxes(std::span<const TaxableLine> lines, Currency currency, const TaxPolicy &policy)
{
    // It refuses only more taxes on a line than one.
    const TaxAnswer answer = LocalTaxProvider().answer(questionOf(lines, currency, policy)).value();
    Taxes result;
    result.total = Money::zero(currency);
    result.lines.reserve(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Money net = Money::minor(answer.lines[i].net, currency);
        const Money gross = Money::minor(answer.lines[i].gross, currency);
        result.lines.push_back({net, gross - net, gross});
        TaxTotal &total = totalOf(result, lines[i], currency);
        total.net += net;
        total.tax += gross - net;
        result.total += gross;
    }
    return result;
}

Taxes withoutTax(Taxes taxes, const TaxPolicy &policy)
{
    for (LineTax &line : taxes.lines) {
        const Money none = Money::zero(line.tax.currency());
        taxes.exempted.push_back(policy.mode == TaxMode::Inclusive ? line.tax : none);
        taxes.total -= line.tax;
        line.tax = none;
        line.gross = line.net;
    }
    std::vector<TaxTotal> totals;
    for (const TaxTotal &total : taxes.totals) {
        const auto known = std::find_if(
            totals.begin(), totals.end(), [&](const TaxTotal &other) { return other.code == total.code; });
        if (known != totals.end())
            known->net += total.net;
        else
            totals.push_back({total.code, {}, total.net, Money::zero(total.net.currency())});
    }
    taxes.totals = std::move(totals);
    return taxes;
}

} // namespace evertill
