#pragma once

#include "core/base/rounding.h"

namespace evertill {

/// Whether prices contain the tax (Europe) or have it added (North America).
enum class TaxMode { Inclusive, Exclusive };
/// Where tax is rounded: on each line, or once per rate on the whole receipt.
enum class TaxRounding { Line, Document };

/// How a shop reckons its taxes; the OMS says it at enrolment.
struct TaxPolicy {
    TaxMode mode = TaxMode::Inclusive;
    TaxRounding rounding = TaxRounding::Line;
    Rounding how = Rounding::HalfUp;

    friend bool operator==(const TaxPolicy &, const TaxPolicy &) = default;
};

} // namespace evertill
