#pragma once

#include "core/tax/tax_rate.h"

#include <optional>
#include <span>
#include <vector>

namespace evertill {

/// What one tax of a chain comes to, before its treatment says whether it is charged.
struct ChainTax {
    Fraction base;
    Fraction tax;
};

/// The amount without the taxes that it holds, and the taxes in the order of the rates given.
struct TaxChain {
    Fraction net;
    std::vector<ChainTax> taxes;
};

/// Whether the priced amount holds this tax. Under reverse charge none does.
[[nodiscard]] inline bool isInPrice(const TaxRate &rate)
{
    return rate.isIncluded && rate.treatment != TaxTreatment::ReverseCharge;
}

/// Reckons \a rates on \a amount, which is \a units of goods as priced: it holds the included taxes and lacks
/// the others. Neighbours of one kind that do not raise one another share a base, so that two included taxes
/// of 6 % take 12/112 together. With \a roundEach each tax is rounded where it arises, and later ones are
/// reckoned on the rounded (rounding per line); without, nothing is rounded. At most kMostRates rates.
[[nodiscard]] TaxChain reckonTaxes(
    Fraction amount, Fraction units, std::span<const TaxRate> rates, std::optional<Rounding> roundEach);

inline constexpr std::size_t kMostRates = 16;

} // namespace evertill
