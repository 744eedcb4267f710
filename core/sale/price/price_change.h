#pragma once

#include "core/base/json_fields.h"
#include "core/base/json_writer.h"
#include "core/base/money.h"
#include "core/base/result.h"

#include <optional>

namespace evertill {

/// A unit price was set by hand in place of the shop's own.
struct PriceChange {
    static constexpr qsizetype kLongestReason = 200;

    Money was; ///< what the shop asks for one unit
    QString reason; ///< why, in words
    friend bool operator==(const PriceChange &, const PriceChange &) = default;
};

/// Whether a person may type \a price for one unit. Refuses BadAmount (minor): negative, or so much that a
/// code was read into the wrong field.
[[nodiscard]] Result<> checkTypedPrice(Money price);
/// The same of an open price, which is more than nothing.
[[nodiscard]] Result<> checkOpenPrice(Money price);
/// Refuses BadInput (problem) where \a reason is blank or beyond kLongestReason, BadAmount (minor) where what
/// it was can't be.
[[nodiscard]] Result<> checkPriceChange(const PriceChange &change);

/// Writes the contract's `price_change` of a line, with its key; nothing where there is none.
void writePriceChange(JsonWriter &writer, const std::optional<PriceChange> &change);
/// Nothing where the line has none; a bad one is noted in \a fields.
[[nodiscard]] std::optional<PriceChange> readPriceChange(JsonFields &fields, Currency currency);

} // namespace evertill
