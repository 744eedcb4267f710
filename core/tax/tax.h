#pragma once

#include "core/base/money.h"
#include "core/tax/tax_policy.h"

#include <QString>

#include <span>
#include <vector>

namespace evertill {

/// What is taxed at \a rate: the amount after every discount, gross where the policy is inclusive and net
/// where it is exclusive.
struct TaxableLine {
    Money amount;
    QString code;
    Percentage rate;
};

/// gross = net + tax.
struct LineTax {
    Money net;
    Money tax;
    Money gross;
    friend bool operator==(const LineTax &, const LineTax &) = default;
};

/// What a receipt owes under one tax code and rate.
struct TaxTotal {
    QString code;
    Percentage rate;
    Money net;
    Money tax;
    friend bool operator==(const TaxTotal &, const TaxTotal &) = default;
};

/// lines in the order given; totals in the order in which the codes first appear; total = Σ gross.
/// Σ tax of a code's lines = its total's tax, and the same for net, in every mode.
struct Taxes {
    std::vector<LineTax> lines;
    std::vector<TaxTotal> totals;
    Money total;
    /// Of each line, the tax that its price holds and nobody pays; empty where nobody is exempt.
    std::vector<Money> exempted = {};
};

/// Taxes of \a lines, all of them in \a currency. Rounded per line, or once per code and rate over the sum of
/// its lines; then each line gets its exact share cut to the minor unit, and the cents that are over go to
/// the largest remainders, the earlier first.
[[nodiscard]] Taxes computeTaxes(
    std::span<const TaxableLine> lines, Currency currency, const TaxPolicy &policy);

/// \a taxes of a buyer who owes none: each line is paid without its tax, whether the price holds it or not,
/// and stands under its code at no rate.
[[nodiscard]] Taxes withoutTax(Taxes taxes, const TaxPolicy &policy);

} // namespace evertill
