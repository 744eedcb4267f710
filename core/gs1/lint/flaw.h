#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace evertill::gs1 {

/// What is wrong with a value, and where in it.
struct Flaw {
    std::size_t at = 0; ///< bytes from its beginning
    std::size_t length = 0; ///< how many are wrong; 0: something is missing there
    std::string problem; ///< English, for a log: "the check digit is wrong"
    friend bool operator==(const Flaw &, const Flaw &) = default;
};

/// Nothing where a value is right.
using Verdict = std::optional<Flaw>;

[[nodiscard]] constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// The first byte of \a value that is no digit.
[[nodiscard]] Verdict onlyDigits(std::string_view value);

} // namespace evertill::gs1
