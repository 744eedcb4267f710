#pragma once

#include "core/base/json_fields.h"
#include "core/base/json_writer.h"
#include "core/customer/customer_card.h"

namespace evertill {

/// Who a sale was for, or a return, as its fact says it: no name, no number.
struct SaleCustomer {
    CustomerCard card;
    Uuid id = {}; ///< as the OMS named them; null where it could not be asked
    std::int64_t points = 0; ///< that a sale earned, or that a return takes back; ≥ 0

    friend bool operator==(const SaleCustomer &, const SaleCustomer &) = default;
};

/// Writes the key "customer" of a sale's or a return's payload; nothing where there is none.
void writeSaleCustomer(JsonWriter &writer, const std::optional<SaleCustomer> &customer);
/// Reads it back; what is wrong is noted in \a fields, the payload's or a row's.
[[nodiscard]] std::optional<SaleCustomer> readSaleCustomer(JsonFields &fields);

} // namespace evertill
