#pragma once

#include "core/base/result.h"
#include "core/pricing/model/priced_basket.h"

namespace evertill {

/// A line's price before any discount.
struct FoundPrice {
    UnitPrice price;
    PriceSource source;
    PriceMode mode = PriceMode::Inclusive;
    bool isMarkedDown = false;
    Fraction exact; ///< price × quantity
    std::int64_t amount = 0; ///< of the line, rounded half up
};

/// The price of each line of \a basket. An override wins; then the label's amount; then a typed-in price;
/// then the price lists of the sale's currency that are for this occasion: the list with the highest priority
/// that has the product in the line's unit, at the highest quantity break that the basket's lines of that
/// product reach together; of equal lists the lower price. Then the line's own price. Refuses BadInput where
/// none has a price, BadAmount where a line or all of them cost too much.
[[nodiscard]] Result<std::vector<FoundPrice>> findPrices(const Basket &basket);

} // namespace evertill
