#pragma once

#include "core/base/json_fields.h"
#include "core/base/json_writer.h"
#include "core/base/money.h"
#include "core/base/quantity.h"

#include <optional>

namespace evertill {

/// A unit price came from one of the shop's price lists.
struct LinePriceList {
    QString list; ///< its id
    Quantity from; ///< of the product on the ticket, from which on it counts
    Money was; ///< the product's own price for one unit
    friend bool operator==(const LinePriceList &, const LinePriceList &) = default;
};

/// Writes the contract's `price_list` of a line, with its key; nothing where there is none.
void writeLinePriceList(JsonWriter &writer, const std::optional<LinePriceList> &list);
/// Nothing where the line has none; a bad one is noted in \a fields.
[[nodiscard]] std::optional<LinePriceList> readLinePriceList(JsonFields &fields, Currency currency);

} // namespace evertill
