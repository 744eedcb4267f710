#pragma once

#include "core/base/json_fields.h"
#include "core/base/json_writer.h"
#include "core/base/percentage.h"
#include "core/base/result.h"
#include "core/tax/tax_rate.h"

#include <QDate>

#include <vector>

namespace evertill {

/// One of the taxes that a tax code is made of, in the order in which they are reckoned.
struct TaxPart {
    static constexpr std::int64_t kLargestRate = 10'000'000; ///< 1000 %, in parts per million
    static constexpr std::int64_t kLargestPerUnit = 1'000'000'000; ///< thousandths of a minor unit

    QString code; ///< its row on receipts and in the books
    Percentage rate; ///< of what the goods cost without tax
    std::int64_t perUnit = 0; ///< where it is an amount for each unit: thousandths of a minor unit, rate is 0
    bool isCompound = false; ///< reckoned on the parts before it as well
    QDate from = {}; ///< the first day on which it holds; invalid: always did
    QDate until = {}; ///< the last one; invalid: still does

    friend bool operator==(const TaxPart &, const TaxPart &) = default;
};

/// How goods are taxed: by \a rate under \a code, or by each of \a parts where there are any.
struct GoodsTax {
    QString code;
    Percentage rate;
    std::vector<TaxPart> parts = {};

    /// What the engine reckons, in the order of the parts. Whether prices hold it is left to the asker.
    [[nodiscard]] std::vector<TaxRate> rates() const;
    /// As it holds on \a day: a code of which one plain rate is left is that rate's; of which nothing is
    /// left, untaxed.
    [[nodiscard]] GoodsTax on(QDate day) const;
    friend bool operator==(const GoodsTax &, const GoodsTax &) = default;
};

inline constexpr std::size_t kMostTaxParts = 8;

/// Refuses BadInput (problem): more than kMostTaxParts, one without a code, with a rate and an amount for
/// each unit, beyond the largest, or that ends before it begins; one code twice on one day; rates that would
/// make a price a hundredfold, one upon the other. All that it lets pass, core/pricing reckons.
[[nodiscard]] Result<> checkTaxParts(const std::vector<TaxPart> &parts);

/// The contract's `parts` of a TaxRow, without their key.
void writeTaxParts(JsonWriter &writer, const std::vector<TaxPart> &parts);
/// The list \a name; what checkTaxParts() refuses is noted in \a fields.
[[nodiscard]] std::vector<TaxPart> readTaxParts(JsonFields &fields, QLatin1StringView name);
/// `tax_parts` of a line of the open cart, with its key; nothing where there are none.
void writeLineTaxParts(JsonWriter &writer, const std::vector<TaxPart> &parts);
[[nodiscard]] std::vector<TaxPart> readLineTaxParts(JsonFields &fields);
/// The same as a text of its own, for a column; empty where there are none.
[[nodiscard]] QString taxPartsText(const std::vector<TaxPart> &parts);
[[nodiscard]] std::vector<TaxPart> taxPartsIn(const QString &text);

} // namespace evertill
