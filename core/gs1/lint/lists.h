#pragma once

#include "core/gs1/lint/flaw.h"

/// Values that must be one of a list.
namespace evertill::gs1 {

[[nodiscard]] Verdict country(std::string_view value);
/// ISO 3166-1 numeric, or 999 for more than one country.
[[nodiscard]] Verdict countryOr999(std::string_view value);
[[nodiscard]] Verdict countryLetters(std::string_view value);
[[nodiscard]] Verdict currency(std::string_view value);
/// ISO/IEC 5218: 0, 1, 2 or 9.
[[nodiscard]] Verdict sex(std::string_view value);
/// "AIDC media type": those that ICCBBA has assigned, 01 to 10, and 80 to 99 for national use.
[[nodiscard]] Verdict mediaType(std::string_view value);
[[nodiscard]] Verdict packageType(std::string_view value);
[[nodiscard]] Verdict yesOrNo(std::string_view value);
/// 0 face out, 1 face in, 9 undefined.
[[nodiscard]] Verdict windingDirection(std::string_view value);

} // namespace evertill::gs1
