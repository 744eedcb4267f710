#pragma once

#include "core/gs1/lint/flaw.h"

/// Which characters may stand in a value (GS1 General Specifications, 7.11). Each points at the first that
/// may not.
namespace evertill::gs1 {

/// "GS1 AI encodable character set 82": an invariant subset of ISO/IEC 646.
[[nodiscard]] Verdict characterSet82(std::string_view value);
/// "GS1 AI encodable character set 39", for component and part identifiers.
[[nodiscard]] Verdict characterSet39(std::string_view value);
/// "GS1 AI encodable character set 64": base64 safe in URIs, whose padding may be left away but not wrong.
[[nodiscard]] Verdict characterSet64(std::string_view value);
/// Where a character of \a value has its rank in set 82; -1: it has none.
[[nodiscard]] int rankInSet82(char c);

[[nodiscard]] Verdict onlyHyphens(std::string_view value);
[[nodiscard]] Verdict hasNonDigit(std::string_view value);
/// One of the 64 importers that a facility can name (EU 2018/574).
[[nodiscard]] Verdict importerIndex(std::string_view value);
/// Percent signs only before two hexadecimal digits.
[[nodiscard]] Verdict percentEncoded(std::string_view value);

} // namespace evertill::gs1
