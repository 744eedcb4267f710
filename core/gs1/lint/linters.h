#pragma once

#include "core/gs1/lint/flaw.h"

namespace evertill::gs1 {

/// Checks one component of an application identifier's value.
using Linter = Verdict (*)(std::string_view value);

/// The check that GS1's Barcode Syntax Dictionary calls \a name: "csum", "yymmd0", "couponcode", …; null
/// where it knows none such.
[[nodiscard]] Linter linterNamed(std::string_view name);

} // namespace evertill::gs1
