#pragma once

#include "core/base/json_fields.h"
#include "core/base/json_writer.h"
#include "core/base/result.h"

#include <optional>

namespace evertill {

/// The buyer owes no tax on a whole sale and shows why: a diplomat's card, a reseller's certificate.
struct TaxExemption {
    static constexpr qsizetype kLongestCertificate = 60;

    QString certificate; ///< its number, as typed; kept so that an inspector can ask for it
    friend bool operator==(const TaxExemption &, const TaxExemption &) = default;
};

/// Refuses BadInput (problem) where the number is blank or beyond kLongestCertificate.
[[nodiscard]] Result<> checkExemption(const TaxExemption &exemption);

/// Writes the contract's `exemption`, with its key; nothing where there is none.
void writeExemption(JsonWriter &writer, const std::optional<TaxExemption> &exemption);
/// Nothing where there is none; a bad one is noted in \a fields.
[[nodiscard]] std::optional<TaxExemption> readExemption(JsonFields &fields);

} // namespace evertill
