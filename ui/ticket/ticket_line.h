#pragma once

#include "core/catalog/catalog.h"
#include "core/sale/cart.h"

namespace evertill {

/// \a product as a line of the ticket: one unit of it, at today's price.
[[nodiscard]] CartLine ticketLine(const Product &product);

/// What was found under a code, as a line of the ticket with the price or weight that the code itself says.
/// On \a today its two-digit years are read.
[[nodiscard]] CartLine ticketLine(const FoundProduct &found, QDate today);

/// \a line with what comes along with each unit of it.
[[nodiscard]] CartLine withDeposit(CartLine line, const std::optional<ProductDeposit> &deposit);

/// Whether \a found can only be sold once its weight or length is known.
[[nodiscard]] bool needsMeasure(const FoundProduct &found);
[[nodiscard]] bool needsMeasure(const Product &product);

} // namespace evertill
