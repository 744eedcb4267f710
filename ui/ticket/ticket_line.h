#pragma once

#include "core/catalog/catalog.h"
#include "core/sale/cart.h"

namespace evertill {

/// \a product as a line of the ticket: one unit of it, at the price and with the taxes of \a today.
[[nodiscard]] CartLine ticketLine(const Product &product, QDate today);

/// What was found under a code, as a line of the ticket with the price or weight that the code itself says.
/// On \a today its two-digit years are read, too.
[[nodiscard]] CartLine ticketLine(const FoundProduct &found, QDate today);

/// \a line with what comes along with each unit of it \a today.
[[nodiscard]] CartLine withDeposit(CartLine line, const std::optional<ProductDeposit> &deposit, QDate today);

/// Whether \a found can only be sold once its weight or length is known.
[[nodiscard]] bool needsMeasure(const FoundProduct &found);
[[nodiscard]] bool needsMeasure(const Product &product);

} // namespace evertill
