#pragma once

#include "core/journal/ledger.h"
#include "core/payment/card_payments.h"
#include "core/sale/cart.h"

namespace evertill {

/// The cart as it was when the till was last shut, and its card payments that wait for an answer or that it
/// does not carry yet.
struct OpenCart {
    std::optional<Cart> cart;
    std::vector<CardAttempt> attempts;
};

/// Ledger thread.
[[nodiscard]] OpenCart findOpenCart(Ledger &ledger);

} // namespace evertill
