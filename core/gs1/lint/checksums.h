#pragma once

#include "core/gs1/lint/flaw.h"

/// Check digits and characters (GS1 General Specifications, 7.9; ISO 13616 for the IBAN).
namespace evertill::gs1 {

/// The last digit checks those before it: weights 3, 1, 3, … from the right.
[[nodiscard]] Verdict checkDigit(std::string_view value);
/// The digit that belongs after \a digits.
[[nodiscard]] int checkDigitFor(std::string_view digits);
/// The last two characters check those before them: prime weights, modulo 1021.
[[nodiscard]] Verdict checkCharacterPair(std::string_view value);
/// The pair that belongs after \a value, at most 97 characters of set 82.
[[nodiscard]] std::string checkCharactersFor(std::string_view value);
[[nodiscard]] Verdict iban(std::string_view value);
/// A GS1 company prefix has at least four digits: from the first position, or from the second.
[[nodiscard]] Verdict companyPrefixAtStart(std::string_view value);
[[nodiscard]] Verdict companyPrefixAfterFirst(std::string_view value);

} // namespace evertill::gs1
