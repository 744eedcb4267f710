#pragma once

#include "core/base/quantity.h"
#include "core/gs1/element.h"

#include <QDate>

namespace evertill::gs1 {

/// How much of a variable-measure item there is.
struct Measure {
    enum Unit { Kilogram, Litre, Metre, SquareMetre };
    Unit unit = Kilogram;
    Quantity quantity; ///< of that unit
    friend bool operator==(const Measure &, const Measure &) = default;
};

/// A decimal number as a code writes it: 1299 with two decimals is 12.99.
struct DecimalAmount {
    std::int64_t digits = 0;
    int decimals = 0;
    QString currency; ///< ISO 4217, numeric; empty: the local one
    friend bool operator==(const DecimalAmount &, const DecimalAmount &) = default;
};

/// What a GS1 code says of the goods it stands on. Dates are as the code has them, yymmdd with day 00 for the
/// whole month; empty: none. fullDate() tells which day is meant.
struct TradeItem {
    QString gtin; ///< 14 digits, AI (01) or (03); empty: it names no trade item
    QString lot;
    QString serial;
    QString produced;
    QString packed;
    QString bestBefore; ///< a promise of quality: selling goes on after it
    QString sellBy; ///< the last day on which the maker lets it be sold
    QString expires; ///< use by, (17) or (7003): the last day on which it may be sold at all
    std::optional<Measure> measure;
    std::optional<std::int64_t> count; ///< AI (30)
    std::optional<DecimalAmount> price; ///< what this piece costs, AI (392n) or (393n)
    friend bool operator==(const TradeItem &, const TradeItem &) = default;
};

[[nodiscard]] TradeItem tradeItemOf(std::span<const Element> elements);

/// The day that \a yymmdd means to somebody who reads it on \a today: of the century that brings it within 49
/// years back and 50 ahead (GS1 General Specifications, 7.12); day 00 is the last of the month. Invalid where
/// it is no date.
[[nodiscard]] QDate fullDate(const QString &yymmdd, QDate today);

} // namespace evertill::gs1
