#pragma once

#include "core/gs1/lint/flaw.h"

/// Numbers with a rule of their own.
namespace evertill::gs1 {

[[nodiscard]] Verdict onlyZeros(std::string_view value);
[[nodiscard]] Verdict nonZero(std::string_view value);
[[nodiscard]] Verdict noZeroPrefix(std::string_view value);
/// "0203": the second piece of three; both halves equally long, from 1, the piece within the total.
[[nodiscard]] Verdict pieceOfTotal(std::string_view value);
/// "2/3": from 1, the position within the end, no leading zeros.
[[nodiscard]] Verdict positionInSequence(std::string_view value);
/// Ten digits: degrees times 10^7, plus 90 or 180 of them, up to 180 and 360.
[[nodiscard]] Verdict latitude(std::string_view value);
[[nodiscard]] Verdict longitude(std::string_view value);

} // namespace evertill::gs1
