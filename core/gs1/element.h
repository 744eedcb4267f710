#pragma once

#include "core/base/result.h"
#include "core/gs1/lint/flaw.h"

#include <span>
#include <vector>

namespace evertill::gs1 {

/// One application identifier with its value.
struct Element {
    std::string ai;
    std::string value;
    friend bool operator==(const Element &, const Element &) = default;
};

using Elements = std::vector<Element>;

/// The value of \a ai; null where it is not there.
[[nodiscard]] const std::string *valueOf(std::span<const Element> elements, std::string_view ai);

/// "(01)09520123456788(10)ABC": a bracket inside a value is written "\(".
[[nodiscard]] std::string bracketed(std::span<const Element> elements);
/// "0109520123456788" and on, \a separator only where a value needs it: GS as scanners send it, or "^".
[[nodiscard]] std::string elementString(std::span<const Element> elements, char separator = '\x1d');

/// MalformedCode: \a flaw of AI \a ai, counted from the beginning of its value; without an AI from that of
/// the data.
[[nodiscard]] tl::unexpected<Refusal> malformed(const Flaw &flaw, std::string_view ai = {});

} // namespace evertill::gs1
