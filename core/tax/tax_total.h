#pragma once

#include "core/base/json_fields.h"
#include "core/base/json_writer.h"
#include "core/base/money.h"
#include "core/base/percentage.h"

#include <span>
#include <vector>

namespace evertill {

/// What is owed under one tax code and rate, on a line or on a whole receipt. Taxes that raise one another
/// have bases (net) that overlap: the nets of several codes need not add up to what the goods cost.
struct TaxTotal {
    QString code;
    Percentage rate; ///< 0 where it is an amount for each unit
    Money net;
    Money tax;
    friend bool operator==(const TaxTotal &, const TaxTotal &) = default;
};

/// Adds \a more to its code and rate, or behind the others.
void addTo(std::vector<TaxTotal> &totals, const TaxTotal &more);
[[nodiscard]] Money taxIn(std::span<const TaxTotal> totals, Currency currency);

/// The contract's `taxes`, without their key.
void writeTaxes(JsonWriter &writer, std::span<const TaxTotal> taxes);
[[nodiscard]] std::vector<TaxTotal> readTaxes(JsonFields &fields, Currency currency);
/// The same as a text of its own, for a column; empty where there are none.
[[nodiscard]] QString taxesText(std::span<const TaxTotal> taxes);
[[nodiscard]] std::vector<TaxTotal> taxesIn(const QString &text, Currency currency);

/// The part of \a whole that is in its first \a tax (0 … Σ tax of whole) minor units, of a line whose first
/// \a refunded of \a gross were paid back. Grows with \a tax, code by code: parts of a line that go back one
/// after another add up, to the cent, and none is ever negative.
[[nodiscard]] std::vector<TaxTotal> taxesWithin(
    std::span<const TaxTotal> whole, Money tax, Money refunded, Money gross);

} // namespace evertill
