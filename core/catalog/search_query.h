#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace evertill {

/// What a cashier typed, taken apart for the indexes. Any text is harmless: what can mean nothing is left
/// out, the rest is quoted.
struct SearchQuery {
    /// A range of GTIN-14 numbers.
    struct Range {
        std::int64_t first = 0;
        std::int64_t last = 0;
        friend bool operator==(const Range &, const Range &) = default;
    };

    [[nodiscard]] static SearchQuery parse(const QString &text);

    QString trigrams; ///< FTS5 query over product_trigram; empty: no word of three letters
    QString prefixes; ///< FTS5 query over product_prefix; empty: no shorter word
    QStringList shortWords; ///< the words in prefixes
    QString skuPrefix; ///< empty: the text is no beginning of a sku
    std::vector<Range>
        gtins; ///< codes that begin with the digits typed, by the length that they are printed in

    /// Whether each of shortWords begins a word of \a name: for names that product_trigram gave.
    [[nodiscard]] bool shortWordsFit(const QString &name) const;
};

} // namespace evertill
