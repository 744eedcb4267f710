#pragma once

#include "core/receipt/receipt_builder.h"

namespace evertill::test {

/// A shop in Zürich.
[[nodiscard]] TillConfig sampleTill();
/// Two pieces with a discount and a wedge of cheese, paid by card and cash, at 14:02 in Zürich.
[[nodiscard]] Sale sampleSale();
/// One of the pieces, back.
[[nodiscard]] Return sampleReturn();

} // namespace evertill::test
