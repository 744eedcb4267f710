#pragma once

#include "core/sale/cart.h"
#include "core/store/database.h"

#include <QDate>

namespace evertill {

/// A line whose goods may not go out as they are, or not at their price.
struct GoodsStop {
    std::size_t line = 0; ///< in the cart
    Refusal refusal; ///< ExpiredGoods, RecalledGoods, SerialSold or PriceChanged
    friend bool operator==(const GoodsStop &, const GoodsStop &) = default;
};

/// What stands against selling \a line on the calendar day \a today, whichever day its shift was opened, in
/// this order: RecalledGoods (sku, name, lot), ExpiredGoods (sku, name, expires), SerialSold (sku, name,
/// serial, receipt) where \a soldOn names the receipt that the same piece is on, or is empty for the cart
/// itself, PriceChanged (sku, name, price, was). Pure.
[[nodiscard]] std::vector<Refusal> stopsOf(
    const CartLine &line, QDate today, const std::optional<QString> &soldOn);

/// The first of \a cart's lines that something stands against which nobody approved for this cart; nothing
/// where all of it may be sold. Of pieces sold it knows those that this till sold. On any connection to a
/// ledger file.
[[nodiscard]] std::optional<GoodsStop> firstStop(Database &ledger, const Cart &cart, QDate today);

} // namespace evertill
