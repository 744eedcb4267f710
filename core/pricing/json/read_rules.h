#pragma once

#include "core/pricing/json/strict_fields.h"

namespace evertill {

/// Parts of a basket, each from its own object.
[[nodiscard]] Audience readAudience(StrictFields &fields);
[[nodiscard]] Promotion readPromotion(StrictFields &fields);
[[nodiscard]] PriceList readPriceList(StrictFields &fields, Currency currency);
[[nodiscard]] TaxSetting readTaxes(StrictFields &fields);

} // namespace evertill
