#pragma once

#include "core/base/result.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace evertill {

/// What an in-store number says: which item, and the price or weight printed into it.
struct InStoreNumber {
    std::int64_t item =
        0; ///< the key in the table of in-store numbers: value digits 0, check digit made anew
    std::optional<std::int64_t> priceMinor;
    std::optional<std::int64_t> weightThousandths; ///< of a kg
    friend bool operator==(const InStoreNumber &, const InStoreNumber &) = default;
};

/// The shop's in-store number patterns, as its configuration writes them: 13 characters, digits literal, I
/// item, P price in minor units, W weight in thousandths of a kg, V verifier of the value, C the check digit
/// (last). The first that fits counts.
class CodePatterns final {
public:
    CodePatterns() = default;
    /// Refuses BadInput (problem) for a pattern that can't be read.
    [[nodiscard]] static Result<CodePatterns> parse(const QStringList &patterns);

    /// What \a code, 13 digits with a right check digit, says by the first pattern that fits; nothing where
    /// none does. Refuses WrongCheckDigit (code, expected) where the pattern's verifier is wrong.
    [[nodiscard]] Result<std::optional<InStoreNumber>> read(QStringView code) const;

private:
    std::vector<QString> m_patterns;
};

} // namespace evertill
