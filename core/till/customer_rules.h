#pragma once

#include "core/base/json_fields.h"
#include "core/base/json_writer.h"

#include <QStringList>

namespace evertill {

/// How the shop gives and takes points.
struct PointRules {
    std::int64_t perUnit = 0; ///< earned for each whole unit of the currency that was paid; 0: none are given
    std::int64_t worth = 0; ///< of one point that pays, in minor units; 0: points do not pay
    QStringList earnNothing = {}; ///< tenders by name whose money earns no points; points themselves never do
    /// What one card's points may pay in one shift while the OMS can't be asked, in minor units; 0: nothing.
    std::int64_t offlineLimit = 0;

    friend bool operator==(const PointRules &, const PointRules &) = default;
};

/// How the shop lets customers buy on account.
struct AccountRules {
    bool areKept = false;
    /// What one customer may put on account in one shift while the OMS can't be asked, in minor units.
    std::int64_t offlineLimit = 0;

    friend bool operator==(const AccountRules &, const AccountRules &) = default;
};

/// How the shop deals with customers whom it knows.
struct CustomerRules {
    bool areKnown = false; ///< whether their cards mean anything here
    PointRules points = {};
    AccountRules account = {};

    friend bool operator==(const CustomerRules &, const CustomerRules &) = default;
};

/// Writes the key "customers" of a configuration, as the contract has it; nothing where the shop knows none.
void writeCustomerRules(JsonWriter &writer, const CustomerRules &rules);
/// Reads it back; what is wrong is noted in \a fields, the configuration's.
[[nodiscard]] CustomerRules readCustomerRules(JsonFields &fields);

} // namespace evertill
