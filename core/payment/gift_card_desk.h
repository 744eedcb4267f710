#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/payment/gift_card.h"

#include <functional>

namespace evertill {

/// Money of a gift card that the OMS keeps for one cart. It ends by itself: what a till forgot after a power
/// cut is free again then.
struct GiftCardHold {
    Money held; ///< what was asked for, or all that was left; > 0
    Money left; ///< what the card has beside it
    Instant expiresAt; ///< by the OMS's clock

    friend bool operator==(const GiftCardHold &, const GiftCardHold &) = default;
};

/// Asks the OMS about gift cards while the customer stands there. Nothing waits for it: each question returns
/// at once, and its answer comes once, on any thread, within ten seconds; not at all once the till ends.
class GiftCardDesk {
public:
    using Held = std::function<void(const Result<GiftCardHold> &)>;
    using Balance = std::function<void(const Result<Money> &)>;

    virtual ~GiftCardDesk() = default;
    /// Keeps up to \a amount for the sale \a cart under \a hold, an id of the till's own: asked again, the
    /// same answer. Refuses UnknownGiftCard, GiftCardEmpty, Unreachable (a limit of the shop may allow it all
    /// the same), Untrusted, Denied, BadAnswer.
    virtual void hold(const GiftCard &card, const Uuid &hold, SaleId cart, Money amount, Held done) = 0;
    /// Lets go of what \a hold keeps. Nobody waits for it: at worst the hold ends by itself.
    virtual void release(const GiftCard &card, const Uuid &hold) = 0;
    /// What is free on the card. Refuses UnknownGiftCard (a card without any money is one), Unreachable,
    /// Untrusted, Denied, BadAnswer.
    virtual void balance(const GiftCard &card, Currency currency, Balance done) = 0;
};

} // namespace evertill
