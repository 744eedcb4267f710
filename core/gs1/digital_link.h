#pragma once

#include "core/gs1/element.h"

namespace evertill::gs1 {

/// How leniently a Digital Link URI is read.
struct UriReading {
    /// Takes a GTIN-8, -12 or -13 for the GTIN-14 that the standard asks for: early labels have them.
    bool takesShortGtins = false;
};

/// Whether \a text means to be a web address: it begins with http:// or https://, all small or all capitals.
[[nodiscard]] bool isWebAddress(std::string_view text);

/// What an uncompressed GS1 Digital Link URI says, path before query, each value checked by itself (GS1
/// Digital Link Standard: URI Syntax, 4 and 5). Refuses MalformedCode (ai, at, length, problem), also for
/// other web addresses.
[[nodiscard]] Result<Elements> readDigitalLink(std::string_view uri, UriReading reading = {});

/// The Digital Link URI of \a elements: the first key among them with the qualifiers that belong to it in the
/// path; the rest in the query, fixed lengths first. Refuses MalformedCode: no key, or an AI that can't be an
/// attribute.
[[nodiscard]] Result<std::string> digitalLink(
    std::span<const Element> elements, std::string_view stem = "https://id.gs1.org");

} // namespace evertill::gs1
