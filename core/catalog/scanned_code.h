#pragma once

#include "core/base/result.h"
#include "core/catalog/code_patterns.h"
#include "core/catalog/gtin.h"

namespace evertill {

/// What a scanned or typed code is by its form alone, before anything is looked up.
struct ScannedCode {
    enum Kind {
        Product, ///< a GTIN of a maker: `gtin`
        InStore, ///< a number of the shop's own (prefixes 02 and 20 to 29): `gtin`, and `inStore` where a
                 ///< pattern fits
        Receipt, ///< a receipt of this house, "BER1T1-1-42-K7QX" or without the last group: `text`
        Pickup, ///< may be a shopper's pickup code: 4 to 40 of A to Z, 0 to 9 and hyphens, a letter among
                ///< them: `text`
    };
    Kind kind = Product;
    QString text; ///< what was scanned, trimmed, letters in capitals
    Gtin gtin;
    std::optional<InStoreNumber> inStore;
    friend bool operator==(const ScannedCode &, const ScannedCode &) = default;
};

/// Refuses TornScan (code: cut short, doubled, or with characters that no code of ours has) and
/// WrongCheckDigit (code, expected).
[[nodiscard]] Result<ScannedCode> readCode(QStringView scanned, const CodePatterns &patterns);

} // namespace evertill
