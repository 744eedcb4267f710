#pragma once

#include "core/base/json_fields.h"
#include "core/base/json_writer.h"
#include "core/base/money.h"
#include "core/base/percentage.h"
#include "core/base/quantity.h"
#include "core/tax/goods_tax.h"

#include <optional>

namespace evertill {

/// What comes along with each unit of a line's goods and goes back with it: a bottle's deposit. Takes no
/// discount, and is taxed on its own.
struct LineDeposit {
    QString sku;
    QString name;
    Money amount; ///< for one unit
    QString taxCode;
    Percentage taxRate;
    std::vector<TaxPart> taxParts = {};

    [[nodiscard]] Money of(Quantity quantity) const { return amount.times(quantity, Rounding::HalfUp); }
    friend bool operator==(const LineDeposit &, const LineDeposit &) = default;
};

/// Refuses BadAmount (minor): nothing or less, more than any bottle's, or a tax that no shop has.
[[nodiscard]] Result<> checkDeposit(const LineDeposit &deposit, Currency currency);

/// Writes `deposit` of a line of the open cart, with its key; nothing where there is none.
void writeDeposit(JsonWriter &writer, const std::optional<LineDeposit> &deposit);
[[nodiscard]] std::optional<LineDeposit> readDeposit(JsonFields &fields, Currency currency);

} // namespace evertill
