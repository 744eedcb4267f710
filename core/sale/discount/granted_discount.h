#pragma once

#include "core/base/json_fields.h"
#include "core/base/json_writer.h"
#include "core/base/money.h"

#include <span>
#include <vector>

namespace evertill {

/// One reason why a customer pays less: what a promotion took off a ticket, and off which of its lines.
struct GrantedDiscount {
    struct Share {
        int line = 0; ///< from 1, in the order of the ticket
        Money amount; ///< > 0
        friend bool operator==(const Share &, const Share &) = default;
    };

    QString promotion; ///< its id
    QString name; ///< in the customer's words
    QString coupon; ///< the code that opened it; empty where it asked for none
    Money amount; ///< = Σ shares
    std::vector<Share> shares; ///< by line, each once; at least one

    friend bool operator==(const GrantedDiscount &, const GrantedDiscount &) = default;
};

/// What \a discounts take off line \a line together.
[[nodiscard]] Money sharesOf(std::span<const GrantedDiscount> discounts, int line, Currency currency);
/// Whether \a discount is all off one line: it stands there. Others stand under the ticket, whole.
[[nodiscard]] inline bool isOfOneLine(const GrantedDiscount &discount) { return discount.shares.size() == 1; }
/// Those of \a discounts that are off line \a line alone.
[[nodiscard]] std::vector<GrantedDiscount> discountsOfLine(
    std::span<const GrantedDiscount> discounts, int line);

/// Writes the contract's list `discounts`, with its key; nothing where there are none.
void writeDiscounts(JsonWriter &writer, std::span<const GrantedDiscount> discounts);
/// Reads it back; what is wrong is noted in \a fields. None where the key is missing.
[[nodiscard]] std::vector<GrantedDiscount> readDiscounts(JsonFields &fields, Currency currency);

} // namespace evertill
