#pragma once

#include "core/sale/cart.h"
#include "core/store/database.h"
#include "core/till/till_config.h"

namespace evertill {

/// Whether the tenders of \a cart in points and on account are the money of its customer: each what the OMS
/// keeps under a hold, each hold once; without one no more than the shop takes unasked in \a shift. Refuses
/// NoPoints and NoCredit (no customer, another's card, no whole points, a hold twice, a shop that does not),
/// PointsOffline and CreditOffline (card, left).
[[nodiscard]] Result<> checkCustomerTenders(
    Database &ledger, const Cart &cart, ShiftId shift, const CustomerRules &rules);

/// What a card may pay unasked by \a kind in \a shift yet, beside what \a cart carries already; ≥ 0.
[[nodiscard]] Money leftUnasked(
    Database &ledger, const Cart &cart, ShiftId shift, const CustomerRules &rules, TenderKind kind);

} // namespace evertill
