#pragma once

#include "core/base/currency.h"
#include "core/base/money.h"

namespace evertill {

/// How cash is rounded somewhere: to steps of stepMinor, by \a how. source says who laid it down.
struct CashRounding {
    std::int64_t stepMinor = 1;
    Rounding how = Rounding::HalfUp;
    const char *source = "every coin exists";

    [[nodiscard]] Money round(Money amount) const { return amount.roundedTo(stepMinor, how); }
};

/// The rule for \a currency in \a country (ISO 3166 alpha-2; may be empty). The euro has one cent and two
/// cent coins, but some of its countries round by law or custom; elsewhere the currency alone decides.
[[nodiscard]] CashRounding cashRoundingFor(Currency currency, QStringView country);

} // namespace evertill
