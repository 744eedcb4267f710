#pragma once

#include "core/payment/card_payments.h"

namespace evertill {

/// A card payment without an answer, or approved money that no sale has taken.
struct UnsettledCard {
    CardAttempt attempt;
    /// Its cart is gone (restored from a backup without it, or unreadable): nothing in Sell asks about it.
    bool isStray = false;

    friend bool operator==(const UnsettledCard &, const UnsettledCard &) = default;
};

/// All of them, oldest first. On any connection to a ledger file.
[[nodiscard]] std::vector<UnsettledCard> unsettledCards(Database &ledger);
/// Those whose cart is gone.
[[nodiscard]] std::vector<CardAttempt> strayCards(Database &ledger);
/// Refuses PaymentOpen{attempt, minor, stray} while there is one: the oldest.
[[nodiscard]] Result<> noUnsettledCard(Database &ledger);

} // namespace evertill
