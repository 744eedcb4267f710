#pragma once

#include "core/base/percentage.h"
#include "core/tax/fraction.h"

#include <QString>

namespace evertill {

enum class TaxKind {
    Percent, ///< of the base: 19 % on 10.00 is 1.90
    FixedPerUnit, ///< an amount for each unit sold: 0.25 for a bag, 1.00 a litre
    ShareOfGross, ///< of what is paid with the tax in it (Brazil): 20 % on 80.00 is 20.00
};

enum class TaxTreatment {
    Standard,
    Exempt, ///< nothing is charged, by the buyer's certificate; a price that holds the tax is paid without it
    ReverseCharge, ///< the buyer owes it to the state: reckoned and shown, never charged, in no price
};

/// One tax as it meets one line. A line has several, in the order in which they are reckoned.
struct TaxRate {
    QString id;
    QString label; ///< how the receipt's summary names it; rates of one label are one row there
    TaxKind kind = TaxKind::Percent;
    Percentage rate; ///< Percent, ShareOfGross; may be negative (withheld)
    Fraction amount; ///< FixedPerUnit: minor units for one unit
    bool isIncluded = false; ///< the price holds it already
    bool raisesLater = false; ///< the taxes after it are reckoned on a base that holds this one (compound)
    bool isRaisedByEarlier = true; ///< whether it is reckoned on such earlier taxes as well
    TaxTreatment treatment = TaxTreatment::Standard;

    friend bool operator==(const TaxRate &, const TaxRate &) = default;
};

} // namespace evertill
