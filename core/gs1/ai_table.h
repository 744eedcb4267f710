#pragma once

#include "core/gs1/lint/linters.h"

#include <vector>

namespace evertill::gs1 {

/// One part of a value: "N13,csum,gcppos1".
struct AiComponent {
    std::size_t least = 0;
    std::size_t most = 0;
    bool isOptional = false;
    std::vector<Linter> checks; ///< its characters first
};

/// What GS1 says of one application identifier.
struct AiSpec {
    /// AIs, the last digits of which may be "n" for any.
    using Pattern = std::string;

    std::string ai;
    std::string title; ///< "USE BY or EXPIRY"
    bool isFixedLength = false; ///< needs no separator behind it
    bool mayBeUriAttribute = false;
    std::vector<AiComponent> components;
    std::size_t longest = 0;
    /// Each group asks for one of its alternatives; an alternative for all of its AIs.
    std::vector<std::vector<std::vector<Pattern>>> required;
    std::vector<Pattern> excluded;
    bool isUriKey = false;
    std::vector<std::vector<std::string>>
        uriQualifiers; ///< orders in which qualifiers may follow the key in a path

    /// Whether \a value, all of it, is one of this AI's.
    [[nodiscard]] Verdict check(std::string_view value) const;
};

/// Null where GS1 knows no such AI.
[[nodiscard]] const AiSpec *findAi(std::string_view ai);
/// The AI that \a data begins with; null where it begins with none.
[[nodiscard]] const AiSpec *aiAtStartOf(std::string_view data);
/// All of them, in order of their digits.
[[nodiscard]] const std::vector<AiSpec> &allAis();

/// Whether \a ai is one that \a pattern means.
[[nodiscard]] bool fits(std::string_view ai, const AiSpec::Pattern &pattern);

} // namespace evertill::gs1
