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
    std::optional<std::int64_t> count; ///< pieces
    friend bool operator==(const InStoreNumber &, const InStoreNumber &) = default;
};

/// The shop's in-store number patterns, as its configuration writes them: 13 characters, digits literal, I
/// item, P price in minor units, W weight in thousandths of a kg, N number of pieces, V verifier of the
/// value, C the check digit (last). "*10" or "*100" behind them says that the value counts so many times as
/// much: "24IIIIIIWWWWC*10" for a weight with two decimals. The first that fits counts.
class CodePatterns final {
public:
    CodePatterns() = default;
    /// Refuses BadInput (problem) for a pattern that can't be read.
    [[nodiscard]] static Result<CodePatterns> parse(const QStringList &patterns);
    /// The shop's own \a patterns where it has any that can be read; else those of \a country (ISO 3166-1
    /// alpha-2), as its GS1 organisation publishes them.
    [[nodiscard]] static CodePatterns forShop(const QStringList &patterns, const QString &country);

    /// What \a code, 13 digits with a right check digit, says by the first pattern that fits; nothing where
    /// none does. Refuses WrongCheckDigit (code, expected) where the pattern's verifier is wrong.
    [[nodiscard]] Result<std::optional<InStoreNumber>> read(QStringView code) const;

private:
    struct Pattern {
        QString form; ///< 13 characters
        std::int64_t factor = 1;
    };
    [[nodiscard]] static Result<Pattern> patternFrom(const QString &text);

    std::vector<Pattern> m_patterns;
};

/// The patterns that the GS1 organisation of \a country (ISO 3166-1 alpha-2) publishes for goods of variable
/// measure; none where this till knows of none.
[[nodiscard]] QStringList nationalPatterns(const QString &country);

} // namespace evertill
