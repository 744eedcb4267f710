#pragma once

#include "core/base/result.h"
#include "core/payment/tender.h"
#include "core/sale/sale.h"
#include "ui/tenders/foreign_ask.h"
#include "ui/tenders/voucher_ask.h"

namespace evertill {

/// All that paying shows.
struct PayView {
    enum class Step {
        Away, ///< not paying
        Tender, ///< how, and how much
        Card, ///< the terminal is asked for `cardAmount`: what did it answer?
        GiftCard, ///< which card pays `giftCard.wanted`
        Voucher, ///< which voucher pays, and what it is worth
        Foreign, ///< which foreign notes pay
        Own, ///< the customer's points or account pay `own.wanted`
        Void, ///< `voiding` is given back on the terminal
        Saving, ///< the sale is being written
        Paid, ///< `sale` is durable
    };

    /// What is known of the card payment of the step Card. In doubt, the card is never charged anew before
    /// somebody has looked.
    enum class Asked {
        Now, ///< the terminal is being asked
        InVain, ///< it gave no answer
        BeforeAStop, ///< the till stopped before the answer was told
    };

    /// A gift card that is about to pay.
    struct GiftCardAsk {
        Money wanted; ///< what it is to pay, as far as it has it
        GiftCard card; ///< nothing before a number was scanned or typed
        bool isAsking = false; ///< the OMS is being asked
        Money offline; ///< what the shop lends it while nobody can ask; > 0: it may be taken
        friend bool operator==(const GiftCardAsk &, const GiftCardAsk &) = default;
    };

    /// The customer's own money that is about to pay.
    struct OwnAsk {
        TenderKind kind = TenderKind::Points; ///< or OnAccount
        Money wanted; ///< what it is to pay, as far as they have it
        bool isAsking = false; ///< the OMS is being asked
        Money offline; ///< what the shop takes while nobody can ask; > 0: it may be taken
        friend bool operator==(const OwnAsk &, const OwnAsk &) = default;
    };

    Step step = Step::Away;
    Money total;
    Money open; ///< what is left, as a card would be charged
    Money cashDue; ///< the same as cash, rounded to the smallest coin
    std::vector<Money> notes; ///< what the customer is likely to hand over for it, the exact amount first
    std::vector<Tender> tenders;
    bool canFinish = false; ///< all is paid; only the sale is to be written
    Money cardAmount;
    Asked asked = Asked::Now;
    std::optional<Tender> voiding;
    bool takesGiftCards = false; ///< the shop has some
    std::optional<GiftCardAsk> giftCard; ///< with the step GiftCard
    bool takesVouchers = false; ///< the shop takes vouchers of others
    std::optional<VoucherAsk> voucher; ///< with the step Voucher
    bool takesForeign = false; ///< the shop takes foreign notes
    std::optional<ForeignAsk> foreign; ///< with the step Foreign
    bool takesPoints = false; ///< the ticket has a customer, and points pay in this shop
    bool takesAccount = false; ///< the ticket has a customer, and the shop lets customers buy on account
    std::optional<OwnAsk> own; ///< with the step Own
    bool asking = false; ///< a step of a card payment is being written
    std::optional<Refusal> refusal;
    std::optional<Sale> sale;

    /// Nothing may be pressed, and scans wait.
    [[nodiscard]] bool isBusy() const { return step == Step::Saving || asking; }
    friend bool operator==(const PayView &, const PayView &) = default;
};

} // namespace evertill
