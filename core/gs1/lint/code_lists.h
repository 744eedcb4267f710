#pragma once

#include <string_view>

/// Which codes are in the public lists that application identifiers refer to.
namespace evertill::gs1 {

/// ISO 3166-1, numeric: "276".
[[nodiscard]] bool isCountryNumber(std::string_view code);
/// ISO 3166-1, alpha-2: "DE".
[[nodiscard]] bool isCountryLetters(std::string_view code);
/// ISO 4217, numeric: "978".
[[nodiscard]] bool isCurrencyNumber(std::string_view code);
/// UN/ECE Recommendation 21 with GS1's additions: "BX".
[[nodiscard]] bool isPackageType(std::string_view code);

} // namespace evertill::gs1
