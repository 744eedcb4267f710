#pragma once

#include "core/base/money.h"
#include "core/payment/gift_card.h"

#include <optional>

namespace evertill {

/// A gift card that was scanned at the counter, before money is put on it.
struct GiftCardLoading {
    GiftCard card;
    bool isAsking = false; ///< the OMS is being asked what is on it
    std::optional<Money> balance;
    bool isNew = false; ///< the OMS doesn't know it yet
    friend bool operator==(const GiftCardLoading &, const GiftCardLoading &) = default;
};

} // namespace evertill
