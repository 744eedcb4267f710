#pragma once

#include "core/base/quantity.h"
#include "core/tax/goods_tax.h"
#include "core/tax/tax_policy.h"
#include "core/tax/tax_total.h"

namespace evertill {

/// What is taxed, and how: the amount after every discount, gross where the policy is inclusive and net where
/// it is exclusive.
struct TaxableLine {
    Money amount;
    GoodsTax tax;
    Quantity quantity = Quantity::pieces(1); ///< for taxes by the unit
};

/// gross = net + tax.
struct LineTax {
    Money net;
    Money tax;
    Money gross;
    std::vector<TaxTotal> parts = {}; ///< with goods that bear several; Σ tax = tax
    friend bool operator==(const LineTax &, const LineTax &) = default;
};

/// lines in the order given; totals in the order in which the codes first appear; total = Σ gross.
/// Σ tax of a code's lines = its total's tax, and the same for net, in every mode; a line of parts stands
/// under each of their codes.
struct Taxes {
    std::vector<LineTax> lines;
    std::vector<TaxTotal> totals;
    Money total;
    /// Of each line, the tax that its price holds and nobody pays; empty where nobody is exempt.
    std::vector<Money> exempted = {};
};

/// Taxes of \a lines, all of them in \a currency. Rounded per line, or once per code and rate over the sum of
/// its lines; then each line gets its exact share cut to the minor unit, and the cents that are over go to
/// the largest remainders, as LocalTaxProvider says. Where a price holds taxes by the unit that are more than
/// it is, its other taxes alone are reckoned: nothing is sold for less than its tax.
[[nodiscard]] Taxes computeTaxes(
    std::span<const TaxableLine> lines, Currency currency, const TaxPolicy &policy);

/// \a taxes of a buyer who owes none: each line is paid without its tax, whether the price holds it or not,
/// and stands under its code at no rate. They are those of \a lines.
[[nodiscard]] Taxes withoutTax(Taxes taxes, std::span<const TaxableLine> lines, const TaxPolicy &policy);

} // namespace evertill
