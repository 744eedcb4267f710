#pragma once

#include "core/catalog/product.h"

namespace evertill {

/// What \a code prints of price, measure and count, in \a product's own unit and the shop's \a currency. What
/// has no meaning there (a weight on goods sold by the piece) is left away. Refuses MalformedCode (code, ai,
/// at, length, problem) for a price in another currency, or finer than the currency's own units.
[[nodiscard]] Result<FoundProduct> withLabel(Product product, const ScannedCode &code, Currency currency);

/// \a amount in the units of \a currency; nothing where it is of another, is finer, or is beyond all sense.
[[nodiscard]] std::optional<Money> priceIn(const gs1::DecimalAmount &amount, Currency currency);

} // namespace evertill
