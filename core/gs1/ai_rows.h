#pragma once

#include <array>
#include <cstddef>

namespace evertill::gs1 {

/// One line of GS1's table of application identifiers, in its own notation.
struct AiRow {
    const char *ai; ///< "01", or a range: "3100-3105"
    const char
        *flags; ///< "*" fixed length, no separator needed; "?" may be an attribute of a Digital Link URI
    const char *components; ///< "N13,csum,gcppos1 [X..17]"
    const char *attributes; ///< "ex=01,03 req=37 dlpkey=22,10,21|235"
    const char *title;
};

constexpr std::size_t kAiRows = 224;
extern const std::array<AiRow, kAiRows> aiRows;

} // namespace evertill::gs1
