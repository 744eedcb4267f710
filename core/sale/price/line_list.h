#pragma once

#include "core/base/json_fields.h"
#include "core/base/json_writer.h"
#include "core/base/money.h"
#include "core/base/quantity.h"

#include <optional>

namespace evertill {

/// A unit price came from one of the shop's price lists.
struct LineList {
    QString list; ///< its id
    Quantity from; ///< of the product on the ticket, from which on it counts
    Money was; ///< the product's own price for one unit
    friend bool operator==(const LineList &, const LineList &) = default;
};

/// Writes the contract's `price_list` of a line, with its key; nothing where there is none.
void writeLineList(JsonWriter &writer, const std::optional<LineList> &list);
/// Nothing where the line has none; a bad one is noted in \a fields.
[[nodiscard]] std::optional<LineList> readLineList(JsonFields &fields, Currency currency);

} // namespace evertill
