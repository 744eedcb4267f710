#pragma once

#include "core/journal/event.h"
#include "core/sale/sale.h"

namespace evertill {

/// The fact sale.completed, version 1.
[[nodiscard]] Fact saleCompleted(const Sale &sale);
/// The sale that \a event tells of. Refuses BadInput{problem} where the payload is not what the contract
/// says.
[[nodiscard]] Result<Sale> saleFrom(const Event &event);

/// The contract's list of taxes; sales and returns write it alike.
/// The contract's `tax_mode`, the same for both.
void writeTaxMode(JsonWriter &writer, TaxMode mode);
[[nodiscard]] TaxMode readTaxMode(JsonFields &fields);

} // namespace evertill
