#pragma once

#include "core/pricing/model/basket.h"
#include "core/replica/price_list/price_list_row.h"
#include "core/sale/cart.h"
#include "core/till/till_config.h"

namespace evertill {

/// Of \a rows those that a till of \a config can sell by, each with its prices by sku. A list in another
/// currency or tax mode than the shop's, with prices finer than the minor unit, or that can't be read, is set
/// aside and named in the log.
[[nodiscard]] std::vector<PriceList> sellingLists(
    const std::vector<PriceListRow> &rows, const TillConfig &config);

/// What \a lists, as sellingLists() gives them, say of the goods of \a cart, so that a ticket's price does
/// not cost the length of the lists.
[[nodiscard]] std::vector<PriceList> listsFor(const Cart &cart, const std::vector<PriceList> &lists);

} // namespace evertill
