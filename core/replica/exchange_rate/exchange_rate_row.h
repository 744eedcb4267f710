#pragma once

#include "core/base/clock.h"

#include <QString>

namespace evertill {

/// What one of a foreign currency is worth in the shop's own, from when on.
struct ExchangeRateRow {
    QString exchangeRate; ///< what the OMS calls it
    QString currency; ///< ISO 4217
    QString rate; ///< "0.92", as ExchangeRate reads it; empty: set aside, it says nothing
    Instant from;
    friend bool operator==(const ExchangeRateRow &, const ExchangeRateRow &) = default;
};

} // namespace evertill
