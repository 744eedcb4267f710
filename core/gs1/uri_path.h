#pragma once

#include "core/gs1/ai_table.h"

#include <optional>
#include <span>
#include <string>

/// The rules of a Digital Link URI that reading and writing share.
namespace evertill::gs1 {

/// Whether \a ais, the key first, may follow each other in a path: qualifiers in one of the key's orders, any
/// left out.
[[nodiscard]] bool isPath(std::span<const std::string> ais);

/// Percent-encoded where it is not unreserved (RFC 3986, 2.3).
[[nodiscard]] std::string percentEncode(std::string_view value);
/// Nothing where a NUL hides in \a text. A "%" before anything but two hexadecimal digits stands for itself;
/// "+" is a space in a query.
[[nodiscard]] std::optional<std::string> percentDecode(std::string_view text, bool isQuery);

} // namespace evertill::gs1
