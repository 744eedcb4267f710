#pragma once

#include "core/gs1/lint/flaw.h"

/// Dates and times as application identifiers write them. Two-digit years are of this century here, which
/// decides leap years alone; which century is meant is for fullDate() in gs1/dates.h.
namespace evertill::gs1 {

[[nodiscard]] Verdict date(std::string_view yymmdd);
/// Day 00 stands for the whole month.
[[nodiscard]] Verdict dateOrMonth(std::string_view yymmd0);
[[nodiscard]] Verdict longDate(std::string_view yyyymmdd);
[[nodiscard]] Verdict longDateOrMonth(std::string_view yyyymmd0);
[[nodiscard]] Verdict hours(std::string_view hh);
[[nodiscard]] Verdict minutes(std::string_view mi);
[[nodiscard]] Verdict seconds(std::string_view ss);
[[nodiscard]] Verdict hoursAndMinutes(std::string_view hhmi);

} // namespace evertill::gs1
