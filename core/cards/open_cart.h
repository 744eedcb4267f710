#pragma once

#include "core/payment/card_payments.h"
#include "core/sale/cart.h"

namespace evertill {

/// The cart as it was when the till was last shut, with what card money stands behind it now.
struct OpenCart {
    std::optional<Cart> cart; ///< without the tenders whose card money was given back after it was kept
    /// Its card payments that wait for an answer, and approved ones that it does not carry yet; oldest first.
    std::vector<CardAttempt> attempts;
};

/// On any connection to a ledger file.
[[nodiscard]] OpenCart findOpenCart(Database &ledger);

} // namespace evertill
