#pragma once

#include "core/gs1/element.h"

namespace evertill::gs1 {

/// More than any symbol holds: beyond it something is wrong with the scanner.
constexpr std::size_t kMostElements = 64;

/// Takes an element string apart, without the symbol's leading FNC1; each separator is GS (0x1d) or "^". One
/// too many behind a value of fixed length, or at the end, is harmless. Every value is checked by itself;
/// whether they may stand together is for checkAssociations(). Refuses MalformedCode (ai, at, length,
/// problem).
[[nodiscard]] Result<Elements> readElementString(std::string_view data);

/// The same for what people read and type: "(01)09520123456788(10)ABC".
[[nodiscard]] Result<Elements> readBracketed(std::string_view text);

/// Whether \a elements may stand in one code: those that ask for others, those that exclude each other, those
/// that are there twice with different values. Refuses MalformedCode (ai, problem).
[[nodiscard]] Result<> checkAssociations(std::span<const Element> elements);

} // namespace evertill::gs1
